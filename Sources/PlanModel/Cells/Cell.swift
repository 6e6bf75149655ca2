package import PlanSyntax

/// What a cell is worth and where that comes from.
package struct Cell: Sendable {
  /// What a report shows (docs/model.md §3.6).
  package struct Resolved: Sendable {
    package let value: ExactDecimal
    package let way: Way
    package let completeness: Completeness
    /// The last day that an actual covers.
    package let reach: Day?
    package let isDisputed: Bool
    /// Rests on a split by workdays of a year whose holidays are not known (docs/model.md §5).
    package let isEstimated: Bool
  }

  /// A ratio's parts, as they were found for the same owner, period and dimensions.
  package struct Ratio: Sendable {
    package let numerator: Resolved
    package let denominator: Resolved
    package let numeratorAddress: CellAddress
    package let denominatorAddress: CellAddress
  }

  package let address: CellAddress
  /// The value of the statement in force; `nil` where there is none.
  package let declared: ExactDecimal?
  /// The statement in force, by index in `FactStore.facts`.
  package let inForce: Int?
  /// The statements whose value differs from the one in force, in path order, one a value and file.
  package let differing: [Int]
  /// Every statement, the one in force first, then in path order.
  package let statements: [Int]
  package let entries: [Int]
  package let entrySum: ExactDecimal?
  /// Facts for this cell that no sum takes (docs/model.md §1.5).
  package let setAside: [Int]
  /// Every axis along which something is stated: organization, time, dimensions.
  package let decompositions: [Decomposition]
  package let resolved: Resolved?
  /// For a ratio that is not declared.
  package let ratio: Ratio?

  package func decomposed(_ axis: DecompositionAxis) -> Decomposition? { decompositions.first { $0.axis == axis } }
}
