internal import PlanSyntax

/// The dimension sets of a book as numbers, so that one set can be told to be narrower than another without text.
struct DimensionIndex: Sendable {
  let table: DimensionTable
  /// Numbers of the values of all sets, one run a set, in axis order.
  private let values: [UInt32]
  private let valueAxes: [Axis]
  /// By axis: the values that the book declares, where it does.
  private let declared: [Axis: Set<Int32>]

  init(_ table: DimensionTable, declared: [Axis: [String]]) {
    self.table = table
    values = table.members
    valueAxes = table.axes
    var known: [Axis: Set<Int32>] = [:]
    for (axis, names) in declared where !names.isEmpty {
      // Nobody can have stated all values where one has no number.
      known[axis] = Set(names.map { table.knownNumber(of: DimensionValue(axis, $0)).map { Int32($0) } ?? -1 })
    }
    self.declared = known
  }

  /// How many axes a set restricts.
  func count(of set: Int) -> Int { run(set).count }

  /// The value of a set on an axis; `nil` where the set leaves the axis open.
  func value(of set: Int, on axis: Axis) -> Int32? {
    for index in run(set) where valueAxes[Int(values[index])] == axis { return Int32(values[index]) }
    return nil
  }

  /// Adds to `axes` those that `set` restricts and `other` does not, in axis order.
  func addAxes(of set: Int, beyond other: Int, to axes: inout [Axis]) {
    for index in run(set) {
      let axis = valueAxes[Int(values[index])]
      if self.value(of: other, on: axis) == nil, !axes.contains(axis) { axes.append(axis) }
    }
  }

  /// The axes that both sets restrict, to whatever values.
  func axes(of set: Int, shared other: Int) -> [Axis] {
    values[run(set)].map { valueAxes[Int($0)] }.filter { value(of: other, on: $0) != nil }
  }

  /// Whether `set` restricts everything that `other` does to the same values, and something more.
  func isNarrower(_ set: Int, than other: Int) -> Bool {
    guard count(of: set) > count(of: other) else { return false }
    if other == 0 { return true }
    return values[run(other)].allSatisfy { values[run(set)].contains($0) }
  }

  /// Whether these are all the values that the book declares for an axis; false where it declares none.
  func areAll(_ stated: [Int32], on axis: Axis) -> Bool {
    declared[axis].map { $0.isSubset(of: stated) } ?? false
  }

  private func run(_ set: Int) -> Range<Int> { table.run(set) }
}
