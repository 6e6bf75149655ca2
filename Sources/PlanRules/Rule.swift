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

  /// How much a rule has to see.
  package enum Check: Sendable {
    /// One file; runs in parallel while the file's tree is in memory.
    case file(@Sendable (PlanFile, RuleContext, inout Findings) -> Void)
    /// One fact of a file after the other. A rule that few facts concern is faster as a `file` rule that looks at one field first.
    case fact(@Sendable (Fact, PlanFile, RuleContext, inout Findings) -> Void)
    /// All facts of the book, once every file is read.
    case book(@Sendable (PlanBook, RuleContext, inout Findings) -> Void)
    /// Found by the engine itself while it applies suppressions.
    case suppressions
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
  /// What a file must hold for the rule to look at it; empty where the rule looks for itself.
  let looksFor: FileMarks
  package let check: Check

  init(
    id: RuleID, group: Group, severity: Severity, profile: Profile = .core, summary: LocalText, why: LocalText,
    exceptions: LocalText? = nil, examples: [Example], looksFor: FileMarks = [], check: Check
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.profile = profile
    self.summary = summary
    self.why = why
    self.exceptions = exceptions
    self.examples = examples
    self.looksFor = looksFor
    self.check = check
  }
}

/// What every rule may know besides the plan itself.
package final class RuleContext: Sendable {
  package let book: BookContext
  package let today: Day
  /// What rules ask of every word, by its index in the lexicon.
  let marks: WordMarks
  /// What rules ask of every metric, by its index in the registry.
  let metrics: MetricMarks
  let workers: any Workers

  package init(book: BookContext, today: Day, workers: any Workers = OneByOne()) {
    self.book = book
    self.today = today
    self.workers = workers
    marks = WordMarks(book.lexicon)
    metrics = MetricMarks(book.registry, book.settings.rules.limits)
  }
}
