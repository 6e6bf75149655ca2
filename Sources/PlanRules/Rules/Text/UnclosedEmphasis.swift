import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unclosedEmphasis = Rule(
    id: "unclosed-emphasis",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "`**目标：**5000万` 不会显示成粗体", en: "Bold that Markdown does not show"),
    why: LocalText(
      zh: "“**”里面以标点收尾、外面又紧跟文字时，Markdown 不认这对星号，网页上会露出星号。把标点移到星号外，或在外面加一个空格。",
      en: """
        Where the bold text ends in punctuation and a letter or digit follows at once, Markdown does not close it, and the page \
        shows the stars. Move the punctuation out, or put a blank behind the stars.
        """),
    exceptions: LocalText(
      zh: "我们仍按粗体读取；代码里的星号、没有标点的星号不检查。",
      en: "The text is still read as bold. Stars in code, and stars without punctuation beside them, are not checked."),
    examples: [
      .bad(
        LocalText(zh: "冒号在星号里", en: "the colon inside the stars"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - ⟦**签约额：**⟧50万元
        """,
        says: "「**签约额：**」不会显示成粗体，网页上会露出星号"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - ⟦**Visits:**⟧40
        """,
        says: "`**Visits:**` is not shown as bold; readers see the stars", in: .en),
      .good(
        LocalText(zh: "冒号在星号外，或外面有空格", en: "the colon outside, or a blank behind"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - **签约额**：50万元
        - **回款额：** 40万元
        """),
      .good(
        LocalText(zh: "不是粗体的星号", en: "stars that are no bold"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Notes

        The files `**/*.md` and src/**/a and src/**/b, 2**3**2.
        """),
    ],
    looksFor: .traps,
    check: .file { file, _, findings in
      for range in file.traps(.emphasis) {
        guard let fix = file.emphasisFix(range) else { continue }
        findings.add(
          .notBold(file.source.quoted(range)), at: SourceRange(file: file.id, range),
          help: LocalText(
            zh: "把标点移到“**”外面，或在外面加一个空格", en: "move the punctuation out of the stars, or put a blank beside them"),
          fixes: [fix])
      }
    })
}

extension PlanFile {
  /// What makes Markdown show the bold text; `nil` where the stars are nobody's bold.
  fileprivate func emphasisFix(_ range: Range<Int>) -> Fix? {
    let inside = source.text(range.lowerBound + 2..<max(range.lowerBound + 2, range.upperBound - 2))
    guard let first = inside.unicodeScalars.first, let last = inside.unicodeScalars.last else { return nil }
    let title = LocalText(zh: "改成粗体", en: "make it bold")
    if last.isPunctuation, inside.contains(where: \.isLetter), last != "/", last != "*" {
      let end = SourceRange(file: id, range.upperBound - 2..<range.upperBound)
      if last == ":" || last == "：" {
        let colon = SourceRange(file: id, Int(end.start) - String(last).utf8.count..<range.upperBound)
        return Fix(title: title, safety: .safe, edits: [Edit(colon, "**\(last)")])
      }
      return Fix(
        title: title, safety: .safe, edits: [Edit(SourceRange(file: id, range.upperBound..<range.upperBound), " ")])
    }
    guard first.isPunctuation, !first.isASCII else { return nil }
    return Fix(
      title: title, safety: .safe, edits: [Edit(SourceRange(file: id, range.lowerBound..<range.lowerBound), " ")])
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .currencySymbol, .mathSymbol:
      true
    default: false
    }
  }
}

extension Message {
  fileprivate static func notBold(_ text: String) -> Message {
    Message(
      zh: "「\(text)」不会显示成粗体，网页上会露出星号", en: "`\(text)` is not shown as bold; readers see the stars",
      Argument("text", .text(text)))
  }
}
