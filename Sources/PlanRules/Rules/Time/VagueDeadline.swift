import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let vagueDeadline = Rule(
    id: "vague-deadline",
    group: .time,
    severity: .warning,
    summary: LocalText(zh: "完成时间含糊", en: "A due date that names no day"),
    why: LocalText(
      zh: "“尽快”“月底左右”到不了期，也就没人追。写一个日子；拿不准就写最晚的一天。",
      en:
        "`ASAP` and `around the end of March` never fall due, so nobody follows them up. Name a day; if in doubt, the latest one."
    ),
    exceptions: LocalText(
      zh: "“3月底”“3月中旬”是一个日子，不算含糊；没有写完成时间的行动由 missing-deadline 报告。",
      en: "`end of March` is a day and not vague. An action without any due date is reported by missing-deadline."),
    examples: [
      .bad(
        LocalText(zh: "尽快、左右", en: "as soon as possible, around"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止：⟦尽快⟧
        - [ ] 完成投标文件 @王芳 截止 ⟦3月20日左右⟧
        """,
        says: "完成时间「尽快」不是一个日子", "完成时间「3月20日左右」不确定"),
      .bad(
        LocalText(zh: "表格里", en: "in a table"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        | 事项 | 责任人 | 完成时间 |
        |---|---|---|
        | 拜访仁和医院 | 王芳 | ⟦尽快⟧ |
        | 完成投标文件 | 王芳 | 3月20日 |
        """,
        says: "完成时间「尽快」不是一个日子"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, due: ⟦ASAP⟧
        - [ ] Send the offer, Owner: Ben, by ⟦around 2026-03-18⟧
        """,
        says: "due `ASAP`, which names no day", "due `around 2026-03-18`, which is no certain day", in: .en),
      .good(
        LocalText(zh: "月底是一个日子", en: "the end of a month is a day"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 尽快拜访仁和医院 @王芳 截止 3月底
        - [ ] 完成投标文件 @王芳 截止 2026-03-20
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Answer Northgate Clinic as soon as possible, Owner: Ben, by 2026-03-17
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      for action in file.actions {
        guard let vague = VagueDue(action, file, context) else { continue }
        let text = file.source.quoted(vague.range)
        findings.add(
          vague.isApproximate ? .uncertain(text) : .noDay(text), at: SourceRange(file: file.id, vague.range),
          label: LocalText(zh: "完成时间", en: "due"),
          help: LocalText(zh: "写最晚的一天，如“3月20日”", en: "write the latest day, such as `2026-03-20`"))
      }
    })
}

extension Message {
  fileprivate static func noDay(_ text: String) -> Message {
    Message(zh: "完成时间「\(text)」不是一个日子", en: "due `\(text)`, which names no day", Argument("text", .text(text)))
  }

  fileprivate static func uncertain(_ text: String) -> Message {
    Message(zh: "完成时间「\(text)」不确定", en: "due `\(text)`, which is no certain day", Argument("text", .text(text)))
  }
}
