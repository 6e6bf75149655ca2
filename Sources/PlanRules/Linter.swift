package import PlanModel
package import PlanSource

/// Runs the selected rules over files and over the book they make.
package struct Linter: Sendable {
  private let context: RuleContext
  package let selection: RuleSelection
  private let fileRules: [Rule]
  private let factRules: [Rule]
  private let bookRules: [Rule]

  package init(_ selection: RuleSelection, _ context: RuleContext) {
    self.selection = selection
    self.context = context
    fileRules = selection.rules.filter { if case .file = $0.check { true } else { false } }
    factRules = selection.rules.filter { if case .fact = $0.check { true } else { false } }
    bookRules = selection.rules.filter { if case .book = $0.check { true } else { false } }
  }

  /// What the file and fact rules find in one file, in no particular order.
  package func check(_ file: PlanFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in fileRules {
      guard case .file(let check) = rule.check else { continue }
      var findings = self.findings(rule)
      check(file, context, &findings)
      found += findings.diagnostics
    }
    guard !factRules.isEmpty else { return found }
    var collected = factRules.map { findings($0) }
    for fact in file.facts {
      for (index, rule) in factRules.enumerated() {
        guard case .fact(let check) = rule.check else { continue }
        check(fact, file, context, &collected[index])
      }
    }
    return found + collected.flatMap(\.diagnostics)
  }

  /// What the book rules find, in no particular order.
  package func check(_ book: PlanBook) -> [Diagnostic] {
    bookRules.flatMap { rule -> [Diagnostic] in
      guard case .book(let check) = rule.check else { return [] }
      var findings = self.findings(rule)
      check(book, context, &findings)
      return findings.diagnostics
    }
  }

  private func findings(_ rule: Rule) -> Findings {
    Findings(rule: rule.id, severity: selection.severity(of: rule.id) ?? rule.severity)
  }
}
