package import PlanModel
package import PlanSource

/// Runs the selected rules over files and over the book they make.
package struct Linter: Sendable {
  private let context: RuleContext
  package let selection: RuleSelection
  private let fileRules: [Selected]
  private let factRules: [Selected]
  private let bookRules: [Selected]

  /// What running a rule takes: a whole rule with its examples is a lot to hand around for every file.
  private struct Selected: Sendable {
    let findings: Findings
    let check: Rule.Check
  }

  package init(_ selection: RuleSelection, _ context: RuleContext) {
    self.selection = selection
    self.context = context
    let selected = selection.rules.map { rule in
      let weight = selection.weight(of: rule.id) ?? FindingWeight(usual: rule.severity)
      return Selected(findings: Findings(rule: rule.id, weight: weight), check: rule.check)
    }
    fileRules = selected.filter { if case .file = $0.check { true } else { false } }
    factRules = selected.filter { if case .fact = $0.check { true } else { false } }
    bookRules = selected.filter { if case .book = $0.check { true } else { false } }
  }

  /// What the file and fact rules find in one file, in no particular order.
  package func check(_ file: PlanFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in fileRules {
      guard case .file(let check) = rule.check else { continue }
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

  /// All findings by file, in no particular order: what each file showed by itself, less what is explained by a finding
  /// about the book, and those.
  package func check(_ book: PlanBook, adding byFile: [[Diagnostic]]) -> [[Diagnostic]] {
    var found = byFile
    for rule in bookRules {
      guard case .book(let check) = rule.check else { continue }
      var findings = rule.findings
      check(book, context, &findings)
      for file in Set(findings.explained.map(\.range.file.index)) {
        found[Int(file)].removeAll {
          findings.explained.contains(ExplainedFinding(rule: $0.rule, range: $0.range))
        }
      }
      for finding in findings.diagnostics { found[Int(finding.range.file.index)].append(finding) }
    }
    return found
  }
}
