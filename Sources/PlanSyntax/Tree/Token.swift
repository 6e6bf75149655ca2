/// The smallest piece of a plan that means something, with the bytes it was read from.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    /// A word of the lexicon; `value` is its index there.
    case word
    /// `value` is an index in `PlanTree.quantities`.
    case quantity
    /// A written period; `value` is an index in `PlanTree.periods`.
    case period
    /// `TBD`, `???`, `xx万`: something is to be filled in.
    case placeholder
    /// Meant as an amount or a date and not readable; `value` is an index in `PlanTree.problems`.
    case unreadable
    case colon
    /// `，` `,`
    case comma
    /// `；` `;`
    case semicolon
    /// `。` and a full stop that ends a sentence.
    case stop
    /// `、`
    case pause
    case open
    case close
    /// `/` `|` `&`
    case bar
    case dash
    /// `=>`: what follows is a verdict about what stands before.
    case verdict
    /// `@name`; `value` is the owner's word in the lexicon, or `Token.unknown`.
    case mention
    /// `#tag`
    case tag
    /// `^id` at the end of an item.
    case blockID
    /// `P0`, `[P1]`; `value` is the number.
    case priority
    /// A line break inside a paragraph or cell.
    case lineBreak
    /// A run that nothing is known about.
    case text
  }

  package let kind: Kind
  package let start: UInt32
  package let end: UInt32
  package let value: UInt32

  package static let unknown = UInt32.max

  package init(_ kind: Kind, _ range: Range<Int>, value: UInt32 = Token.unknown) {
    self.kind = kind
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.value = value
  }

  init(_ kind: Kind, start: UInt32, end: UInt32, value: UInt32) {
    self.kind = kind
    self.start = start
    self.end = end
    self.value = value
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A run of text that is read as one: a heading, an item's first line, a paragraph, a table cell.
package struct Phrase: Sendable {
  /// Bytes of the text, blanks at its ends left out.
  package let start: UInt32
  package let end: UInt32
  package let firstToken: Int32
  package let endToken: Int32
  /// The token that ends the label (`label：value`), or -1.
  package let colon: Int32

  package static let empty = Phrase(start: 0, end: 0, firstToken: 0, endToken: 0, colon: -1)

  package init(start: UInt32, end: UInt32, firstToken: Int32, endToken: Int32, colon: Int32) {
    self.start = start
    self.end = end
    self.firstToken = firstToken
    self.endToken = endToken
    self.colon = colon
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var isEmpty: Bool { firstToken == endToken }
  package var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
  package var label: Range<Int> { Int(firstToken)..<(colon < 0 ? Int(firstToken) : Int(colon)) }
  /// What stands behind the label, or everything.
  package var body: Range<Int> { (colon < 0 ? Int(firstToken) : Int(colon) + 1)..<Int(endToken) }
}

/// A period as it stands in a plan.
package struct PeriodMention: Sendable {
  package let period: WrittenPeriod
  /// The weekday written beside a date, with its bytes.
  package let weekday: WrittenWeekday?

  package init(period: WrittenPeriod, weekday: WrittenWeekday? = nil) {
    self.period = period
    self.weekday = weekday
  }
}

/// A weekday written beside a date.
package struct WrittenWeekday: Sendable {
  /// Monday is 1, Sunday is 7.
  package let weekday: Int
  package let range: Range<Int>

  package init(weekday: Int, range: Range<Int>) {
    self.weekday = weekday
    self.range = range
  }
}
