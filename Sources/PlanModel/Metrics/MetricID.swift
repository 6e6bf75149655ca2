/// Names one metric by its index in `MetricRegistry.metrics`.
package struct MetricID: Hashable, Comparable, Sendable {
  package let index: Int16

  package init(_ index: Int) { self.index = Int16(truncatingIfNeeded: index) }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}
