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
    let rule: RuleID
    let weight: FindingWeight
    let check: Check
  }

  package init(_ selection: RuleSelection, _ context: RuleContext) {
    self.selection = selection
    self.context = context
    var fileRules: [Selected<Rule.FileCheck>] = []
    var factRules: [Selected<Rule.FactCheck>] = []
    var bookRules: [Selected<Rule.BookCheck>] = []
    for rule in selection.rules {
      let weight = selection.weight(of: rule.id) ?? FindingWeight(usual: rule.severity)
      switch rule.check {
      case .file(let check): fileRules.append(Selected(rule: rule.id, weight: weight, check: check))
      case .fact(let check): factRules.append(Selected(rule: rule.id, weight: weight, check: check))
      case .book(let check): bookRules.append(Selected(rule: rule.id, weight: weight, check: check))
      case .suppressions: break
      }
    }
    self.fileRules = fileRules
    self.factRules = factRules
    self.bookRules = bookRules
  }

  /// What the file and fact rules find in one file, in no particular order.
  package func check(_ file: PlanFile) -> [Diagnostic] {
    var context = context
    if file.isPlanLike {
      context.wrongPeriods = file.wrongPeriods(context.book)
      context.tokens = TokenSummary(file, context.marks)
    }
    var findings = Findings()
    for index in fileRules.indices {
      findings.begin(fileRules[index].rule, fileRules[index].weight)
      fileRules[index].check(file, context, &findings)
    }
    for index in factRules.indices {
      findings.begin(factRules[index].rule, factRules[index].weight)
      for fact in file.facts { factRules[index].check(fact, file, context, &findings) }
    }
    return findings.diagnostics
  }

  /// All findings by file, in no particular order: what each file showed by itself, less what is explained by a finding
  /// about the book, and those.
  package func check(_ book: PlanBook, adding byFile: [[Diagnostic]]) -> [[Diagnostic]] {
    var found = byFile
    var findings = Findings()
    for selected in bookRules {
      findings.begin(selected.rule, selected.weight)
      selected.check(book, context, &findings)
    }
    for file in Set(findings.explained.map(\.range.file.index)) {
      found[Int(file)].removeAll {
        findings.explained.contains(ExplainedFinding(rule: $0.rule, range: $0.range))
      }
    }
    for finding in findings.diagnostics { found[Int(finding.range.file.index)].append(finding) }
    return found
  }
}
