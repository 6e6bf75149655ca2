package import PlanSource

/// Collects what one rule after the other finds.
package struct Findings: Sendable {
  private var rule: RuleID
  private var severity: Severity
  package private(set) var diagnostics: [Diagnostic] = []

  package init(rule: RuleID = "", severity: Severity = .error) {
    self.rule = rule
    self.severity = severity
  }

  /// What is added from now on is this rule's.
  mutating func begin(_ rule: RuleID, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Reports `message` at `range`; `label` says what the marked words are.
  package mutating func add(
    _ message: Message, at range: SourceRange, label: LocalText? = nil, related: [Diagnostic.Related] = [],
    help: LocalText? = nil, fixes: [Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity, range: range, message: message, label: label, related: related, help: help,
        fixes: fixes))
  }
}
