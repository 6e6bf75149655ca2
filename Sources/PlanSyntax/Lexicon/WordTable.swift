/// Words and what they stand for, found in text without making a string.
///
/// A trie over characters whose edges live in one open-addressed table, so that a lookup costs about one probe a
/// character. Case and width do not count: words and text are folded as `foldedUnit(at:end:)` has it.
package struct WordTable: Sendable {
  /// Edges by `node << 16 | unit`; a key of 0 is a free place, since no edge leads from node 0 by NUL.
  private var keys: [UInt64]
  private var targets: [UInt32]
  /// What the word that ends at a node stands for, by node.
  private var values: [UInt32] = [Self.noValue]
  /// The same for words written without their blanks, which only `lookup` sees.
  private var compactValues: [UInt32] = [Self.noValue]
  private var edgeCount = 0
  /// Which characters of the Basic Multilingual Plane begin a word, one bit each.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  private static let noValue = UInt32.max

  package init() {
    keys = [UInt64](repeating: 0, count: 256)
    targets = [UInt32](repeating: 0, count: 256)
  }

  /// Adds a word; blanks at its ends do not count and blanks inside stand for one or more.
  ///
  /// - Parameters:
  ///   - value: Any number but `UInt32.max`.
  ///   - replace: Whether a later word takes the place of an earlier one with the same spelling; otherwise the first stays.
  package mutating func add(_ word: String, value: UInt32, replace: Bool = false) {
    let bytes = Array(word.utf8)
    add(bytes.span, value, replace)
  }

  private mutating func add(_ word: Span<UInt8>, _ value: UInt32, _ replace: Bool) {
    markFirst(word)
    var node: UInt32 = 0
    var compact: UInt32 = 0
    var isPendingBlank = false
    var at = 0
    while at < word.count {
      let (unit, width) = word.foldedUnit(at: at, end: word.count)
      at += width
      if unit == 0x20 {
        isPendingBlank = node != 0
        continue
      }
      guard unit != 0 else { return }
      if isPendingBlank { node = grow(node, 0x20) }
      isPendingBlank = false
      node = grow(node, unit)
      compact = grow(compact, unit)
    }
    guard node != 0 else { return }
    if replace || values[Int(node)] == Self.noValue { values[Int(node)] = value }
    if replace || compactValues[Int(compact)] == Self.noValue { compactValues[Int(compact)] = value }
  }

  /// The longest word that starts at `offset` and what it stands for.
  ///
  /// A word that begins or ends in a Latin letter or digit must not have another one as its neighbour there.
  package func match(_ text: Span<UInt8>, at offset: Int, end: Int) -> (value: UInt32, end: Int)? {
    match(text, at: offset, end: end, afterNumber: false)
  }

  private mutating func markFirst(_ word: Span<UInt8>) {
    var at = 0
    while at < word.count, word[at] == 0x20 { at += 1 }
    guard at + 2 < word.count, word[at] & 0xF0 == 0xE0 else { return }
    let scalar = Self.scalar(word, at)
    firsts[scalar >> 6] |= 1 << UInt64(scalar & 63)
  }

  /// The character of three bytes at `at`.
  private static func scalar(_ text: Span<UInt8>, _ at: Int) -> Int {
    Int(text[at] & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
  }

  /// Whether a word can begin with this character of the Basic Multilingual Plane that takes three bytes.
  func canBegin(scalar: Int) -> Bool { firsts[scalar >> 6] & 1 << UInt64(scalar & 63) != 0 }

  /// Whether a word can begin with this byte of ASCII.
  func canBegin(ascii byte: UInt8) -> Bool {
    let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
    return Self.step(0, UInt16(folded), keys.span, targets.span) != nil
  }

  /// Whether a Chinese character surely begins no word; most do not, and the trie need not be asked.
  @inline(__always)
  private func beginsNothing(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard text[at] >= 0xE4, text[at] <= 0xE9, at + 2 < end else { return false }
    let scalar = Self.scalar(text, at)
    return firsts[scalar >> 6] & 1 << UInt64(scalar & 63) == 0
  }

  /// - Parameter afterNumber: Whether the word may follow a digit directly, as units do.
  func match(_ text: Span<UInt8>, at offset: Int, end: Int, afterNumber: Bool) -> (value: UInt32, end: Int)? {
    guard offset >= 0, offset < end, end <= text.count, !beginsNothing(text, offset, end) else { return nil }
    let keys = keys.span
    let targets = targets.span
    let values = values.span
    var found: (value: UInt32, end: Int)?
    var node: UInt32 = 0
    var at = offset
    while at < end {
      var (unit, width) = text.foldedUnit(at: at, end: end)
      if unit == 0x20 {
        guard node != 0 else { return nil }
        at = text.afterBlanks(at, end)
        width = 0
      } else if unit == 0 {
        break
      }
      guard let next = Self.step(node, unit, keys, targets) else { break }
      let isLatin = unit < 0x80 && UInt8(truncatingIfNeeded: unit).isLatinWordByte
      if node == 0, isLatin, !afterNumber, text.hasWordBefore(offset) { return nil }
      node = next
      at += width
      let value = values[Int(node)]
      if value != Self.noValue, !(isLatin && text.hasWordAfter(at, end)) { found = (value, at) }
    }
    return found
  }

  /// What the whole range stands for; case, width and blanks do not count.
  package func lookup(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    let keys = keys.span
    let targets = targets.span
    var node: UInt32 = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (unit, width) = text.foldedUnit(at: at, end: range.upperBound)
      at += width
      if unit == 0x20 { continue }
      guard unit != 0, let next = Self.step(node, unit, keys, targets) else { return nil }
      node = next
    }
    let value = compactValues[Int(node)]
    return value == Self.noValue ? nil : value
  }

  private static func step(
    _ node: UInt32, _ unit: UInt16, _ keys: Span<UInt64>, _ targets: Span<UInt32>
  ) -> UInt32? {
    let key = UInt64(node) << 16 | UInt64(unit)
    let mask = keys.count - 1
    var place = Self.place(key) & mask
    while keys[place] != 0 {
      if keys[place] == key { return targets[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  private static func place(_ key: UInt64) -> Int {
    // Two rounds of multiplication: after one, neighbouring characters at neighbouring nodes still crowd together.
    let first = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (first ^ first >> 32) &* 0xD6E8_FEB8_6659_FD93 >> 32)
  }

  /// The node that `unit` leads to, made if there is none. More than 2^24 nodes cannot be told apart; such words are left out.
  private mutating func grow(_ node: UInt32, _ unit: UInt16) -> UInt32 {
    if let next = Self.step(node, unit, keys.span, targets.span) { return next }
    precondition(values.count < 1 << 24, "a word table holds at most 16 million characters")
    if (edgeCount + 1) * 2 > keys.count { rehash() }
    let next = UInt32(values.count)
    values.append(Self.noValue)
    compactValues.append(Self.noValue)
    insert(UInt64(node) << 16 | UInt64(unit), next)
    edgeCount += 1
    return next
  }

  private mutating func insert(_ key: UInt64, _ target: UInt32) {
    let mask = keys.count - 1
    var place = Self.place(key) & mask
    while keys[place] != 0 { place = (place + 1) & mask }
    keys[place] = key
    targets[place] = target
  }

  private mutating func rehash() {
    let old = (keys, targets)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    targets = [UInt32](repeating: 0, count: keys.count)
    for (key, target) in zip(old.0, old.1) where key != 0 { insert(key, target) }
  }
}
