/// How a paragraph's text falls into runs that are read one by one.
extension Span<UInt8> {
  /// The lines of the text, a line that merely continues a sentence joined to the one before.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = start
      while end < count, self[end] != UInt8(ascii: "\n") { end += 1 }
      if let last = runs.last, !beginsAnew(start..<end), !endsSentence(last) {
        runs[runs.count - 1] = last.lowerBound..<end
      } else {
        runs.append(start..<end)
      }
      start = end + 1
    }
    return runs
  }

  /// Whether a line starts something of its own: a marker, or a label.
  private func beginsAnew(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    if looseMarker(line) != nil { return true }
    let limit = Swift.min(line.upperBound, line.lowerBound + Self.longestLabel)
    var at = line.lowerBound
    while at < limit {
      switch self[at] {
      case UInt8(ascii: ":"): return at > line.lowerBound && at + 1 < count && self[at + 1] != UInt8(ascii: "/")
      case 0xEF where holds([0xEF, 0xBC, 0x9A], at, line.upperBound): return at > line.lowerBound
      case 0xE3 where holds([0xE3, 0x80, 0x82], at, line.upperBound): return false
      case 0xEF where holds([0xEF, 0xBC, 0x8C], at, line.upperBound): return false
      case UInt8(ascii: ","): return false
      default: at += 1
      }
    }
    return false
  }

  private static var longestLabel: Int { 48 }

  /// A run ends where its sentence does, or behind a colon.
  private func endsSentence(_ run: Range<Int>) -> Bool {
    let run = trimmed(run)
    guard run.count >= 3 else { return false }
    let end = run.upperBound
    return holds([0xE3, 0x80, 0x82], end - 3, end) || holds([0xEF, 0xBC, 0x9A], end - 3, end)
      || self[end - 1] == UInt8(ascii: ":") || holds([0xEF, 0xBC, 0x9B], end - 3, end)
  }

  /// A marker that people type and Markdown does not know: `1、` `（1）` `一、` `•` `·` `-日期`.
  func looseMarker(_ line: Range<Int>) -> Range<Int>? {
    let end = line.upperBound
    var at = line.lowerBound
    if holds([0xE2, 0x80, 0xA2], at, end) || holds([0xE2, 0x97, 0x8F], at, end) || holds([0xE2, 0x96, 0xAA], at, end) {
      return at..<at + 3
    }
    let opened = holds([0xEF, 0xBC, 0x88], at, end)
    if opened { at += 3 }
    let number = at
    while at < end, self[at].isDigit { at += 1 }
    if at == number { while let next = chineseNumeral(at, end) { at = next } }
    guard at > number, at - number <= 9 else { return nil }
    if opened { return holds([0xEF, 0xBC, 0x89], at, end) ? line.lowerBound..<at + 3 : nil }
    return holds([0xE3, 0x80, 0x81], at, end) ? line.lowerBound..<at + 3 : nil
  }

  private func chineseNumeral(_ at: Int, _ end: Int) -> Int? {
    guard at + 3 <= end, self[at] >= 0xE4, self[at] <= 0xE5 else { return nil }
    let scalar = UInt32(self[at] & 0x0F) << 12 | UInt32(self[at + 1] & 0x3F) << 6 | UInt32(self[at + 2] & 0x3F)
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: return at + 3
    default: return nil
    }
  }

  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    if range.count >= 3, holds([0xEF, 0xBC, 0x9A], range.upperBound - 3, range.upperBound) {
      return range.lowerBound..<range.upperBound - 3
    }
    if range.count >= 1, self[range.upperBound - 1] == UInt8(ascii: ":") {
      return range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  func hasColon(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] == UInt8(ascii: ":") || holds([0xEF, 0xBC, 0x9A], $0, range.upperBound) }
  }
}
