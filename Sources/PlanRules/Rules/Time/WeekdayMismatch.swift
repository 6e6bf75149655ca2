import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let weekdayMismatch = Rule(
    id: "weekday-mismatch",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "星期与日期不符", en: "A weekday that is not the date's"),
    why: LocalText(
      zh: "日期和星期说的不是同一天，按哪一个去做都可能错过约定。核对后改其中一个。",
      en:
        "Date and weekday name two different days; whoever follows one of them may miss the appointment. Mend one of them."
    ),
    exceptions: LocalText(
      zh: "日期没有年份、计划也没有期间时不检查。", en: "A date without a year in a plan without a period is not checked."),
    examples: [
      .good(
        LocalText(zh: "相符", en: "both agree"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17（周二）
        - [ ] 完成投标文件 @王芳 截止 3月18日（星期三）
        """),
      .bad(
        LocalText(zh: "写错了星期", en: "the wrong weekday"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17（⟦周四⟧）
        - [ ] 完成投标文件 @王芳 截止 3月18日（⟦星期四⟧）
        """,
        says: "2026年3月17日是周二，写的是「周四」", "2026年3月18日是周三，写的是「星期四」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by 2026-03-17 (⟦Thu⟧)
        """,
        says: "2026-03-17 is a Tuesday, not `Thu`", in: .en),
    ],
    check: .plan { file, context, findings in
      for place in context.wrongPeriods {
        guard let written = place.mention.weekday, case .known(let period) = place.resolved, period.level == .day,
          period.start.weekday != written.weekday
        else { continue }
        let text = file.source.quoted(written.range)
        let range = SourceRange(file: file.id, written.range)
        let right = PeriodWording.weekday(period.start.weekday)
        findings.add(
          .wrongWeekday(period.start, text), at: range, label: LocalText(zh: "星期", en: "weekday"),
          related: [Diagnostic.Related(place.range, LocalText(zh: "日期", en: "date"))],
          help: LocalText(zh: "核对日期和星期，改错的那一个", en: "see which of the two is meant, and mend the other"),
          fixes: [
            Fix(
              title: LocalText(zh: "改为\(right.zh)", en: "write \(right.en)"), safety: .unsafe,
              edits: [Edit(range, text.rewritten(as: period.start.weekday))])
          ])
      }
    })
}

extension String {
  /// Another weekday in the style of this one: `周四`, `星期四`, `Thu`, `THURSDAY`.
  fileprivate func rewritten(as weekday: Int) -> String {
    for prefix in ["星期", "礼拜", "周", "週"] where hasPrefix(prefix) {
      return prefix + (hasSuffix("天") && weekday == 7 ? "天" : PeriodWording.chineseWeekdays[weekday - 1])
    }
    guard let first, first.isASCII, first.isLetter else { return PeriodWording.chineseWeekdays[weekday - 1] }
    let name = PeriodWording.weekdays[weekday - 1]
    let isWhole = lowercased().hasSuffix("day")
    let styled = isWhole ? name : String(name.prefix(3))
    return allSatisfy { !$0.isLowercase } ? styled.uppercased() : first.isLowercase ? styled.lowercased() : styled
  }
}

extension Message {
  fileprivate static func wrongWeekday(_ day: Day, _ written: String) -> Message {
    let right = PeriodWording.weekday(day.weekday)
    let (year, month, number) = day.civil
    return Message(
      zh: "\(year)年\(month)月\(number)日是\(right.zh)，写的是「\(written)」", en: "\(day) is a \(right.en), not `\(written)`",
      Argument("date", .text(day.description)), Argument("weekday", .text(right.en)),
      Argument("written", .text(written)))
  }
}
