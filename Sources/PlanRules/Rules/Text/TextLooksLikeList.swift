import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let textLooksLikeList = Rule(
    id: "text-looks-like-list",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "“1、”“•”在 Markdown 里不是列表", en: "`1、` and `•` are no list markers in Markdown"),
    why: LocalText(
      zh: "从 Word 粘贴来的“1、”“•”看上去像列表，Markdown 却把这些行连成一段，网页上挤在一起。",
      en: """
        Lines pasted from Word with `1、` or `•` look like a list in the editor, but Markdown joins them to one paragraph, \
        and readers of the page see one block of text.
        """),
    exceptions: LocalText(
      zh: "我们仍按条目读取；连续的几行只报一次。“一、”开头的行只报告，不自动修改。",
      en:
        "The lines are still read as items. Lines that follow each other are reported once; lines with `一、` are not changed."
    ),
    examples: [
      .bad(
        LocalText(zh: "从 Word 粘贴", en: "pasted from Word"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        ⟦1、⟧签约额：300万元
        2、回款额：260万元
        3、拜访：120次
        """,
        says: "「1、」不是 Markdown 的列表，3 行会连成一段"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        ⟦•⟧ Bookings: $300,000
        • Visits: 40
        """,
        says: "`•` is no list marker in Markdown, 2 lines run together", in: .en),
      .good(
        LocalText(zh: "Markdown 的列表", en: "Markdown's own lists"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 一、本月目标

        1. 签约额：300万元
        2. 回款额：260万元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Visits: 40
        """),
    ],
    check: .file { file, _, findings in
      for group in LooseLists.groups(in: file) {
        guard let first = group.first else { continue }
        findings.add(
          .looksLikeList(file.source.quoted(first), lines: group.count), at: SourceRange(file: file.id, first),
          help: LocalText(zh: "写成“1. ”或“- ”", en: "write `1. ` or `- `"),
          fixes: LooseLists.fix(group, file).map { [$0] } ?? [])
      }
    })
}

extension Message {
  fileprivate static func looksLikeList(_ marker: String, lines: Int) -> Message {
    Message(
      zh: "「\(marker)」不是 Markdown 的列表" + (lines > 1 ? "，\(lines) 行会连成一段" : ""),
      en: "`\(marker)` is no list marker in Markdown" + (lines > 1 ? ", \(lines) lines run together" : ""),
      .init("marker", .text(marker)), .init("lines", .number("\(lines)")))
  }
}
