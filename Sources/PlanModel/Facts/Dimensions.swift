/// An axis other than owner and period: region, industry, product, customer, customer class, or one the book declares.
package struct Axis: Hashable, Comparable, Sendable {
  package let index: UInt8

  package init(index: UInt8) { self.index = index }

  package static let region = Axis(index: 0)
  package static let industry = Axis(index: 1)
  package static let product = Axis(index: 2)
  package static let customer = Axis(index: 3)
  package static let customerClass = Axis(index: 4)

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// Which values of which axes a fact is restricted to: an interned set, so that it compares as one number.
package struct DimensionSet: Hashable, Sendable {
  package let index: UInt32

  package init(index: UInt32) { self.index = index }

  /// No restriction: the whole.
  package static let none = DimensionSet(index: 0)
}

/// One axis restricted to one value.
package struct DimensionValue: Hashable, Sendable {
  package let axis: Axis
  /// The value's spelling in the book.
  package let value: String

  package init(_ axis: Axis, _ value: String) {
    self.axis = axis
    self.value = value
  }
}

/// Every dimension set of a book, each with at most one value an axis, in axis order.
///
/// Files are read in parallel with a table each; the book merges them in file order, so that ids do not depend on threads.
package struct DimensionTable: Sendable {
  private var sets: [[DimensionValue]] = [[]]
  private var indices: [[DimensionValue]: UInt32] = [[]: 0]

  package init() {}

  package var count: Int { sets.count }

  package subscript(_ set: DimensionSet) -> [DimensionValue] { sets[Int(set.index)] }

  /// The set of these values; a later value of an axis replaces an earlier one.
  package mutating func intern(_ values: [DimensionValue]) -> DimensionSet {
    var byAxis: [DimensionValue] = []
    for value in values.reversed() where !byAxis.contains(where: { $0.axis == value.axis }) { byAxis.append(value) }
    byAxis.sort { $0.axis < $1.axis }
    if let index = indices[byAxis] { return DimensionSet(index: index) }
    let index = UInt32(sets.count)
    sets.append(byAxis)
    indices[byAxis] = index
    return DimensionSet(index: index)
  }

  /// The set of exactly these values, one an axis, in any order; `nil` when the book never names it.
  package func find(_ values: [DimensionValue]) -> DimensionSet? {
    indices[values.sorted { $0.axis < $1.axis }].map { DimensionSet(index: $0) }
  }

  /// The sets of `other` in this table, by their index there.
  package mutating func merge(_ other: DimensionTable) -> [DimensionSet] {
    other.sets.map { intern($0) }
  }
}
