import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let overdueAction = Rule(
    id: "overdue-action",
    group: .time,
    severity: .warning,
    summary: LocalText(zh: "过了截止日还没有完成", en: "An open action whose due date has passed"),
    why: LocalText(
      zh: "到期没有完成也没有新日期的行动会被忘掉。完成的打勾，没完成的结转并写新的日期。",
      en: "An open action with a date in the past is forgotten. Tick it off, or carry it over with a new date."),
    exceptions: LocalText(
      zh: "没有写明状态（没有方框，也没有状态栏）的行动不检查；“今天”取自 --today 或 planbook.yml。",
      en:
        "Actions that state no state (neither a box nor a status) are not checked. `--today` or planbook.yml say what today is."
    ),
    examples: [
      .bad(
        LocalText(zh: "方框没有打勾", en: "a box without a tick"), path: "2026-03.md", planbook: "today: 2026-03-20",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 ⟦2026-03-17⟧
        - [x] 完成投标文件 @王芳 截止 2026-03-16
        """,
        says: "已过截止日 2026年3月17日 3 天，还没有完成"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md", planbook: "today: 2026-03-20",
        """
        # Ben March 2026 plan

        ## Action plan

        | Item | Owner | Due | Status |
        |---|---|---|---|
        | Visit Northgate Clinic | Ben | ⟦2026-03-19⟧ | in progress |
        | Send the offer | Ben | 2026-03-18 | done |
        """,
        says: "open 1 day after it was due on 2026-03-19", in: .en),
      .good(
        LocalText(zh: "今天到期，或已完成", en: "due today, or done"), path: "2026-03.md", planbook: "today: 2026-03-20",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-20
        - [x] 完成投标文件 @王芳 截止 2026-03-16
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md", planbook: "today: 2026-03-20",
        """
        # Ben March 2026 plan

        ## Action plan

        - Visit Northgate Clinic, Owner: Ben, by 2026-03-17
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      for action in file.actions {
        guard action.isDone == false, let due = action.due, let end = due.period?.end, end < context.today else {
          continue
        }
        let days = end.distance(to: context.today)
        findings.add(
          .overdue(end, days: days), at: due.isInherited ? action.text : due.range,
          label: LocalText(zh: "截止", en: "due"),
          help: LocalText(zh: "完成了就打勾，没完成就结转并写新的日期", en: "tick it off, or carry it over with a new date"))
      }
    })
}

extension Message {
  fileprivate static func overdue(_ due: Day, days: Int) -> Message {
    let (year, month, day) = due.civil
    return Message(
      zh: "已过截止日 \(year)年\(month)月\(day)日 \(days) 天，还没有完成",
      en: "open \(days) \(days == 1 ? "day" : "days") after it was due on \(due)",
      Argument("due", .text(due.description)), Argument("days", .number("\(days)")))
  }
}
