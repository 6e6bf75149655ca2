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
