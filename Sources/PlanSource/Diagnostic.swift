/// How much a finding weighs.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case info
  case warning
  case error

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The permanent name of a rule, such as `sum-mismatch`.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let description: String

  package init(_ description: String) { self.description = description }
  package init(stringLiteral value: String) { description = value }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}

/// One sentence in every language, with the values it was made of.
///
/// Grammar: one line, no full stop, the author's own words in backticks (English) or 「」 (Chinese), the fact first.
package struct Message: Hashable, Sendable {
  package let text: LocalText
  /// Named values for machine formats, in the order in which the message uses them.
  package let args: [Argument]

  package struct Argument: Hashable, Sendable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  package enum Value: Hashable, Sendable {
    case text(String)
    /// A decimal number in base units (元, not 万元), written without exponent.
    case number(String)
    case list([String])
  }

  package init(zh: String, en: String, _ args: Argument...) {
    text = LocalText(zh: zh, en: en)
    self.args = args
  }
}

/// Something a rule found in a plan.
package struct Diagnostic: Hashable, Sendable {
  package let rule: RuleID
  package var severity: Severity
  package let range: SourceRange
  package let message: Message
  /// What the marked words are, such as `季度目标`; shown beside the carets.
  package let label: LocalText?
  /// Everything that contributed, in report order.
  package let related: [Related]
  /// What to do about it.
  package let help: LocalText?
  package let fixes: [Fix]
  /// Why the author accepts it, where it is suppressed with a reason.
  package var acceptedBecause: String?

  package struct Related: Hashable, Sendable {
    package let range: SourceRange
    package let message: LocalText

    package init(_ range: SourceRange, _ message: LocalText) {
      self.range = range
      self.message = message
    }
  }

  package init(
    rule: RuleID, severity: Severity, range: SourceRange, message: Message, label: LocalText? = nil,
    related: [Related] = [], help: LocalText? = nil, fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.label = label
    self.related = related
    self.help = help
    self.fixes = fixes
  }

  /// Report order: file, place, rule, message. Two runs over the same plans print the same bytes.
  package static func inReportOrder(_ lhs: Self, _ rhs: Self) -> Bool {
    if lhs.range != rhs.range { return SourceRange.inReportOrder(lhs.range, rhs.range) }
    return (lhs.rule.description, lhs.message.text.en) < (rhs.rule.description, rhs.message.text.en)
  }
}
