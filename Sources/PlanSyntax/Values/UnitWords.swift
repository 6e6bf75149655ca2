/// The words that stand before and behind numbers, from `units.txt`.
package struct UnitWords: Sendable {
  /// What may follow a number directly.
  enum Suffix: Hashable, Sendable {
    case magnitude(Int8)
    case unit(WrittenUnit)
    /// 成: a tenth, in percent.
    case tenth
    case multiple
    /// Looks like a unit and is none.
    case none
    /// Makes the number before it a date, a rank or a name.
    case name
  }

  /// What may stand before a number.
  enum Prefix: Hashable, Sendable {
    case comparator(Comparator)
    case approximate
    case money(Currency?)
    case every(PeriodLevel)
    case number(Int)
    case placeholder
    /// Begins like a Chinese number and counts nothing.
    case idiom
  }

  /// What may stand behind a number and its unit.
  enum Qualifier: Hashable, Sendable {
    case comparator(Comparator)
    case approximate
    /// Begins like a qualifier and is none.
    case none
  }

  private(set) var suffixes: [Suffix] = []
  private(set) var prefixes: [Prefix] = []
  private(set) var qualifiers: [Qualifier] = []
  private(set) var levels: [PeriodLevel] = []
  private(set) var suffixTable = WordTable()
  private(set) var prefixTable = WordTable()
  private(set) var qualifierTable = WordTable()
  /// What may follow a slash or `per`.
  private(set) var everyTable = WordTable()
  private(set) var perTable = WordTable()
  /// Whole cells: 0 is blank, 1 is a placeholder.
  private(set) var cellTable = WordTable()
  /// Words that make the number behind them a name.
  private(set) var ordinalTable = WordTable()
  /// Words that cannot be what an English number word counts.
  private(set) var nounlessTable = WordTable()
  /// The bytes that a prefix can begin with.
  private var prefixStarts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// The last twelve bits of the three-byte characters that a prefix can begin with: most characters are none of them.
  private var prefixCharacters = [UInt64](repeating: 0, count: 64)
  /// Measure words by their index in `WrittenUnit.count`.
  package private(set) var measureWords: [String] = []

  /// Read from the data once a run.
  package static let shared = UnitWords()

  private init() {
    for line in unitsData.description.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let head = line[..<colon].split(separator: " ")
      guard let category = head.first else { continue }
      for part in line[line.index(after: colon)...].split(separator: "|") {
        let word = part.split(separator: " ").joined(separator: " ")
        if !word.isEmpty { take(String(category), head.count > 1 ? String(head[1]) : "", word) }
      }
    }
  }

  private mutating func take(_ category: String, _ name: String, _ word: String) {
    switch category {
    case "magnitude": addSuffix(word, .magnitude(Int8(name) ?? 0))
    case "money":
      let currency = name == "any" ? nil : Currency(name)
      addSuffix(word, .unit(.money(currency)))
      addPrefix(word, .money(currency))
    case "percent": addSuffix(word, .unit(.percent))
    case "tenth": addSuffix(word, .tenth)
    case "points": addSuffix(word, .unit(.points))
    case "multiple": addSuffix(word, .multiple)
    case "days": addSuffix(word, .unit(.days))
    case "weeks": addSuffix(word, .unit(.weeks))
    case "months": addSuffix(word, .unit(.months))
    case "hours": addSuffix(word, .unit(.hours))
    case "minutes": addSuffix(word, .unit(.minutes))
    case "measure":
      guard measureWords.count < 255 else { return }
      addSuffix(word, .unit(.count(UInt8(measureWords.count))))
      measureWords.append(word)
    case "none": addSuffix(word, .none)
    case "name": addSuffix(word, .name)
    case "idiom": addPrefix(word, .idiom)
    case "every", "each": addEvery(category, name, word)
    case "per": perTable.add(word, value: 0)
    case "before": addPrefix(word, name == "about" ? .approximate : .comparator(Comparator(name) ?? .equal))
    case "after":
      qualifierTable.add(word, value: UInt32(qualifiers.count))
      qualifiers.append(name == "about" ? .approximate : Comparator(name).map { .comparator($0) } ?? .none)
    case "number": addPrefix(word, .number(Int(name) ?? 0))
    case "no-noun": nounlessTable.add(word, value: 0)
    case "placeholder":
      addPrefix(word, .placeholder)
      cellTable.add(word, value: 1)
    case "blank": cellTable.add(word, value: 0)
    case "ordinal": ordinalTable.add(word, value: 0)
    default: break
    }
  }

  private mutating func addSuffix(_ word: String, _ suffix: Suffix) {
    suffixTable.add(word, value: UInt32(suffixes.count))
    suffixes.append(suffix)
  }

  private mutating func addPrefix(_ word: String, _ prefix: Prefix) {
    prefixTable.add(word, value: UInt32(prefixes.count))
    prefixes.append(prefix)
    guard let first = word.utf8.first else { return }
    markStart(first)
    let bytes = Array(word.utf8.prefix(3))
    if first >= 0xE0, bytes.count == 3 { prefixCharacters[Int(bytes[1] & 63)] |= 1 << UInt64(bytes[2] & 63) }
    if first & 0xDF &- 0x41 < 26 { markStart(first ^ 0x20) }
    if first < 0x80 { markStart(0xEF) }
  }

  private mutating func addEvery(_ category: String, _ name: String, _ word: String) {
    let level: PeriodLevel
    switch name {
    case "day": level = .day
    case "week": level = .week
    case "month": level = .month
    case "quarter": level = .quarter
    case "half": level = .half
    default: level = .year
    }
    if category == "each" { return addPrefix(word, .every(level)) }
    everyTable.add(word, value: UInt32(levels.count))
    levels.append(level)
  }

  private mutating func markStart(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: prefixStarts.0 |= bit
    case 1: prefixStarts.1 |= bit
    case 2: prefixStarts.2 |= bit
    default: prefixStarts.3 |= bit
    }
  }

  /// Whether a prefix can begin with this byte.
  @inline(__always)
  func canStartPrefix(_ byte: UInt8) -> Bool {
    let bits: UInt64
    switch byte >> 6 {
    case 0: bits = prefixStarts.0
    case 1: bits = prefixStarts.1
    case 2: bits = prefixStarts.2
    default: bits = prefixStarts.3
    }
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a prefix can begin with the three-byte character at `at`.
  @inline(__always)
  func canStartPrefix(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at + 2 < end else { return false }
    return prefixCharacters[Int(text[at + 1] & 63)] >> UInt64(text[at + 2] & 63) & 1 == 1
  }

  func suffix(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (suffix: Suffix, end: Int)? {
    suffixTable.match(text, at: at, end: end, afterNumber: true).map { (suffixes[Int($0.value)], $0.end) }
  }

  func prefix(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (prefix: Prefix, end: Int)? {
    prefixTable.match(text, at: at, end: end).map { (prefixes[Int($0.value)], $0.end) }
  }

  func qualifier(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (qualifier: Qualifier, end: Int)? {
    guard let found = qualifierTable.match(text, at: at, end: end) else { return nil }
    let qualifier = qualifiers[Int(found.value)]
    return qualifier == .none ? nil : (qualifier, found.end)
  }

  func every(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (level: PeriodLevel, end: Int)? {
    everyTable.match(text, at: at, end: end).map { (levels[Int($0.value)], $0.end) }
  }

  /// Whether a magnitude or unit starts at `at`.
  func hasUnit(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard let found = suffix(text, at, end) else { return false }
    return found.suffix != .none && found.suffix != .name
  }
}

extension Comparator {
  fileprivate init?(_ name: String) {
    switch name {
    case "at-least": self = .atLeast
    case "at-most": self = .atMost
    case "more-than": self = .moreThan
    case "less-than": self = .lessThan
    default: return nil
    }
  }
}
