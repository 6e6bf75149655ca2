package import PlanModel
package import PlanSource

/// Runs the selected rules over files and over the book they make.
package struct Linter: Sendable {
  private let context: RuleContext
  package let selection: RuleSelection
  private let fileRules: [Selected]
  private let factRules: [Selected]
  private let bookRules: [Selected]
  private let needsMarks: Bool

  /// What running a rule takes: a whole rule with its examples is a lot to hand around for every file.
  private struct Selected: Sendable {
    let findings: Findings
    let looksFor: FileMarks
    let check: Rule.Check
  }

  package init(_ selection: RuleSelection, _ context: RuleContext) {
    self.selection = selection
    self.context = context
    let selected = selection.rules.map { rule in
      let severity = selection.severity(of: rule.id) ?? rule.severity
      return Selected(
        findings: Findings(rule: rule.id, severity: severity), looksFor: rule.looksFor, check: rule.check)
    }
    fileRules = selected.filter { if case .file = $0.check { true } else { false } }
    factRules = selected.filter { if case .fact = $0.check { true } else { false } }
    bookRules = selected.filter { if case .book = $0.check { true } else { false } }
    needsMarks = fileRules.contains { !$0.looksFor.isEmpty }
  }

  /// What the file and fact rules find in one file, in no particular order.
  package func check(_ file: PlanFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let marks = needsMarks ? FileMarks(file, context) : []
    for rule in fileRules {
      guard rule.looksFor.isEmpty || !marks.isDisjoint(with: rule.looksFor), case .file(let check) = rule.check else {
        continue
      }
      var findings = rule.findings
      check(file, context, &findings)
      if !findings.diagnostics.isEmpty { found += findings.diagnostics }
    }
    for rule in factRules {
      guard case .fact(let check) = rule.check else { continue }
      var findings = rule.findings
      for fact in file.facts { check(fact, file, context, &findings) }
      if !findings.diagnostics.isEmpty { found += findings.diagnostics }
    }
    return found
  }

  /// What the book rules find, in no particular order.
  package func check(_ book: PlanBook) -> [Diagnostic] {
    bookRules.flatMap { rule -> [Diagnostic] in
      guard case .book(let check) = rule.check else { return [] }
      var findings = rule.findings
      check(book, context, &findings)
      return findings.diagnostics
    }
  }
}
