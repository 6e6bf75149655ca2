internal import PlanSyntax

/// The dimension sets of a book as numbers, so that one set can be told to be narrower than another without text.
struct DimensionIndex: Sendable {
  let table: DimensionTable
  /// Values of all sets, one run a set, in axis order.
  private let values: [Int32]
  private let starts: [UInt32]
  private let valueAxes: [Axis]
  /// By axis: the values that the book declares, where it does.
  private let declared: [Axis: Set<Int32>]

  init(_ table: DimensionTable, declared: [Axis: [String]]) {
    var ids: [DimensionValue: Int32] = [:]
    var axes: [Axis] = []
    func id(_ value: DimensionValue) -> Int32 {
      if let known = ids[value] { return known }
      let new = Int32(axes.count)
      ids[value] = new
      axes.append(value.axis)
      return new
    }
    var values: [Int32] = []
    var starts: [UInt32] = [0]
    for set in 0..<table.count {
      for value in table[DimensionSet(index: UInt32(set))] { values.append(id(value)) }
      starts.append(UInt32(values.count))
    }
    var known: [Axis: Set<Int32>] = [:]
    for (axis, names) in declared where !names.isEmpty {
      known[axis] = Set(names.map { id(DimensionValue(axis, $0)) })
    }
    self.table = table
    self.values = values
    self.starts = starts
    self.declared = known
    valueAxes = axes
  }

  /// How many axes a set restricts.
  func count(of set: Int) -> Int { Int(starts[set + 1] - starts[set]) }

  /// The value of a set on an axis; `nil` where the set leaves the axis open.
  func value(of set: Int, on axis: Axis) -> Int32? {
    values[run(set)].first { valueAxes[Int($0)] == axis }
  }

  /// The axes that `set` restricts and `other` does not, in axis order.
  func axes(of set: Int, beyond other: Int) -> [Axis] {
    values[run(set)].map { valueAxes[Int($0)] }.filter { value(of: other, on: $0) == nil }
  }

  /// The axes that both sets restrict, to whatever values.
  func axes(of set: Int, shared other: Int) -> [Axis] {
    values[run(set)].map { valueAxes[Int($0)] }.filter { value(of: other, on: $0) != nil }
  }

  /// Whether `set` restricts everything that `other` does to the same values, and something more.
  func isNarrower(_ set: Int, than other: Int) -> Bool {
    guard count(of: set) > count(of: other) else { return false }
    return values[run(other)].allSatisfy { values[run(set)].contains($0) }
  }

  /// Whether these are all the values that the book declares for an axis; false where it declares none.
  func areAll(_ stated: [Int32], on axis: Axis) -> Bool {
    declared[axis].map { $0.isSubset(of: stated) } ?? false
  }

  private func run(_ set: Int) -> Range<Int> { Int(starts[set])..<Int(starts[set + 1]) }
}
