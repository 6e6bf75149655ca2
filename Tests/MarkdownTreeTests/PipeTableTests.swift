import Testing

@testable import MarkdownTree

@Suite struct PipeTableTests {
  private static let tool = Oracle.path(of: "cmark-gfm")

  @Test(.enabled(if: tool != nil, "cmark-gfm is not installed"), arguments: PipeTableExamples.all)
  func exampleIsReadAsGitHubReadsIt(_ text: String) throws {
    let parsed = ParsedText(text)
    let oracle = try Oracle(gfm: text, tool: #require(Self.tool))
    #expect(parsed.tables == oracle.tables)
    #expect(parsed.kinds == oracle.kinds)
  }

  @Test(.enabled(if: tool != nil, "cmark-gfm is not installed"), arguments: 1...8)
  func generatedTextIsReadAsGitHubReadsIt(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<40 {
      let text = dice.text(of: PipeTableExamples.pieces, upTo: 9)
      let parsed = ParsedText(text)
      let oracle = try Oracle(gfm: text, tool: #require(Self.tool))
      #expect(parsed.tables == oracle.tables, "\(text.debugDescription)")
      #expect(parsed.kinds == oracle.kinds, "\(text.debugDescription)")
    }
  }

  @Test func rowsAndCellsHaveTheirPlaces() throws {
    let parsed = ParsedText("目标\n\n> | 月份 | 签约 |\n> |---|---|\n> |  3月 | `a\\|b` |  \n")
    let table = try #require(parsed.document.tables.first)
    #expect(
      table.rowStarts.indices.map { parsed.slice(Int(table.rowStarts[$0])..<Int(table.rowEnds[$0])) } == [
        "| 月份 | 签约 |", "|  3月 | `a\\|b` |",
      ])
    #expect(table.cells.map { parsed.slice($0.range) } == ["月份", "签约", "3月", "`a\\|b`"])
    #expect(parsed.tables == [[["月份", "签约"], ["3月", "a|b"]]])
    let block = try #require(parsed.document.blocks.first { $0.kind == .table })
    #expect(block.quoteDepth == 1 && block.payload == 0)
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| 1 |\n", [MarkdownProblem.rowCellCount(row: 20..<25, have: 1, expected: 2)]),
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", [.rowCellCount(row: 20..<33, have: 3, expected: 2)]),
    ("| a | b |\n|---|---|\n| 1 | 2 | <!-- planlint-disable-line x -->\n", []),
    ("| a | b |\n|---|\n", [.delimiterCellCount(line: 10..<15, have: 1, expected: 2)]),
    ("a | b\n- | -\n", [.listInsteadOfDelimiterRow(line: 6..<11)]),
    ("目标 | 实际\n- | -\n1 | 2\n", [.listInsteadOfDelimiterRow(line: 16..<21)]),
    ("a\n- | -\n", []), ("- a\n- b | c\n", []), ("<table>\n<tr><td>a\n", [.unclosedHTMLTable(at: 0)]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n", []),
  ])
  func problemIsReported(_ text: String, _ problems: [MarkdownProblem]) {
    #expect(ParsedText(text).document.problems == problems)
  }

  @Test func paddingEndsBeforeItFillsMemory() {
    let columns = 2_000
    let text =
      String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
      + String(repeating: "1\n", count: columns)
    let document = ParsedText(text).document
    #expect(document.tables.count == 1)
    #expect(document.tables.reduce(0) { $0 + $1.cells.count } < 0x80000 + 3 * columns)
  }
}
