package import PlanSource

/// Collects what one rule after the other finds.
package struct Findings: Sendable {
  private var rule: RuleID
  private var weight: FindingWeight
  package private(set) var diagnostics: [Diagnostic] = []
  /// Findings of single files that say no more than these do.
  package private(set) var explained: Set<ExplainedFinding> = []

  package init(rule: RuleID = "", weight: FindingWeight = FindingWeight(usual: .error)) {
    self.rule = rule
    self.weight = weight
  }

  /// What is added from now on is this rule's.
  mutating func begin(_ rule: RuleID, _ weight: FindingWeight) {
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

  /// A finding of another rule at `range` has the same cause as one of these, and is not told.
  package mutating func explain(_ rule: RuleID, at range: SourceRange) {
    explained.insert(ExplainedFinding(rule: rule, range: range))
  }
}

/// The place of a finding that another one explains (docs/model.md §6.4).
package struct ExplainedFinding: Hashable, Sendable {
  let rule: RuleID
  let range: SourceRange
}
