package import PlanSource

/// Collects what one rule finds.
package struct Findings: Sendable {
  private let rule: RuleID
  private let severity: Severity
  package private(set) var diagnostics: [Diagnostic] = []

  package init(rule: RuleID, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Reports `message` at `range`; `label` says what the marked words are, `limit` what a lighter case weighs at
  /// most.
  package mutating func add(
    _ message: Message, at range: SourceRange, label: LocalText? = nil, related: [Diagnostic.Related] = [],
    help: LocalText? = nil, fixes: [Fix] = [], atMost limit: Severity? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: min(severity, limit ?? severity), range: range, message: message, label: label,
        related: related, help: help,
        fixes: fixes))
  }
}
