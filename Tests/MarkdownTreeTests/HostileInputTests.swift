import Testing

@testable import MarkdownTree

/// Inputs on which a careless parser takes quadratic time, overflows its stack or fills memory. Each only has to finish.
@Suite struct HostileInputTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static let inputs: [(String, String)] = [
    ("100,000 nested quotes", times(100_000, "> ") + "a"), ("100,000 nested lists", times(100_000, "- ") + "a"),
    ("100,000 numbers", times(100_000, "1. ") + "a"), ("100,000 open brackets", times(100_000, "[")),
    ("100,000 nested brackets", times(100_000, "[") + times(100_000, "]")), ("100,000 links", times(100_000, "[a](")),
    ("100,000 empty images", times(100_000, "![[]()")), ("a line of 2 MB", times(200_000, "目标 5000 ")),
    ("50,000 columns", times(50_000, "|a") + "|\n" + times(50_000, "|-") + "|\n" + times(50_000, "|1") + "|\n"),
    ("many columns and short rows", times(5_000, "|a") + "|\n" + times(5_000, "|-") + "|\n" + times(5_000, "1\n")),
    ("20,000 lists and blank lines", times(20_000, "- ") + times(20_000, "\n")),
    ("1,000 lists and blank lines", times(1_000, "- ") + "a" + times(100_000, "\n")),
    ("100,000 unclosed emphasis", times(100_000, "*a **a ")),
    ("emphasis of two kinds", times(50_000, "*a_ ")),
    ("runs of stars", times(100_000, "*") + "a" + times(100_000, "*")),
    ("backticks of every length", (1...1_000).map { times($0, "`") + "a" }.joined()),
    ("unclosed backticks", times(50_000, "`a``b")),
    ("comments in one line", times(50_000, "<!--")), ("comments in text", times(50_000, "a <!--")),
    ("comments in lines", times(50_000, "<!--\n")),
    ("indented comments in a paragraph", "a\n" + times(50_000, "    <!--\n")),
    ("indented instructions in a paragraph", "a\n" + times(50_000, "    <?\n")),
    ("unclosed tables", times(50_000, "<table>")), ("unclosed tables apart", times(50_000, "<table>\n\n")),
    ("nested tables", times(20_000, "<table><tr><td>") + times(20_000, "</td></tr></table>")),
    ("spans", "<table>" + times(5_000, "<tr><td colspan=1000 rowspan=60000>a</td></tr>") + "</table>"),
    ("deep HTML", times(50_000, "<div>") + "\n\n" + times(50_000, "</div>")),
    ("attributes without end", times(50_000, "<a b='")),
    ("entities", times(50_000, "&nGt;&a;")), ("definitions", times(50_000, "[a]: b\n")),
    ("titles without end", times(50_000, "[a]: b \"\n")), ("references", "[a]: b\n\n" + times(50_000, "[a]")),
    ("delimiter rows", times(50_000, "|a|b|\n|-|\n")),
    ("tables", times(20_000, "|a|\n|-|\n\n")), ("lazy tables", "> |a|\n> |-|\n" + times(20_000, "|b|\n|-|\n")),
    ("a long underlined heading", times(50_000, "a\n") + "---\n"), ("carriage returns", times(200_000, "\r")),
    ("fences", times(50_001, "```\n")),
    (
      "deep indentation",
      (0..<400).map { times($0 * 2, " ") + "- a\n" }.joined() + times(500, times(800, " ") + "b\n\n")
    ), ("bold that was meant", times(50_000, "**a：**b")),
  ]

  @Test(arguments: inputs.map(\.0))
  func finishes(_ name: String) throws {
    let text = try #require(Self.inputs.first { $0.0 == name }).1
    let parsed = ParsedText(text)
    var inline = InlineText()
    var longest = 0
    for index in parsed.document.blocks.indices {
      inline.load(parsed.bytes.span, parsed.document, block: index)
      longest = max(longest, inline.bytes.count)
    }
    for table in parsed.document.tables {
      for cell in table.cells.prefix(100_000) { inline.load(parsed.bytes.span, cell: cell, origin: table.origin) }
    }
    // `&nGt;` is five bytes and stands for six.
    #expect(longest <= parsed.bytes.count * 6 / 5)
    #expect(parsed.document.blocks.count <= parsed.bytes.count + 1)
    #expect(parsed.document.tables.reduce(0) { $0 + $1.cells.count } <= 2 * 0x80000 + parsed.bytes.count)
  }
}
