import MarkdownTree
import PlanSource

/// Mends tables whose cells do not fit.
///
/// Where Markdown shows no table, its numbers are not read as one either; making it one is for a person to decide.
enum TableRepair {
  /// `nil` where a person has to decide, as about cells with text that the header has no place for.
  static func fix(_ problem: MarkdownProblem, in file: SourceFile) -> Fix? {
    switch problem {
    case .rowCellCount(let row, let have, let expected):
      return have > expected ? withoutEmptyCells(row, have - expected, file) : nil
    case .delimiterCellCount(let line, _, let expected):
      return delimiterRow(line, cells: expected, file)
    case .listInsteadOfDelimiterRow(let line):
      let start = SourceRange(file: file.id, line.lowerBound..<line.lowerBound)
      return Fix(
        title: LocalText(zh: "在行首加“|”", en: "begin the line with `|`"), safety: .unsafe, edits: [Edit(start, "| ")])
    case .unclosedHTMLTable, .tooDeep: return nil
    }
  }

  /// Deletes cells behind the header's last one if there is nothing in them.
  private static func withoutEmptyCells(_ row: Range<Int>, _ surplus: Int, _ file: SourceFile) -> Fix? {
    let row = trimmed(row, file.bytes)
    var end = row.upperBound
    for _ in 0..<surplus {
      guard end > row.lowerBound, file.bytes[end - 1] == bar else { return nil }
      var place = end - 1
      while place > row.lowerBound, isBlank(file.bytes[place - 1]) { place -= 1 }
      end = place
    }
    guard end > row.lowerBound, file.bytes[end - 1] == bar, end < 2 || file.bytes[end - 2] != UInt8(ascii: "\\") else {
      return nil
    }
    return Fix(
      title: LocalText(zh: "删掉多出的空格子", en: "delete the empty cells beyond the header's"), safety: .safe,
      edits: [Edit(SourceRange(file: file.id, end..<row.upperBound), "")])
  }

  /// As many delimiter cells as the header has.
  private static func delimiterRow(_ line: Range<Int>, cells expected: Int, _ file: SourceFile) -> Fix? {
    // A header of thousands of cells is no slip.
    guard (1...100).contains(expected) else { return nil }
    let line = trimmed(line, file.bytes)
    let text = file.text(line)
    var cells = text.split(separator: "|", omittingEmptySubsequences: true).map {
      $0.filter { $0 != " " && $0 != "\t" }
    }
    guard !cells.isEmpty, cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }) else {
      return nil
    }
    cells = Array(cells.prefix(expected)) + Array(repeating: "---", count: max(0, expected - cells.count))
    let isSpaced = text.contains(" ")
    let row = isSpaced ? "| " + cells.joined(separator: " | ") + " |" : "|" + cells.joined(separator: "|") + "|"
    return Fix(
      title: LocalText(zh: "分隔行写成 \(expected) 格", en: "give the delimiter row \(expected) cells"), safety: .unsafe,
      edits: [Edit(SourceRange(file: file.id, line), row)])
  }

  private static let bar = UInt8(ascii: "|")

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let range = range.clamped(to: 0..<bytes.count)
    var (start, end) = (range.lowerBound, range.upperBound)
    let isSpace = { (byte: UInt8) in isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    while start < end, isSpace(bytes[start]) { start += 1 }
    return start..<end
  }
}
