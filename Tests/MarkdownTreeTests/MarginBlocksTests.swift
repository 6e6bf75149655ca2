import Testing

@testable import MarkdownTree

/// What is read at the margin must be what libcmark makes of the whole text.
@Suite struct MarginBlocksTests {
  /// Lines of plans and of what may follow them; `\n` ends none of them.
  private static let lines = [
    "# 目标", "## 一、行动计划", "#目标", "正文一句。", "Text, 3 units", "**说明**：按月", "** 说明", "2026-03 月", "1. 步骤", "- 签约额：500万元",
    "- [ ] 拜访 @王芳", "- [x]: a", "- - a", "-", "- ", "---", "- | -", "| a | b |", "|---|---|", "| 1 |", "|",
    "| :-: | --- |", "a | b",
    "--- | ---", "===", "  - 细项", "    代码", "\t代码", "> 引用", "```", "~~~", "<!-- 注 -->", "<!-- 开", "<details>",
    "<table>", "<br> a",
    "[a]: b", "[a] 文", "* 项", "*强调* 文", "+ 项", "", "", "", "", " ", "\u{0C}", "10) a", "- 2026 年", "- 1) a",
    "文 <!-- 注 -->", "`码`",
  ]

  @Test(arguments: BlockExamples.all + PipeTableExamples.all + TreePropertyTests.texts)
  func exampleIsTheSameDocument(_ text: String) { expectSameDocument(text) }

  @Test(arguments: 1...20)
  func generatedTextIsTheSameDocument(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &* 0xD6E8_FEB8_6659_FD93)
    for round in 0..<400 {
      let text = dice.text(of: round % 2 == 0 ? Self.lines.map { $0 + "\n" } : BlockExamples.pieces, upTo: 16)
      expectSameDocument(text)
      if round % 8 == 0 { expectSameDocument(text.replacing("\n", with: "\r\n")) }
    }
  }

  private func expectSameDocument(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(outline(bytes, readsMargin: true) == outline(bytes, readsMargin: false), "\(text.debugDescription)")
  }

  private func outline(_ bytes: [UInt8], readsMargin: Bool) -> [String] {
    let document = MarkdownDocument.parse(bytes.span, from: 0, readsMargin: readsMargin)
    let problems = document.problems.map { "\($0)" }.sorted()
    return document.blocks.map { "\($0)" } + document.tables.map { "\($0)" } + document.comments.map { "\($0)" }
      + problems
      + ["\(document.linkDefinitions)"]
  }
}
