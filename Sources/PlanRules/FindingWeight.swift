package import PlanSource

/// How much the findings of one rule weigh in a run.
package struct FindingWeight: Sendable, Hashable {
  /// The rule's own severity.
  let usual: Severity
  /// What the book says, for every finding of the rule.
  let stated: Severity?
  /// Nothing that the book does not say weighs less.
  let least: Severity

  init(usual: Severity, stated: Severity? = nil, least: Severity = .info) {
    self.usual = usual
    self.stated = stated
    self.least = least
  }

  /// - Parameter own: What the rule says about this very finding; `nil` for what it usually says.
  package func severity(_ own: Severity? = nil) -> Severity { stated ?? max(own ?? usual, least) }
}
