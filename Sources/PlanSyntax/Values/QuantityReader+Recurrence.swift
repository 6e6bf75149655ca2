extension QuantityReader {
  /// Whether the text begins with a word in Latin letters that a number before it can count.
  package func isCountable(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= text.count else { return false }
    let first = text[range.lowerBound] | 0x20
    guard first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return false }
    return words.nounlessTable.match(text, at: range.lowerBound, end: range.upperBound) == nil
  }

  /// How often a number recurs that follows these words: 每天, 每周, `weekly`; `nil` when they do not say.
  package func recurrence(_ text: Span<UInt8>, _ range: Range<Int>) -> PeriodLevel? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    if let found = words.prefix(text, range.lowerBound, range.upperBound), case .every(let level) = found.prefix {
      return level
    }
    switch text.folded(range.lowerBound, range.upperBound) {
    case UInt8(ascii: "d"): return .day
    case UInt8(ascii: "w"): return .week
    case UInt8(ascii: "m"): return .month
    case UInt8(ascii: "q"): return .quarter
    default: return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether 从, 由 or `from` ends right before `offset`, blanks left out: a change begins there.
  package func saysFrom(before offset: Int) -> Bool {
    guard offset > 0, offset <= count else { return false }
    let end = beforeBlanks(offset)
    if said("从", before: end) || said("由", before: end) || said("自", before: end) { return true }
    return end < offset && (said("from", before: end) || said("From", before: end)) && !hasWordBefore(end - 4)
  }

  /// Whether 比, 较 or `than` ends right before `offset`, blanks left out: what follows is compared with.
  package func saysThan(before offset: Int) -> Bool {
    guard offset > 0, offset <= count else { return false }
    let end = beforeBlanks(offset)
    if said("比", before: end) || said("较", before: end) { return true }
    return end < offset && said("than", before: end) && !hasWordBefore(end - 4)
  }
}
