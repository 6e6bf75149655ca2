import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let reversedDates = Rule(
    id: "reversed-dates",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "开始晚于结束", en: "A start after the end"),
    why: LocalText(
      zh: "开始晚于结束的时间段一天也没有，多半是两个日期写反了，或少写了年份。",
      en: "A span that starts after it ends has no day in it: mostly the two dates are swapped, or a year is missing."),
    exceptions: LocalText(zh: "不像计划的文件不检查。", en: "Files that are no plans are not checked."),
    examples: [
      .good(
        LocalText(zh: "先开始，后结束", en: "start first, end later"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 开始 2026-03-10 截止 2026-03-17
        - [ ] 完成投标文件 @王芳 3月9日至3月20日
        """),
      .bad(
        LocalText(zh: "两个日期写反了", en: "swapped dates"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 开始 2026-03-17 截止 ⟦2026-03-10⟧
        - [ ] 完成投标文件 @王芳 ⟦3月20日至3月9日⟧
        """,
        says: "截止 2026年3月10日 早于开始 2026年3月17日", "「3月20日至3月9日」的结束早于开始"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, start: 2026-03-17, by ⟦2026-03-10⟧
        """,
        says: "due 2026-03-10, before it starts on 2026-03-17", in: .en),
    ],
    check: .plan { file, context, findings in
      for range in file.periodProblems(.reversed, among: context.wrongPeriods) {
        findings.add(.reversed(file.source.quoted(range.bytes)), at: range, help: remedy)
      }
      let wording = PeriodWording(context.book.fiscal)
      for action in file.actions {
        guard let due = action.due, !due.isInherited, let start = action.start, let first = start.period?.start,
          let last = due.period?.end, first > last
        else { continue }
        findings.add(
          .dueBeforeStart(last, first, wording), at: due.range, label: LocalText(zh: "截止", en: "due"),
          related: [Diagnostic.Related(start.range, LocalText(zh: "开始", en: "start"))], help: remedy)
      }
    })

  private static let remedy = LocalText(
    zh: "对调两个日期，跨年的写上年份", en: "swap the two dates; write the years where they differ")
}

extension Message {
  fileprivate static func dueBeforeStart(_ due: Day, _ start: Day, _ wording: PeriodWording) -> Message {
    let (last, first) = (wording.text(.day(due)), wording.text(.day(start)))
    return Message(
      zh: "截止 \(last.zh) 早于开始 \(first.zh)", en: "due \(last.en), before it starts on \(first.en)",
      Argument("due", .text(due.description)), Argument("start", .text(start.description)))
  }

  fileprivate static func reversed(_ text: String) -> Message {
    Message(zh: "「\(text)」的结束早于开始", en: "`\(text)` ends before it starts", Argument("text", .text(text)))
  }
}
