package import PlanModel
package import PlanSource

/// Runs the selected rules over files and over the book they make.
package struct Linter: Sendable {
  private let context: RuleContext
  package let selection: RuleSelection
  private let fileRules: [Selected<Rule.FileCheck>]
  private let factRules: [Selected<Rule.FactCheck>]
  private let bookRules: [Selected<Rule.BookCheck>]

  /// What running a rule takes: a whole rule with its examples is a lot to hand around for every file.
  private struct Selected<Check: Sendable>: Sendable {
    let findings: Findings
    let check: Check
  }

  package init(_ selection: RuleSelection, _ context: RuleContext) {
    self.selection = selection
    self.context = context
    var fileRules: [Selected<Rule.FileCheck>] = []
    var factRules: [Selected<Rule.FactCheck>] = []
    var bookRules: [Selected<Rule.BookCheck>] = []
    for rule in selection.rules {
      let findings = Findings(rule: rule.id, severity: selection.severity(of: rule.id) ?? rule.severity)
      switch rule.check {
      case .file(let check): fileRules.append(Selected(findings: findings, check: check))
      case .fact(let check): factRules.append(Selected(findings: findings, check: check))
      case .book(let check): bookRules.append(Selected(findings: findings, check: check))
      case .suppressions: break
      }
    }
    (self.fileRules, self.factRules, self.bookRules) = (fileRules, factRules, bookRules)
  }

  /// What the file and fact rules find in one file, in no particular order.
  package func check(_ file: PlanFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in fileRules {
      var findings = rule.findings
      rule.check(file, context, &findings)
      if !findings.diagnostics.isEmpty { found += findings.diagnostics }
    }
    let all = file.facts
    let facts = all.span
    for rule in factRules {
      var findings = rule.findings
      for index in facts.indices { rule.check(facts[index], file, context, &findings) }
      if !findings.diagnostics.isEmpty { found += findings.diagnostics }
    }
    return found
  }

  /// What the book rules find, in no particular order.
  package func check(_ book: PlanBook) -> [Diagnostic] {
    bookRules.flatMap { rule -> [Diagnostic] in
      var findings = rule.findings
      rule.check(book, context, &findings)
      return findings.diagnostics
    }
  }
}
