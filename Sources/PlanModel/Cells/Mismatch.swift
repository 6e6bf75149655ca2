package import PlanSyntax

/// A target and a sum of what it was broken into that contradict each other (docs/model.md §6.2).
package struct Mismatch: Sendable {
  package enum Whole: Sendable {
    /// The cell's own target.
    case declared(value: ExactDecimal, fact: Int)
    /// Nothing is declared; the other complete decomposition has this sum.
    case decomposed(DecompositionAxis, sum: ExactDecimal)
  }

  package let address: CellAddress
  package let whole: Whole
  /// Planned over-assignment in percent: 10 for `10%`.
  package let buffer: ExactDecimal
  /// What the children should add up to: the whole × (1 + buffer).
  package let expected: ExactDecimal
  /// The children, their sum and what is missing.
  package let decomposition: Decomposition
  /// Sum − expected: negative when the children fall short.
  package let difference: ExactDecimal
  /// Other mismatches with the same cause.
  package internal(set) var related: [Mismatch] = []

  /// The sum of the children.
  package var sum: ExactDecimal { decomposition.sum ?? .zero }
}
