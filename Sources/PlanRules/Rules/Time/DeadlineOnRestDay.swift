import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let deadlineOnRestDay = Rule(
    id: "deadline-on-rest-day",
    group: .time,
    severity: .warning,
    summary: LocalText(zh: "截止日是休息日", en: "A due date on a day off"),
    why: LocalText(
      zh: "周末和节假日没有人上班，落在那天的行动要么提前，要么拖到之后。改成工作日。",
      en: "Nobody works on that day, so the action is done before it or late. Choose a workday."),
    exceptions: LocalText(
      zh: """
        已完成的行动、写“3月底”或一段时间的期限、日计划里的事项不检查；星期与日期不符时由 weekday-mismatch 报告。休息日按 planbook.yml 的日历。
        """,
      en: """
        Done actions, ends of months and spans, and items of a day's own plan are not checked; where the weekday is not the \
        date's, weekday-mismatch speaks. Days off are those of the book's calendar.
        """),
    examples: [
      .bad(
        LocalText(zh: "周日和清明节", en: "a Sunday and a holiday"), path: "2026-Q2.md",
        """
        # 王芳 2026年第二季度计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 ⟦2026-04-12⟧
        - [ ] 完成投标文件 @王芳 截止 ⟦4月6日⟧
        """,
        says: "截止 2026年4月12日是周日，休息", "截止 2026年4月6日是清明节，休息"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md", planbook: "calendar: weekdays",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by ⟦2026-03-14⟧
        """,
        says: "due 2026-03-14, a Saturday and day off", in: .en),
      .good(
        LocalText(zh: "工作日、月底、已完成", en: "a workday, the end of a month, done"), path: "2026-02.md",
        """
        # 王芳 2026年2月计划

        ## 行动计划

        - [ ] 补班日交标书 @王芳 截止 2026-02-14
        - [ ] 拜访仁和医院 @王芳 截止 2月底
        - [x] 值班 @王芳 截止 2026-02-01
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md", planbook: "calendar: weekdays",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by 2026-03-13
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let calendar = context.book.calendar
      for action in file.actions {
        guard action.isDone != true, let due = action.due, !due.isInherited, let period = due.period,
          period.level == .day, !calendar.isWorkday(period.start), !file.hasWrongWeekday(due, period.start),
          file.scope.period?.value != period
        else { continue }
        let holiday = calendar.exception(on: period.start)?.holiday
        findings.add(
          .restDay(period.start, holiday), at: due.range, label: LocalText(zh: "截止", en: "due"),
          help: calendar.workday(before: period.start).map { day in
            let wording = PeriodWording(context.book.fiscal).text(.day(day))
            return LocalText(zh: "改成工作日，前一个是 \(wording.zh)", en: "choose a workday; the one before is \(wording.en)")
          })
      }
    })
}

extension PlanFile {
  /// Whether a weekday is written beside the date that is not the date's.
  fileprivate func hasWrongWeekday(_ due: Action.Due, _ day: Day) -> Bool {
    guard let index = token(in: due.range.bytes, where: { $0.kind == .period }) else { return false }
    return tree.periods[Int(tree.tokens[index].value)].weekday.map { $0.weekday != day.weekday } ?? false
  }
}

extension WorkCalendar {
  fileprivate func workday(before day: Day) -> Day? {
    (1...14).lazy.map { day.advanced(by: -$0) }.first { isWorkday($0) }
  }
}

extension Message {
  fileprivate static func restDay(_ day: Day, _ holiday: LocalText?) -> Message {
    let (year, month, number) = day.civil
    let weekday = PeriodWording.weekday(day.weekday)
    return Message(
      zh: "截止 \(year)年\(month)月\(number)日是\(holiday?.zh ?? weekday.zh)，休息",
      en: "due \(day), \(holiday.map { "\($0.en): a" } ?? "a \(weekday.en) and") day off",
      Argument("date", .text(day.description)), Argument("weekday", .text(weekday.en)))
  }
}
