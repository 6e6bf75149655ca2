import MarkdownTree
import PlanSource

/// Cuts the text of headings, items, paragraphs and cells into tokens.
///
/// One lexer serves one file; every position is looked at once, and the longest reading wins. Between readings of the
/// same length a period beats a quantity and a quantity beats a word, so that `2026年3月` is no amount.
struct Lexer {
  let lexicon: Lexicon
  private let quantityReader: QuantityReader
  private let periodReader: PeriodReader
  private let beginnings: Beginnings
  var tokens: [Token] = []
  var quantities: [Quantity] = []
  var periods: [PeriodMention] = []
  var problems: [SyntaxProblem] = []

  init(_ lexicon: Lexicon, _ quantityReader: QuantityReader, _ periodReader: PeriodReader, _ beginnings: Beginnings) {
    self.lexicon = lexicon
    self.quantityReader = quantityReader
    self.periodReader = periodReader
    self.beginnings = beginnings
  }

  /// Cuts the bytes `range` of `text` into tokens and finds the label in front of them.
  mutating func phrase(_ text: InlineText, _ range: Range<Int>) -> Phrase {
    let bytes = text.bytes.span
    let range = bytes.trimmed(range)
    let first = tokens.count
    var run: Range<Int>?
    var colon = -1
    var mayLabel = true
    var code = text.code.firstIndex { $0.upperBound > range.lowerBound } ?? text.code.count
    var at = range.lowerBound
    while at < range.upperBound {
      if code < text.code.count, at >= text.code[code].lowerBound {
        let end = min(range.upperBound, text.code[code].upperBound)
        run = run.map { $0.lowerBound..<end } ?? at..<end
        at = end
        code += 1
        continue
      }
      let known = beginnings.endOfIdeographs(
        bytes, at, code < text.code.count ? min(range.upperBound, text.code[code].lowerBound) : range.upperBound)
      if known > at {
        run = run.map { $0.lowerBound..<known } ?? at..<known
        at = known
        continue
      }
      guard let (token, end) = next(text, bytes, at, range) else {
        let end = bytes.endOfRun(at, range.upperBound)
        run = run.map { $0.lowerBound..<end } ?? at..<end
        at = end
        continue
      }
      if let pending = run {
        append(.text, text, pending)
        run = nil
      }
      if let token {
        if token.kind == .colon, mayLabel, colon < 0 { colon = tokens.count }
        if token.kind.endsLabel { mayLabel = false }
        tokens.append(token)
      }
      at = end
    }
    if let pending = run { append(.text, text, pending) }
    if colon >= 0, colon - first > Self.longestLabel { colon = -1 }
    let source = text.sourceRange(range)
    return Phrase(
      start: UInt32(source.lowerBound), end: UInt32(source.upperBound), firstToken: Int32(first),
      endToken: Int32(tokens.count), colon: Int32(colon))
  }

  /// How much was read so far.
  struct Mark {
    let tokens: Int
    let quantities: Int
    let periods: Int
    let problems: Int
  }

  var mark: Mark {
    Mark(tokens: tokens.count, quantities: quantities.count, periods: periods.count, problems: problems.count)
  }

  /// A cell that is one number in plain digits, which most cells are; `nil` for everything else.
  mutating func number(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Phrase? {
    let length = cell.count
    let first = bytes[cell.lowerBound]
    // Four digits may be a year, and the book may have words that begin like numbers.
    guard first.isDigit, length != 4, length < 4 || bytes[cell.lowerBound + 4] != UInt8(ascii: "."),
      !beginnings.kinds(bytes, cell.lowerBound, cell.upperBound).contains(.word),
      case .quantity(let value)? = quantityReader.plainCell(bytes, cell)
    else { return nil }
    let index = Int32(tokens.count)
    tokens.append(Token(.quantity, cell, value: UInt32(quantities.count)))
    quantities.append(value)
    return Phrase(
      start: UInt32(cell.lowerBound), end: UInt32(cell.upperBound), firstToken: index, endToken: index + 1, colon: -1)
  }

  /// Whether a whole text is blank or a placeholder.
  func blankOrPlaceholder(_ bytes: Span<UInt8>, _ range: Range<Int>) -> BlankKind? {
    quantityReader.blankOrPlaceholder(bytes, range)
  }

  /// Labels are short; a colon further on belongs to a sentence.
  private static let longestLabel = 12

  private mutating func append(_ kind: Token.Kind, _ text: InlineText, _ range: Range<Int>) {
    tokens.append(Token(kind, text.sourceRange(range)))
  }

  /// The token at `at` and where it ends; a missing token is a blank; `nil` where nothing is known to start.
  private mutating func next(
    _ text: InlineText, _ bytes: Span<UInt8>, _ at: Int, _ range: Range<Int>
  ) -> (Token?, Int)? {
    let end = range.upperBound
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return (nil, at + 1)
    case UInt8(ascii: "\n"): return mark(.lineBreak, text, at, 1)
    case UInt8(ascii: ":"):
      if at + 2 < end, bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/") { return nil }
      let length = at + 1 < end && bytes[at + 1] == byte ? 2 : 1
      return mark(.colon, text, at, length)
    case UInt8(ascii: ","): return mark(.comma, text, at, 1)
    case UInt8(ascii: ";"): return mark(.semicolon, text, at, 1)
    case UInt8(ascii: "."), UInt8(ascii: "!"):
      return at + 1 == end || bytes[at + 1].isBlank ? mark(.stop, text, at, 1) : nil
    case UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "&"):
      return value(text, bytes, at, end) ?? mark(.bar, text, at, 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return mark(.close, text, at, 1)
    case UInt8(ascii: "("), UInt8(ascii: "["):
      if let priority = priority(text, bytes, at, end) { return priority }
      return value(text, bytes, at, end) ?? mark(.open, text, at, 1)
    case UInt8(ascii: "@"): return mention(text, bytes, at, end)
    case UInt8(ascii: "#"): return tag(.tag, text, bytes, at, end)
    case UInt8(ascii: "^"): return tag(.blockID, text, bytes, at, end)
    case UInt8(ascii: "="):
      var close = at
      while close < end, bytes[close] == byte { close += 1 }
      return close < end && bytes[close] == UInt8(ascii: ">") ? mark(.verdict, text, at, close + 1 - at) : nil
    case UInt8(ascii: "-"):
      return value(text, bytes, at, end) ?? mark(.dash, text, at, 1)
    case UInt8(ascii: "P"), UInt8(ascii: "p"):
      return priority(text, bytes, at, end) ?? value(text, bytes, at, end)
    case 0xE2 where bytes.holds([0xE2, 0x80, 0x94], at, end) || bytes.holds([0xE2, 0x80, 0x93], at, end):
      return value(text, bytes, at, end) ?? mark(.dash, text, at, 3)
    case 0xE3:
      if bytes.holds([0xE3, 0x80, 0x80], at, end) { return (nil, at + 3) }
      if bytes.holds([0xE3, 0x80, 0x82], at, end) { return mark(.stop, text, at, 3) }
      if bytes.holds([0xE3, 0x80, 0x81], at, end) { return mark(.pause, text, at, 3) }
      if bytes.holds([0xE3, 0x80, 0x90], at, end) { return mark(.open, text, at, 3) }
      if bytes.holds([0xE3, 0x80, 0x91], at, end) { return mark(.close, text, at, 3) }
      return value(text, bytes, at, end)
    case 0xEF where at + 2 < end && bytes[at + 1] == 0xBC:
      switch bytes[at + 2] {
      case 0x9A: return mark(.colon, text, at, 3)
      case 0x8C: return mark(.comma, text, at, 3)
      case 0x9B: return mark(.semicolon, text, at, 3)
      case 0x89: return mark(.close, text, at, 3)
      case 0x88: return value(text, bytes, at, end) ?? mark(.open, text, at, 3)
      case 0x8F: return mark(.bar, text, at, 3)
      case 0x81: return mark(.stop, text, at, 3)
      default: return value(text, bytes, at, end)
      }
    default: return value(text, bytes, at, end)
    }
  }

  private func mark(_ kind: Token.Kind, _ text: InlineText, _ at: Int, _ length: Int) -> (Token?, Int) {
    (Token(kind, text.sourceRange(at..<at + length)), at + length)
  }

  /// The longest of word, period and quantity that starts here.
  private mutating func value(_ text: InlineText, _ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (Token?, Int)? {
    let kinds = beginnings.kinds(bytes, at, end)
    guard kinds != [] else { return nil }
    var word = kinds.contains(.word) ? lexicon.table.match(bytes, at: at, end: end) : nil
    if let found = word, found.end - at == 3, isPartOfAWord(found.value, bytes, at, end) { word = nil }
    // The number of a cell; four digits may be a year.
    if word == nil, bytes[at].isDigit, end - at != 4, end - at < 4 || bytes[at + 4] != UInt8(ascii: "."),
      let number = quantityReader.plain(bytes, at, end), case .quantity(let value) = number.value
    {
      quantities.append(value)
      return (Token(.quantity, text.sourceRange(at..<end), value: UInt32(quantities.count - 1)), end)
    }
    var longest = word?.end ?? at
    let period = kinds.contains(.period) ? periodReader.read(bytes, at: at, end: end) : nil
    // A whole date is longer than any number that begins like it.
    let isDate =
      period.map { $0.end - at >= 8 && (bytes[at + 4] == UInt8(ascii: "-") || bytes[at + 4] == 0xE5) } ?? false
    let quantity = kinds.contains(.quantity) && !isDate ? quantityReader.read(bytes, at: at, end: end) : nil
    if let period, period.end >= max(longest, quantity?.end ?? at) {
      return (token(text, at, period), period.end)
    }
    if let quantity, quantity.end >= longest {
      longest = quantity.end
      let range = text.sourceRange(at..<longest)
      switch quantity.value {
      case .quantity(let value):
        quantities.append(value)
        return (Token(.quantity, range, value: UInt32(quantities.count - 1)), longest)
      case .placeholder:
        return (Token(.placeholder, range), longest)
      case .unreadable(let problem):
        problems.append(SyntaxProblem(.amount(problem), range))
        return (Token(.unreadable, range, value: UInt32(problems.count - 1)), longest)
      }
    }
    guard let word else { return nil }
    return (Token(.word, text.sourceRange(at..<word.end), value: word.value), word.end)
  }

  /// A label of one character (事 地 物 费 旬) means something only when it stands alone: 事实 is no 事.
  private func isPartOfAWord(_ index: UInt32, _ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let word = lexicon[index]
    guard word.cue == nil, word.owner == nil, word.metric == nil, word.dimensionValue == nil else { return false }
    return at >= 3 && bytes[at - 3].leadsIdeograph || at + 3 < end && bytes[at + 3].leadsIdeograph
  }

  private mutating func token(_ text: InlineText, _ at: Int, _ reading: Reading<ReadPeriod>) -> Token {
    let range = text.sourceRange(at..<reading.end)
    switch reading.value {
    case .period(let period, let weekday):
      let written = weekday.map { WrittenWeekday(weekday: $0.weekday, range: text.sourceRange($0.range)) }
      periods.append(PeriodMention(period: period, weekday: written))
      return Token(.period, range, value: UInt32(periods.count - 1))
    case .problem(let problem):
      problems.append(SyntaxProblem(.date(problem), range))
      return Token(.unreadable, range, value: UInt32(problems.count - 1))
    }
  }

  /// `P1`, `[P0]`, `(P2)`.
  private func priority(_ text: InlineText, _ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (Token?, Int)? {
    let bracketed = bytes[at] == UInt8(ascii: "[") || bytes[at] == UInt8(ascii: "(")
    let letter = bracketed ? at + 1 : at
    guard letter + 1 < end, bytes[letter] & 0xDF == UInt8(ascii: "P"), bytes[letter + 1].isDigit else { return nil }
    if !bracketed, at > 0, bytes[at - 1].isWordByte { return nil }
    let close = letter + 2
    let closed = close < end && (bytes[close] == UInt8(ascii: "]") || bytes[close] == UInt8(ascii: ")"))
    guard bracketed ? closed : close == end || !bytes[close].isWordByte else { return nil }
    let length = (bracketed ? close + 1 : close) - at
    let digit = UInt32(bytes[letter + 1] - UInt8(ascii: "0"))
    return (Token(.priority, text.sourceRange(at..<at + length), value: digit), at + length)
  }

  /// `@王芳`: the longest name of the book, else everything up to a blank or a mark.
  private func mention(_ text: InlineText, _ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (Token?, Int)? {
    guard at + 1 < end, at == 0 || !bytes[at - 1].isWordByte else { return nil }
    let close = bytes.endOfName(at + 1, end)
    if let word = lexicon.table.match(bytes, at: at + 1, end: end), lexicon[word.value].owner != nil,
      !isAnotherName(bytes, at + 1, word.end, close)
    {
      return (Token(.mention, text.sourceRange(at..<word.end), value: word.value), word.end)
    }
    guard close > at + 1 else { return nil }
    return (Token(.mention, text.sourceRange(at..<close)), close)
  }

  /// 王芳芳 is not 王芳: one more character makes another name of what is as short as a name.
  private func isAnotherName(_ bytes: Span<UInt8>, _ start: Int, _ known: Int, _ close: Int) -> Bool {
    close - known == 3 && close - start <= 9 && bytes[start].leadsIdeograph && bytes[known].leadsIdeograph
  }

  private func tag(
    _ kind: Token.Kind, _ text: InlineText, _ bytes: Span<UInt8>, _ at: Int, _ end: Int
  ) -> (Token?, Int)? {
    guard at == 0 || !bytes[at - 1].isWordByte else { return nil }
    let close = bytes.endOfName(at + 1, end)
    return close > at + 1 ? (Token(kind, text.sourceRange(at..<close)), close) : nil
  }
}

extension Token.Kind {
  /// Whether nothing after this token can still be part of a label.
  fileprivate var endsLabel: Bool {
    switch self {
    case .comma, .semicolon, .stop, .verdict, .lineBreak, .mention: true
    default: false
    }
  }
}
