import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let lostComparator = Rule(
    id: "lost-comparator",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "“- > 70%”的大于号、“- 0.5%”的负号丢了", en: "A `>` or minus that Markdown takes for markup"),
    why: LocalText(
      zh: "行首的“>”是引用，行首的“- ”是列表：网页上看不到大于号和负号，数字的意思就变了。",
      en:
        "At the start of a line `>` begins a quote and `- ` a list item: readers see neither the comparison nor the sign, and the number means something else."
    ),
    exceptions: LocalText(
      zh: "后面不是数字的引用不检查；上一行以冒号结尾、或有几项的列表不检查；不像计划的文件里，负号不检查。",
      en: """
        Quotes of words are not checked, nor are lists of several items or below a line that ends in a colon; a lost sign is \
        looked for in plans only.
        """),
    examples: [
      .bad(
        LocalText(zh: "大于号成了引用，负号成了列表", en: "a quote and a list instead"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：30万元
        - 回款率
          - ⟦>⟧ 70%

        ## 说明

        上月市场份额
        ⟦-⟧ 0.5% 同比
        """,
        says: "「> 70%」的「>」成了引用，网页上不显示", "「- 0.5% 同比」的「-」成了列表，负号不显示"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Collection rate
          - ⟦>=⟧ 70%
        """,
        says: "`>` of `>= 70%` begins a quote and is not shown", in: .en),
      .good(
        LocalText(zh: "写在数字前面", en: "in front of the number, not of the line"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：30万元
        - 回款率：> 70%
        - 拜访：≥ 20次

        ## 说明

        - > 客户说：先试点
        """),
      .good(
        LocalText(zh: "列表", en: "a list"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000

        ## Notes

        Prices went up in March:
        - 3% for licences
        """),
    ],
    looksFor: .traps,
    check: .file { file, _, findings in
      for sign in file.traps(.comparator) {
        let line = file.source.quoted(file.restOfLine(sign.lowerBound))
        let place = SourceRange(file: file.id, sign)
        let start = SourceRange(file: file.id, sign.lowerBound..<sign.lowerBound)
        findings.add(
          .quoted(line), at: place, help: LocalText(zh: "写成“\\>”“≥”或“超过”", en: "write `\\>`, `≥` or `more than`"),
          fixes: [
            Fix(title: LocalText(zh: "写成“\\>”", en: "write `\\>`"), safety: .safe, edits: [Edit(start, "\\")])
          ])
      }
      guard file.isPlanLike else { return }
      for sign in file.traps(.sign) where file.isChange(behind: sign) {
        let line = file.source.quoted(file.restOfLine(sign.lowerBound))
        let blank = SourceRange(file: file.id, sign.upperBound..<sign.upperBound + 1)
        findings.add(
          .listed(line, file.source.text(sign)), at: SourceRange(file: file.id, sign),
          help: LocalText(
            zh: "去掉符号后面的空格；要写列表，就在上面空一行",
            en: "take the blank behind the sign away; for a list, leave a line above it blank"),
          fixes: [
            Fix(
              title: LocalText(zh: "去掉空格", en: "take the blank away"), safety: .unsafe, edits: [Edit(blank, "")])
          ])
      }
    })
}

extension PlanFile {
  /// Whether the number behind a sign is a percentage or stands in points, as changes do.
  fileprivate func isChange(behind sign: Range<Int>) -> Bool {
    let next = sign.upperBound + 1
    guard let index = token(in: next..<next + 1, where: { $0.kind == .quantity }) else { return false }
    let unit = tree.quantities[Int(tree.tokens[index].value)].unit
    return unit == .percent || unit == .points
  }
}

extension Message {
  fileprivate static func quoted(_ line: String) -> Message {
    Message(
      zh: "「\(line)」的「>」成了引用，网页上不显示", en: "`>` of `\(line)` begins a quote and is not shown",
      Argument("text", .text(line)))
  }

  fileprivate static func listed(_ line: String, _ sign: String) -> Message {
    Message(
      zh: "「\(line)」的「\(sign)」成了列表，\(sign == "-" ? "负号" : "正号")不显示",
      en: "`\(sign)` of `\(line)` begins a list and is not shown as a sign", Argument("text", .text(line)))
  }
}
