/// Names one node of a book's organization, a person or a unit, by its index in `Organization.nodes`.
package struct OwnerID: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}
