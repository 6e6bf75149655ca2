import Testing

@testable import MarkdownTree

/// What holds for every text.
@Suite struct TreePropertyTests {
  static let texts =
    BlockExamples.all + PipeTableExamples.all + [
      "# 目标\n\n- **签约额：**120万 <!-- a -->\n  - [x] b `c`\n\n<table>\n<tr><td>&amp;<br>b</td>\n\n</tr></table>\n\n[a]: b 'c'\n\n> | a |\n> |---|\n> | \\| |\n"
    ]

  @Test(arguments: texts)
  func everyPrefixHasSoundRanges(_ text: String) {
    let bytes = Array(text.utf8)
    for length in 0...bytes.count { checkRanges(ParsedText(Array(bytes[..<length]))) }
  }

  @Test(arguments: texts)
  func lineEndsMakeNoDifference(_ text: String) {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let expected = outline(lines)
    #expect(outline(lines.replacing("\n", with: "\r\n")) == expected)
    #expect(outline(lines.replacing("\n", with: "\r")) == expected)
  }

  @Test(arguments: texts)
  func sliceOfEachLineOfTextReadsTheSame(_ text: String) {
    let parsed = ParsedText(text)
    for index in parsed.document.blocks.indices {
      let inline = parsed.inline(index)
      guard inline.code.isEmpty else { continue }
      for number in 0..<inline.lineCount {
        let line = inline.line(number)
        let source = inline.sourceRange(line)
        // Emphasis, code and links may reach over line ends; a line by itself is then other text.
        guard !line.isEmpty, !source.contains(where: { "*_`[]<".utf8.contains(parsed.bytes[$0]) }) else { continue }
        var again = InlineText()
        again.load(parsed.bytes.span, range: source)
        #expect(again.bytes == Array(inline.bytes[line]), "\(text.debugDescription)")
      }
    }
  }

  @Test func invalidBytesAreNormalInput() {
    for byte in UInt8.min...UInt8.max {
      checkRanges(ParsedText([byte, 0x0A, 0x2D, 0x20, byte, byte, 0x0A, byte, 0x7C, 0x0A, 0x2D, 0x7C, byte]))
    }
  }

  private func outline(_ text: String) -> [String] {
    let parsed = ParsedText(text)
    return parsed.kinds + parsed.leaves + parsed.tables.flatMap { $0.flatMap { $0 } }
      + parsed.document.blocks.map { "\($0.parent) \($0.subtreeEnd) \($0.level)" }
  }

  private func checkRanges(_ parsed: ParsedText) {
    let blocks = parsed.document.blocks
    let size = parsed.bytes.count
    for (index, block) in blocks.enumerated() {
      #expect(block.start <= block.end && Int(block.end) <= size)
      #expect(Int(block.parent) < index && Int(block.subtreeEnd) > index && Int(block.subtreeEnd) <= blocks.count)
      if block.parent >= 0 {
        let parent = blocks[Int(block.parent)]
        #expect(parent.start <= block.start && parent.end >= block.end && parent.subtreeEnd >= block.subtreeEnd)
      }
      let inline = parsed.inline(index)
      let range = inline.sourceRange(0..<inline.bytes.count)
      #expect(range.lowerBound <= range.upperBound && range.upperBound <= size)
      for offset in inline.bytes.indices {
        let place = inline.sourceRange(offset..<offset + 1)
        #expect(place.lowerBound >= Int(block.start) && place.upperBound <= Int(block.end))
      }
    }
    for (previous, next) in zip(blocks, blocks.dropFirst()) { #expect(previous.start <= next.start) }
    for table in parsed.document.tables {
      #expect(table.cells.count == table.rowCount * table.columnCount && table.rowEnds.count == table.rowCount)
      for cell in table.cells { #expect(cell.start <= cell.end && Int(cell.end) <= size) }
    }
    for comment in parsed.document.comments { #expect(comment.upperBound <= size) }
  }
}
