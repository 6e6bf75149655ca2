import Foundation
import Testing

@testable import MarkdownTree

@Suite struct InlineTextTests {
  private static let tool = Oracle.path(of: "cmark")

  @Test(arguments: [
    ("签约额：135.9万元", "签约额：135.9万元"), ("a **b** _c_ `d*` e", "a b c d* e"), ("[年度计划](2026.md#t1) x", "年度计划 x"),
    ("![图](a.png)", "图"),
    ("a\\*b &lt;5% &#20803; &nGt;", "a*b <5% 元 ≫⃒"), ("a  \nb\\\nc\nd", "a\nb\nc\nd"), ("a<br>b<br />c", "a\nb\nc"),
    ("a <b>c</b> <!-- d --> e", "a c  e"),
    ("<https://a.b/c> <x@y.z>", "https://a.b/c x@y.z"), ("[P0] [Ben] [$N] [ ]", "[P0] [Ben] [$N] [ ]"),
    ("# 目标 #", "目标"), ("## a *b* ##", "a b"), ("a\n---", "a"), ("`` a`b ``", "a`b"),
    ("5 * 3 * 2", "5 * 3 * 2"), ("snake_case_name", "snake_case_name"), ("a*b", "a*b"), ("***a** b*", "a b"),
    ("> a\n> b\nc", "a\nb\nc"), ("- [ ] 拜访 *A*", "拜访 A"), ("[a][b]\n\n[b]: c", "a"),
    ("[a]\n\n[A]: <c d> 'e'", "a"), ("[a](<b c> \"d\")", "a"), ("[a](b(c)d)", "a"), ("[[a](b)](c)", "[a](c)"),
    ("~~a~~", "~~a~~"), ("**a", "**a"), ("a ** b", "a ** b"),
  ])
  func markupIsRemoved(_ markdown: String, _ text: String) {
    #expect(ParsedText(markdown).leaves.first == text)
  }

  @Test(arguments: [
    ("**目标：**5000万", "目标：5000万", ["**目标：**"]), ("**Best Case - **roughly", "Best Case - roughly", ["**Best Case - **"]),
    ("** 目标 **：5", " 目标 ：5", ["** 目标 **"]), ("这是**“重点”**然后", "这是“重点”然后", ["**“重点”**"]),
    ("**目标：**5 **行动：**6", "目标：5 行动：6", ["**目标：**", "**行动：**"]), ("**Owner:**Ben", "Owner:Ben", ["**Owner:**"]),
    ("**目标**：5000万", "目标：5000万", []), ("2 ** 3 ** 4", "2 ** 3 ** 4", []), ("**Best Case -** a", "Best Case - a", []),
  ])
  func boldThatWasMeantIsRead(_ markdown: String, _ text: String, _ marks: [String]) throws {
    let parsed = ParsedText(markdown)
    let inline = parsed.firstInline
    #expect(
      String(decoding: inline.bytes, as: UTF8.self) == text.drop { $0 == " " }
        || String(decoding: inline.bytes, as: UTF8.self) == text)
    #expect(inline.unclosedEmphasis.map(parsed.slice) == marks)
  }

  @Test func marksAreKnownByPlace() {
    let parsed = ParsedText("**目标** [计划](a.md) `x` ![i](j) <http://k>")
    let inline = parsed.firstInline
    let shown = { (range: Range<Int>) in String(decoding: inline.bytes[range], as: UTF8.self) }
    #expect(inline.strong.map(shown) == ["目标"])
    #expect(inline.code.map(shown) == ["x"])
    #expect(inline.links.map { shown($0.text) } == ["计划", "i", "http://k"])
    #expect(inline.links.map { parsed.slice($0.destination) } == ["a.md", "j", "http://k"])
    #expect(inline.links.map(\.isImage) == [false, true, false])
  }

  @Test func referenceLeadsToItsDefinition() {
    let parsed = ParsedText("[目标][T1] 与 [T1]\n\n[t1]: ../2026.md \"x\"\n")
    #expect(parsed.firstInline.links.map { parsed.slice($0.destination) } == ["../2026.md", "../2026.md"])
    #expect(parsed.kinds == ["paragraph", "linkDefinition"])
  }

  @Test func sourceOfTextIsExact() {
    let parsed = ParsedText("> 签约 **5000**万 &amp; x\n> 回款 30")
    let inline = parsed.firstInline
    let text = String(decoding: inline.bytes, as: UTF8.self)
    #expect(text == "签约 5000万 & x\n回款 30")
    func source(of part: String) -> String {
      guard let range = text.range(of: part) else { return "" }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return parsed.slice(inline.sourceRange(start..<start + part.utf8.count))
    }
    #expect(source(of: "5000") == "5000")
    #expect(source(of: "5000万") == "5000**万")
    #expect(source(of: "&") == "&amp;")
    #expect(source(of: "x\n回款") == "x\n> 回款")
    #expect(inline.lineCount == 2)
    #expect(inline.line(1) == inline.lineStarts[1]..<inline.bytes.count)
  }

  @Test(.enabled(if: tool != nil, "cmark is not installed"), arguments: 1...10)
  func generatedTextIsReadAsCommonMarkReadsIt(seed: Int) throws {
    let pieces = [
      "*", "**", "_", "__", "***", "`", "``", "[", "]", "(", ")", "](u)", "![", "[a](b)", "a", "b c", " ", "\\*",
      "&amp;", "&copy;", "&#65;", "&#x4e00;", "&bad;", "<a>", "</b>", "<br>", "<!-- c -->", "<http://x.y>",
      "<m@x.y>", "<", ">", "\n", "!", "目标", "：", "。", "5", "\"", "'", "](<u v> \"t\")", "](u 't')", "[x][y]", "~", ".",
      "（", "）", "€", "\u{3000}c", "](", "<?x?>", "<!X y>", "<![CDATA[a]]>", "<a b='c' d=e f>",
    ]
    var dice = Dice(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<40 {
      // A blank at a line's end inside code is dropped here.
      let text = ("q " + dice.text(of: pieces, upTo: 10)).replacing(" \n", with: "\n")
      let parsed = ParsedText(text)
      guard parsed.firstInline.unclosedEmphasis.isEmpty else { continue }
      #expect(
        parsed.leaves == (try Oracle(commonMark: text, tool: #require(Self.tool)).leaves), "\(text.debugDescription)")
    }
  }
}
