package import PlanSource

/// Collects what one rule finds.
package struct Findings: Sendable {
  private let rule: RuleID
  private let weight: FindingWeight
  package private(set) var diagnostics: [Diagnostic] = []

  package init(rule: RuleID, weight: FindingWeight) {
    self.rule = rule
    self.weight = weight
  }

  /// Reports `message` at `range`; `label` says what the marked words are.
  ///
  /// - Parameter severity: Where this finding weighs less or more than others of its rule.
  package mutating func add(
    _ message: Message, at range: SourceRange, severity: Severity? = nil, label: LocalText? = nil,
    related: [Diagnostic.Related] = [], help: LocalText? = nil, fixes: [Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: weight.severity(severity), range: range, message: message, label: label,
        related: related, help: help, fixes: fixes))
  }
}
