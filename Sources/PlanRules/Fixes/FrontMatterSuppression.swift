import PlanSource
import PlanSyntax

/// Takes a name out of `planlint: {disable: […]}`, and with the last one the entry.
struct FrontMatterSuppression {
  private let file: SourceFile
  /// From the key to the end of the value.
  private let entry: Range<Int>

  init(_ file: SourceFile, _ entry: Range<Int>) {
    self.file = file
    self.entry = entry
  }

  func fix(removing name: Suppression.Name, isLast: Bool) -> Fix? {
    guard let place = isLast ? wholeEntry() : place(of: quoted(name.range)) else { return nil }
    // The whole entry is written, so that two of its names never go at once and leave an empty list.
    let written = isLast ? place : entry.lowerBound..<max(entry.upperBound, place.upperBound)
    let rest = file.text(written.lowerBound..<place.lowerBound) + file.text(place.upperBound..<written.upperBound)
    return Fix(
      title: isLast
        ? LocalText(zh: "删除文件头里的 planlint 一项", en: "delete `planlint` from the front matter")
        : LocalText(zh: "删掉「\(name.text)」", en: "delete `\(name.text)`"),
      safety: .safe, edits: [Edit(SourceRange(file: file.id, written), rest)])
  }

  /// The lines of the entry; where nothing else stands in the front matter, all of that.
  private func wholeEntry() -> Range<Int>? {
    let bytes = file.bytes
    guard let split = FrontMatter.split(bytes.span, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0),
      split.content.lowerBound <= entry.lowerBound, entry.upperBound <= split.content.upperBound,
      isLineStart(entry.lowerBound), let end = endOfLines(entry.upperBound)
    else { return nil }
    let others = bytes[split.content.lowerBound..<entry.lowerBound] + bytes[end..<split.content.upperBound]
    guard others.allSatisfy({ isBlank($0) || isLineEnd($0) }) else { return entry.lowerBound..<end }
    var body = split.bodyStart
    while body < bytes.count, isLineEnd(bytes[body]) { body += 1 }
    return (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<body
  }

  /// The line of an item, or the value between brackets with one of the commas beside it; `nil` where it is neither.
  private func place(of value: Range<Int>) -> Range<Int>? {
    let bytes = file.bytes
    var start = value.lowerBound
    while start > entry.lowerBound, isBlank(bytes[start - 1]) { start -= 1 }
    guard start > entry.lowerBound else { return nil }
    if bytes[start - 1] == UInt8(ascii: "-") {
      var line = start - 1
      while line > entry.lowerBound, isBlank(bytes[line - 1]) { line -= 1 }
      guard isLineStart(line), let end = endOfLines(value.upperBound) else { return nil }
      return line..<end
    }
    var end = value.upperBound
    while end < entry.upperBound, isBlank(bytes[end]) { end += 1 }
    guard end < entry.upperBound else { return nil }
    if bytes[start - 1] == UInt8(ascii: ",") { return start - 1..<value.upperBound }
    guard bytes[end] == UInt8(ascii: ",") else { return nil }
    end += 1
    while end < entry.upperBound, isBlank(bytes[end]) { end += 1 }
    return value.lowerBound..<end
  }

  private func quoted(_ value: Range<Int>) -> Range<Int> {
    let bytes = file.bytes
    guard value.lowerBound > 0, value.upperBound < bytes.count, bytes[value.lowerBound - 1] == bytes[value.upperBound],
      [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[value.upperBound])
    else { return value }
    return value.lowerBound - 1..<value.upperBound + 1
  }

  /// Behind the line that an offset is in, if only a remark follows there.
  private func endOfLines(_ offset: Int) -> Int? {
    let bytes = file.bytes
    var end = offset
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "#") {
      while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    }
    guard end < bytes.count, isLineEnd(bytes[end]) else { return nil }
    let isPair = bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  private func isLineStart(_ offset: Int) -> Bool { offset == 0 || isLineEnd(file.bytes[offset - 1]) }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
