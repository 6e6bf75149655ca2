/// Units on their own.
extension QuantityReader {
  /// The unit that the whole range names, as headers and captions do: 万元, `（家）`, `%`, `USD k`, 元/月.
  package func unit(_ text: Span<UInt8>, _ range: Range<Int>) -> UnitReading? {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    var start = text.afterBlanks(range.lowerBound, range.upperBound)
    var end = max(start, text.beforeBlanks(range.upperBound))
    if start < end, text.folded(start, end) == UInt8(ascii: "(") || text.folded(start, end) == UInt8(ascii: "[") {
      let open = text.foldedByte(at: start, end: end).width
      let width = text[end - 1] < 0x80 ? 1 : 3
      guard end - width > start, isClosing(text.folded(end - width, end)) else { return nil }
      start = text.afterBlanks(start + open, end)
      end = max(start, text.beforeBlanks(end - width))
    }
    guard start < end else { return nil }
    var unit = WrittenUnit.none
    var magnitude = 0
    var at = start
    var parts = 0
    while at < end, parts < 4 {
      parts += 1
      if parts > 1, let every = rate(text, at, end), every.end == end { break }
      if let found = words.suffix(text, at, end), take(found.suffix, &unit, &magnitude) {
        at = text.afterBlanks(found.end, end)
      } else if let found = words.prefix(text, at, end), case .money(let currency) = found.prefix,
        take(.unit(.money(currency)), &unit, &magnitude)
      {
        at = text.afterBlanks(found.end, end)
      } else {
        return nil
      }
    }
    if at < end {
      guard let every = rate(text, at, end), every.end == end else { return nil }
    }
    return UnitReading(unit: unit, magnitude: magnitude)
  }

  private func isClosing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") }

  /// Takes one part of a unit; `false` when it does not fit what came before.
  private func take(_ suffix: UnitWords.Suffix, _ unit: inout WrittenUnit, _ magnitude: inout Int) -> Bool {
    switch suffix {
    case .magnitude(let power):
      guard magnitude == 0 else { return false }
      magnitude = Int(power)
      return true
    case .unit(let next):
      switch (unit, next) {
      case (.none, _): unit = next
      case (.money, .money(nil)): break
      case (.money, .money): unit = next
      default: return false
      }
      return true
    case .tenth, .multiple, .none, .name: return false
    }
  }
}
