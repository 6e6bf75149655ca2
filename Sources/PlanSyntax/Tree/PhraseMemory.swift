import PlanSource

/// Short texts that were read before, with the tokens they gave: plans written after one template say the same again and
/// again, and a table's cells even more so.
///
/// A text is known by its raw bytes, so neither markup nor words are looked at again. It is kept when it comes for the
/// second time; a full memory forgets everything. What is remembered changes no result, only the time it takes.
struct PhraseMemory: Sendable {
  /// What the same words may be read differently as.
  enum Place: UInt8, Sendable {
    /// A heading or item.
    case line
    /// A paragraph outside items, where a line of bold stands for a heading.
    case paragraph
    case cell
  }

  /// A text to look for: one line, without what its containers put before it.
  struct Key {
    let range: Range<Int>
    let place: Place
    fileprivate let hash: UInt64
  }

  private struct Entry {
    /// Where the bytes stand in `texts`.
    let text: UInt32
    /// The phrase's bytes, from the text's first.
    let phraseStart: UInt32
    let phraseEnd: UInt32
    /// Where its tokens, quantities and periods stand.
    let token: UInt32
    let quantity: UInt32
    let period: UInt32
    let length: UInt8
    let tokenCount: UInt8
    let quantityCount: UInt8
    let periodCount: UInt8
    /// From the phrase's first token; -1 for none.
    let colon: Int8
    let place: Place
    let state: PlanTable.CellState
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
  static func key(_ bytes: Span<UInt8>, _ range: Range<Int>, as place: Place) -> Key? {
    guard !range.isEmpty, range.count <= longest, range.upperBound <= bytes.count else { return nil }
    return Key(range: range, place: place, hash: bytes.fingerprint(range) ^ UInt64(place.rawValue) &* 0x5BD1_E995)
  }

  /// The phrase of a known text, its tokens added to the lexer's.
  func recall(
    _ key: Key, _ bytes: Span<UInt8>, into lexer: inout Lexer
  ) -> (phrase: Phrase, state: PlanTable.CellState)? {
    guard !places.isEmpty else { return nil }
    let place = places[Self.place(key)]
    guard place > 0 else { return nil }
    let entry = entries[Int(place) - 1]
    guard Int(entry.length) == key.range.count, entry.place == key.place,
      bytes.equals(key.range, texts.span, at: Int(entry.text))
    else { return nil }
    let start = UInt32(key.range.lowerBound)
    let first = Int32(lexer.tokens.count)
    let quantity = UInt32(lexer.quantities.count)
    let period = UInt32(lexer.periods.count)
    for index in Int(entry.token)..<Int(entry.token) + Int(entry.tokenCount) {
      lexer.tokens.append(tokens[index].moved(by: start, quantities: quantity, periods: period))
    }
    if entry.quantityCount > 0 {
      for index in Int(entry.quantity)..<Int(entry.quantity) + Int(entry.quantityCount) {
        lexer.quantities.append(quantities[index])
      }
    }
    if entry.periodCount > 0 {
      for index in Int(entry.period)..<Int(entry.period) + Int(entry.periodCount) {
        lexer.periods.append(periods[index].moved(by: Int(start)))
      }
    }
    let phrase = Phrase(
      start: entry.phraseStart + start, end: entry.phraseEnd + start, firstToken: first,
      endToken: first + Int32(entry.tokenCount), colon: entry.colon < 0 ? -1 : Int32(entry.colon) + first)
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
    guard lexer.problems.count == mark.problems, Int(phrase.start) >= key.range.lowerBound,
      lexer.tokens.count - mark.tokens == phrase.tokens.count, phrase.tokens.count < Int(Int8.max),
      !bytes.holdsLineEnd(key.range)
    else { return }
    if entries.count >= Self.entryLimit { forget() }
    let start = UInt32(key.range.lowerBound)
    entries.append(
      Entry(
        text: UInt32(texts.count), phraseStart: phrase.start - start, phraseEnd: phrase.end - start,
        token: UInt32(tokens.count), quantity: UInt32(quantities.count), period: UInt32(periods.count),
        length: UInt8(key.range.count), tokenCount: UInt8(phrase.tokens.count),
        quantityCount: UInt8(lexer.quantities.count - mark.quantities),
        periodCount: UInt8(lexer.periods.count - mark.periods),
        colon: phrase.colon < 0 ? -1 : Int8(phrase.colon - phrase.firstToken), place: key.place, state: state))
    for index in key.range { texts.append(bytes[index]) }
    for token in lexer.tokens[mark.tokens...] {
      tokens.append(
        token.moved(by: 0 &- start, quantities: 0 &- UInt32(mark.quantities), periods: 0 &- UInt32(mark.periods)))
    }
    quantities += lexer.quantities[mark.quantities...]
    for period in lexer.periods[mark.periods...] { periods.append(period.moved(by: -Int(start))) }
    places[Self.place(key)] = UInt32(entries.count)
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

extension Token {
  /// The token at another place, its value counted from elsewhere; all three wrap around.
  @inline(__always)
  fileprivate func moved(by distance: UInt32, quantities: UInt32, periods: UInt32) -> Token {
    switch kind {
    case .quantity: Token(kind, start: start &+ distance, end: end &+ distance, value: value &+ quantities)
    case .period: Token(kind, start: start &+ distance, end: end &+ distance, value: value &+ periods)
    default: Token(kind, start: start &+ distance, end: end &+ distance, value: value)
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
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
