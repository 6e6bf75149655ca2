import PlanSource
import PlanSyntax

/// Takes away a comment, an entry of front matter, or a name in one, that silences nothing.
struct SuppressionRemoval {
  private let file: SourceFile
  /// Names in the comment that begins at an offset.
  private var names: [Int: Int] = [:]
  /// What the comment at an offset ends: a name for each, or nothing for a comment that silences everything.
  private var ended: [Int: [String?]] = [:]

  init(_ suppressions: [Suppression], in file: SourceFile) {
    self.file = file
    for suppression in suppressions {
      names[suppression.range.lowerBound, default: 0] += suppression.rules.count
      guard let end = suppression.end else { continue }
      ended[end.range.lowerBound, default: []] += suppression.rules.isEmpty ? [nil] : suppression.rules.map(\.text)
    }
  }

  /// Deletes the comment, and with it the one that ends it.
  func fix(of suppression: Suppression) -> Fix? {
    guard isComment(suppression.range) else { return nil }
    return Fix(
      title: LocalText(zh: "删除这条注释", en: "delete the comment"), safety: .safe,
      edits: [deletion(of: suppression.range)] + ending(suppression, nil))
  }

  /// Deletes one name, and with the last one the comment.
  func fix(of suppression: Suppression, name: Suppression.Name) -> Fix? {
    let isLast = names[suppression.range.lowerBound] == 1
    guard isComment(suppression.range) else {
      return FrontMatterSuppression(file, suppression.range).fix(removing: name, isLast: isLast)
    }
    let opening = isLast ? deletion(of: suppression.range) : deletion(of: name, in: suppression.range)
    return Fix(
      title: isLast
        ? LocalText(zh: "删除这条注释", en: "delete the comment")
        : LocalText(zh: "删掉「\(name.text)」", en: "delete `\(name.text)`"),
      safety: .safe, edits: [opening] + ending(suppression, name.text))
  }

  /// What becomes of the `planlint-enable`: it stays as far as it ends something else.
  private func ending(_ suppression: Suppression, _ name: String?) -> [Edit] {
    guard let end = suppression.end else { return [] }
    let others = ended[end.range.lowerBound] ?? []
    if others.count == 1 { return [deletion(of: end.range)] }
    guard end.rules.count > 1, others.count(where: { $0 == name }) == 1,
      let name = end.rules.first(where: { $0.text == name })
    else { return [] }
    return [deletion(of: name, in: end.range)]
  }

  private func deletion(of comment: Range<Int>) -> Edit { Edit(SourceRange(file: file.id, place(of: comment)), "") }

  /// The whole comment is written, so that two of its names never go at once and leave one that speaks of everything.
  private func deletion(of name: Suppression.Name, in comment: Range<Int>) -> Edit {
    var start = name.range.lowerBound
    while start > comment.lowerBound, isSeparator(start - 1) { start -= 1 }
    return Edit(
      SourceRange(file: file.id, comment),
      file.text(comment.lowerBound..<start) + file.text(name.range.upperBound..<comment.upperBound))
  }

  private func isComment(_ range: Range<Int>) -> Bool { file.bytes[range].starts(with: "<!--".utf8) }

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
