import PlanSource
import PlanSyntax

/// Takes away a comment, or a name in it, that silences nothing.
struct SuppressionRemoval {
  private let file: SourceFile
  /// Names in the comment that begins at an offset.
  private var names: [Int: Int] = [:]

  init(_ suppressions: [Suppression], in file: SourceFile) {
    self.file = file
    for suppression in suppressions { names[suppression.range.lowerBound, default: 0] += suppression.rules.count }
  }

  /// Deletes the comment; `nil` for front matter, and for a comment that another one closes.
  func fix(of suppression: Suppression) -> Fix? {
    guard isComment(suppression), !isClosed(suppression) else { return nil }
    return Fix(
      title: LocalText(zh: "删除这条注释", en: "delete the comment"), safety: .safe,
      edits: [Edit(SourceRange(file: file.id, place(of: suppression.range)), "")])
  }

  /// Deletes one name, and with the last one the comment.
  func fix(of suppression: Suppression, name: Suppression.Name) -> Fix? {
    if names[suppression.range.lowerBound] == 1 { return fix(of: suppression) }
    guard isComment(suppression), !isClosed(suppression) else { return nil }
    var place = name.range
    while place.lowerBound > suppression.range.lowerBound, isSeparator(place.lowerBound - 1) {
      place = place.lowerBound - 1..<place.upperBound
    }
    return Fix(
      title: LocalText(zh: "删掉「\(name.text)」", en: "delete `\(name.text)`"), safety: .safe,
      // The whole comment is written, so that two of its names never go at once and leave one that silences everything.
      edits: [
        Edit(
          SourceRange(file: file.id, suppression.range),
          file.text(suppression.range.lowerBound..<place.lowerBound)
            + file.text(place.upperBound..<suppression.range.upperBound))
      ])
  }

  private func isComment(_ suppression: Suppression) -> Bool {
    file.bytes[suppression.range].starts(with: "<!--".utf8)
  }

  /// Whether a `planlint-enable` ends it, which would be left over.
  private func isClosed(_ suppression: Suppression) -> Bool {
    guard case .bytes(let reach) = suppression.reach else { return false }
    return reach.upperBound < file.bytes.count
  }

  private func isSeparator(_ offset: Int) -> Bool { isBlank(offset) || file.bytes[offset] == UInt8(ascii: ",") }

  private func isBlank(_ offset: Int) -> Bool {
    file.bytes[offset] == UInt8(ascii: " ") || file.bytes[offset] == UInt8(ascii: "\t")
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    file.bytes[offset] == UInt8(ascii: "\n") || file.bytes[offset] == UInt8(ascii: "\r")
  }

  /// What goes with the comment: the blanks before it, or its whole line where nothing else stands on it.
  private func place(of comment: Range<Int>) -> Range<Int> {
    var start = comment.lowerBound
    while start > 0, isBlank(start - 1) { start -= 1 }
    var end = comment.upperBound
    while end < file.bytes.count, isBlank(end) { end += 1 }
    let beginsLine = start == 0 || isLineEnd(start - 1)
    let endsLine = end == file.bytes.count || isLineEnd(end)
    guard beginsLine else { return start..<(endsLine ? end : comment.upperBound) }
    guard endsLine else { return comment.lowerBound..<end }
    // A comment keeps the paragraphs around it apart; an empty line in its place does too.
    guard end < file.bytes.count, isEmptyLine(before: start) || begins(lineAfter: end) else { return start..<end }
    return start..<lineEnd(at: end)
  }

  private func lineEnd(at offset: Int) -> Int {
    let isPair =
      file.bytes[offset] == UInt8(ascii: "\r") && offset + 1 < file.bytes.count
      && file.bytes[offset + 1] == UInt8(ascii: "\n")
    return offset + (isPair ? 2 : 1)
  }

  private func isEmptyLine(before start: Int) -> Bool {
    guard start > 0 else { return true }
    var place = start - 1
    if file.bytes[place] == UInt8(ascii: "\n"), place > 0, file.bytes[place - 1] == UInt8(ascii: "\r") { place -= 1 }
    return place == 0 || isLineEnd(place - 1)
  }

  /// Whether the line behind is empty, a heading or an item, which needs no blank line before it.
  private func begins(lineAfter end: Int) -> Bool {
    var place = lineEnd(at: end)
    while place < file.bytes.count, isBlank(place) { place += 1 }
    guard place < file.bytes.count, !isLineEnd(place) else { return true }
    return [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#")].contains(file.bytes[place])
  }
}
