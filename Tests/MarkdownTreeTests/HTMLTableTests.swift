import Testing

@testable import MarkdownTree

@Suite struct HTMLTableTests {
  @Test func pandocTableIsOneGrid() {
    let parsed = ParsedText(
      """
      <table>
      <colgroup>
      <col style="width: 33%" />
      <col style="width: 66%" />
      </colgroup>
      <thead>
      <tr>
      <th rowspan="2">区域</th>
      <th colspan="2">签约额（万元）</th>
      </tr>
      <tr>
      <th>目标</th>
      <th>实际</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><p>华东</p>

      <p>含上海</p></td>
      <td><strong>120</strong><br />
      首批</td>
      <td>A &amp; B</td>
      </tr>
      <tr>
      <td></td>
      <td><ul>
      <li><p>甲</p></li>

      <li>乙</li>
      </ul></td>
      </tr>
      </tbody>
      </table>

      后文
      """)
    #expect(parsed.kinds == ["table", "paragraph"])
    #expect(
      parsed.tables == [
        [
          ["区域", "签约额（万元）", "<"], ["<", "目标", "实际"], ["华东\n含上海", "120\n首批", "A & B"], ["", "甲\n乙", ""],
        ]
      ])
  }

  @Test(arguments: [
    ("<table><tr><td>a</td></tr></table>", [["a"]]),
    ("<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>", [["a", "b"], ["c", ""]]),
    ("<table><tr><td rowspan=3>a</td><td>b</td></tr><tr><td>c</td></tr></table>", [["a", "b"], ["<", "c"]]),
    (
      "<table><tr><td>a <table><tr><td>in</td><td>ner</td></tr></table> b</td><td>c</td></tr></table>",
      [["a\nin ner\nb", "c"]]
    ),
    ("<table>\n<!-- <tr><td>no</td></tr> -->\n<tr><td>a<!-- x --></td></tr></table>", [["a"]]),
    ("<table><tr><td><a href=\"x\">a</a> &lt;5%</td></tr></table>", [["a <5%"]]),
    ("<table><caption>单位：万元</caption><tr><td>a\n  b</td></tr></table>", [["a b"]]),
    ("<table><tr><td>5 < 6</td></tr></table>", [["5 < 6"]]),
  ])
  func cellsAreRead(_ html: String, _ cells: [[String]]) {
    #expect(ParsedText(html).tables == [cells])
  }

  @Test func tablesAmongOtherBlocks() {
    let parsed = ParsedText(
      "# a\n\n<div>\n<table><tr><td>1\n\n- x\n- y\n\n    code\n</td></tr></table>\ntail\n</div>\n\n| b |\n|---|\n\n```\n<table>\n```\n\n- <table>\n  <tr><td>2</td></tr>\n\n  </table>\n- c\n"
    )
    #expect(
      parsed.kinds == [
        "heading", "html", "table", "html", "table", "code", "bulletList", "item", "table", "item", "paragraph",
      ])
    #expect(parsed.tables == [[["1 - x - y code"]], [["b"]], [["2"]]])
    #expect(parsed.document.problems.isEmpty)
    #expect(parsed.document.blocks.map(\.payload).filter { $0 >= 0 } == [0, 1, 2])
  }

  @Test func unclosedTableIsReportedOnceAndLaterOnesRead() {
    let parsed = ParsedText("<table>\n<tr><td>a\n\n<table><tr><td>b</td></tr></table>\n")
    #expect(parsed.document.problems == [.unclosedHTMLTable(at: 0)])
    #expect(parsed.tables == [[["b"]]])
  }
}
