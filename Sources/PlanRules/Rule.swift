package import PlanModel
package import PlanSource
package import PlanSyntax

/// One thing that planlint looks for: what it is called, why it exists, examples, and how it is found.
///
/// A rule is a value in a file of its own. Its examples are its documentation and its tests.
package struct Rule: Sendable {
  package enum Group: String, Sendable, CaseIterable {
    case quantities, scope, time, decomposition, actions, text
  }

  /// The smallest profile that a rule belongs to; every profile holds the ones before it.
  package enum Profile: String, Sendable, CaseIterable, Comparable {
    case core, method, strict

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.order < rhs.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package typealias FileCheck = @Sendable (PlanFile, RuleContext, inout Findings) -> Void
  package typealias FactCheck = @Sendable (Fact, PlanFile, RuleContext, inout Findings) -> Void
  package typealias BookCheck = @Sendable (PlanBook, RuleContext, inout Findings) -> Void

  /// How much a rule has to see.
  package enum Check: Sendable {
    /// One file; runs in parallel while the file's tree is in memory.
    case file(FileCheck)
    /// One fact of a file after the other. A rule that few facts concern is faster as a `file` rule that looks at one field first.
    case fact(FactCheck)
    /// All facts of the book, once every file is read.
    case book(BookCheck)
    /// Found by the engine itself while it applies suppressions.
    case suppressions

    /// One file that is a plan; of other Markdown the rule says nothing.
    package static func plan(_ check: @escaping @Sendable (PlanFile, RuleContext, inout Findings) -> Void) -> Check {
      .file { file, context, findings in
        if file.isPlanLike { check(file, context, &findings) }
      }
    }
  }

  package let id: RuleID
  package let group: Group
  package let severity: Severity
  package let profile: Profile
  package let summary: LocalText
  package let why: LocalText
  /// When the rule keeps silent although a reader might expect it to speak.
  package let exceptions: LocalText?
  package let examples: [Example]
  package let check: Check

  package init(
    id: RuleID, group: Group, severity: Severity, profile: Profile = .core, summary: LocalText, why: LocalText,
    exceptions: LocalText? = nil, examples: [Example], check: Check
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.profile = profile
    self.summary = summary
    self.why = why
    self.exceptions = exceptions
    self.examples = examples
    self.check = check
  }
}

/// What every rule may know besides the plan itself.
package struct RuleContext: Sendable {
  package let book: BookContext
  package let today: Day
  /// Some rules ask more of those who want everything checked.
  package let profile: Rule.Profile
  /// What rules ask of every word, by its index in the lexicon.
  let marks: WordMarks
  let workers: any Workers
  /// In the file at hand: the written periods that are wrong, and what its tokens are. Found once for all rules.
  var wrongPeriods: [PeriodPlace] = []
  var tokens = TokenSummary()

  package init(
    book: BookContext, today: Day, profile: Rule.Profile = .core, workers: any Workers = OneByOne()
  ) {
    self.book = book
    self.today = today
    self.profile = profile
    self.workers = workers
    marks = WordMarks(book.lexicon)
  }
}
