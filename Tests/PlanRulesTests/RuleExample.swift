import PlanRules
import PlanSource
import PlanTestSupport
import Testing

/// One example of one rule, named for the test report.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let example: Example
  let number: Int

  static let all: [RuleExample] = Rule.all.flatMap { rule in
    rule.examples.enumerated().map { RuleExample(rule: rule, example: $1, number: $0 + 1) }
  }

  static let bad = all.filter { $0.example.kind == .bad }
  static let good = all.filter { $0.example.kind == .good }

  var testDescription: String { "\(rule.id) \(number): \(example.title.en)" }

  var book: ExampleBook { ExampleBook(example) }

  /// Nothing but this rule, or the rules whose findings its suppressions need.
  var selection: RuleSelection {
    get throws {
      if case .suppressions = rule.check { return try RuleSelection(profile: .strict) }
      return try RuleSelection(profile: .core, select: [rule.id.description])
    }
  }

  /// What this rule finds in a book.
  func findings(in book: ExampleBook) throws -> [Diagnostic] {
    try book.findings(of: selection).kept.filter { $0.rule == rule.id }
  }

  /// A comment silences what is above its own kind of finding only where the finding's line can carry one.
  var isSuppressible: Bool {
    if case .suppressions = rule.check { return false }
    // Nothing of such a file is read, its comments included.
    return rule.id != Rule.unreadableFile.id
  }
}
