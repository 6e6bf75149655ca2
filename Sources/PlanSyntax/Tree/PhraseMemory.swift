import PlanSource

/// Short texts that were read before, with the tokens they gave: plans written after one template say the same again and
/// again, and a table's cells even more so.
///
/// A text is known by its raw bytes, so neither markup nor words are looked at again. It is kept when it comes for the
/// second time; a full memory forgets everything. What is remembered changes no result, only the time it takes.
struct PhraseMemory: Sendable {
  /// A text to look for: one line, without what its containers put before it.
  struct Key {
    let range: Range<Int>
    let isCell: Bool
    fileprivate let hash: UInt64
  }

  private struct Entry {
    /// Where the bytes stand in `texts`.
    let text: Int
    let length: Int
    let isCell: Bool
    let state: PlanTable.CellState
    /// The phrase's bytes, from the text's first.
    let phrase: Range<Int>
    /// From the phrase's first token; -1 for none.
    let colon: Int32
    let tokens: Range<Int>
    let quantities: Range<Int>
    let periods: Range<Int>
  }

  /// By hash: one more than the index in `entries`, 0 for none. Empty until the first text.
  private var places: [UInt32] = []
  /// By hash: what came there last, whether kept or not.
  private var seen: [UInt32] = []
  private var entries: [Entry] = []
  private var texts: [UInt8] = []
  /// Tokens with ranges from their text's first byte, and values from their entry's first.
  private var tokens: [Token] = []
  private var quantities: [Quantity] = []
  private var periods: [PeriodMention] = []

  private static let placeCount = 1 << 15
  private static let longest = 120
  private static let entryLimit = 1 << 15

  /// `nil` for what is too long to come again.
  static func key(_ bytes: Span<UInt8>, _ range: Range<Int>, isCell: Bool) -> Key? {
    guard !range.isEmpty, range.count <= longest, range.upperBound <= bytes.count else { return nil }
    return Key(range: range, isCell: isCell, hash: bytes.fingerprint(range) ^ (isCell ? 0x5BD1_E995 : 0))
  }

  /// The phrase of a known text, its tokens added to the lexer's.
  func recall(
    _ key: Key, _ bytes: Span<UInt8>, into lexer: inout Lexer
  ) -> (phrase: Phrase, state: PlanTable.CellState)? {
    guard !places.isEmpty else { return nil }
    let place = places[Self.place(key)]
    guard place > 0 else { return nil }
    let entry = entries[Int(place) - 1]
    guard entry.length == key.range.count, entry.isCell == key.isCell,
      bytes.equals(key.range, texts.span, at: entry.text)
    else { return nil }
    let start = key.range.lowerBound
    let first = lexer.tokens.count
    let quantity = UInt32(lexer.quantities.count)
    let period = UInt32(lexer.periods.count)
    for index in entry.tokens {
      let token = tokens[index]
      var value = token.value
      switch token.kind {
      case .quantity: value &+= quantity
      case .period: value &+= period
      default: break
      }
      lexer.tokens.append(Token(token.kind, token.range.moved(by: start), value: value))
    }
    if !entry.quantities.isEmpty { lexer.quantities.append(contentsOf: quantities[entry.quantities]) }
    for index in entry.periods { lexer.periods.append(periods[index].moved(by: start)) }
    let phrase = Phrase(
      start: UInt32(entry.phrase.lowerBound + start), end: UInt32(entry.phrase.upperBound + start),
      firstToken: Int32(first), endToken: Int32(lexer.tokens.count),
      colon: entry.colon < 0 ? -1 : entry.colon + Int32(first))
    return (phrase, entry.state)
  }

  /// Whether the text came before; from now on it did.
  mutating func comesAgain(_ key: Key) -> Bool {
    if places.isEmpty {
      places = [UInt32](repeating: 0, count: Self.placeCount)
      seen = places
    }
    let place = Self.place(key)
    let trace = UInt32(truncatingIfNeeded: key.hash >> 32)
    if seen[place] == trace { return true }
    seen[place] = trace
    return false
  }

  /// Keeps what a text was read as; what has problems of its own is read each time.
  mutating func keep(
    _ key: Key, _ bytes: Span<UInt8>, _ phrase: Phrase, _ state: PlanTable.CellState, _ lexer: Lexer,
    since mark: Lexer.Mark
  ) {
    guard lexer.problems.count == mark.problems, Int(phrase.start) >= key.range.lowerBound, phrase.isEmpty
      || Int(phrase.firstToken) == mark.tokens, !bytes.holdsLineEnd(key.range)
    else { return }
    if entries.count >= Self.entryLimit { forget() }
    let place = Self.place(key)
    let start = key.range.lowerBound
    let first = (text: texts.count, token: tokens.count, quantity: quantities.count, period: periods.count)
    for index in key.range { texts.append(bytes[index]) }
    for token in lexer.tokens[mark.tokens...] {
      var value = token.value
      switch token.kind {
      case .quantity: value -= UInt32(mark.quantities)
      case .period: value -= UInt32(mark.periods)
      default: break
      }
      tokens.append(Token(token.kind, token.range.moved(by: -start), value: value))
    }
    quantities += lexer.quantities[mark.quantities...]
    for period in lexer.periods[mark.periods...] { periods.append(period.moved(by: -start)) }
    entries.append(
      Entry(
        text: first.text, length: key.range.count, isCell: key.isCell, state: state,
        phrase: phrase.range.moved(by: -start), colon: phrase.colon < 0 ? -1 : phrase.colon - phrase.firstToken,
        tokens: first.token..<tokens.count, quantities: first.quantity..<quantities.count,
        periods: first.period..<periods.count))
    places[place] = UInt32(entries.count)
  }

  private mutating func forget() {
    for place in places.indices { places[place] = 0 }
    entries.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    quantities.removeAll(keepingCapacity: true)
    periods.removeAll(keepingCapacity: true)
  }

  private static func place(_ key: Key) -> Int { Int(truncatingIfNeeded: key.hash) & (placeCount - 1) }
}

extension Range<Int> {
  @inline(__always)
  fileprivate func moved(by distance: Int) -> Range<Int> {
    Range(uncheckedBounds: (lowerBound + distance, upperBound + distance))
  }
}

extension PeriodMention {
  fileprivate func moved(by distance: Int) -> PeriodMention {
    PeriodMention(
      period: period,
      weekday: weekday.map { WrittenWeekday(weekday: $0.weekday, range: $0.range.moved(by: distance)) })
  }
}

extension Span<UInt8> {
  fileprivate func holdsLineEnd(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] == UInt8(ascii: "\n") || self[$0] == UInt8(ascii: "\r") }
  }
}
