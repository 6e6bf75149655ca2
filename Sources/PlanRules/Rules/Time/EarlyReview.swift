import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let earlyReview = Rule(
    id: "early-review",
    group: .time,
    severity: .warning,
    summary: LocalText(zh: "期间还没结束就填了实际数", en: "An actual for a period that has not ended"),
    why: LocalText(
      zh: "没结束的期间只有“截至”某天的数。写成实际数，汇总会当作最终结果，缺口看上去就定了。",
      en:
        "A period that runs has figures to date only. Written as its actual they are taken for the final result, and the gap looks settled."
    ),
    exceptions: LocalText(
      zh: "写明“截至”“累计”的数不检查；最后一个工作日当天起算结束；条件里的“目前”不检查。一个文件里每个期间只报一次。",
      en: """
        Figures that say they are to date are not checked, nor is what conditions say there is at present; a period counts as \
        ended on its last workday. One finding a period and file.
        """),
    examples: [
      .bad(
        LocalText(zh: "3月才过一半", en: "March is half over"), path: "2026-03.md", planbook: "today: 2026-03-16",
        """
        # 王芳 2026年3月计划

        ## 总结

        | 指标 | 目标 | 实际 |
        |---|---|---|
        | 签约额（万元） | 50 | ⟦30⟧ |
        | 拜访（次） | 20 | 12 |
        """,
        says: "2026年3月还没有结束，已经填了实际数（共 2 处）"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md", planbook: "today: 2026-02-03",
        """
        # Ben Q1 2026 plan

        ## Review

        | Month | Bookings target | Bookings actual |
        |---|---|---|
        | January | $50,000 | $48,000 |
        | February | $60,000 | ⟦$5,000⟧ |
        """,
        says: "February 2026 has not ended, but its actual is written", in: .en),
      .good(
        LocalText(zh: "截至某天，或最后一个工作日", en: "to date, or on the last workday"), path: "2026-01.md",
        planbook: "today: 2026-01-30",
        """
        # 王芳 2026年1月计划

        ## 总结

        | 指标 | 目标 | 实际 |
        |---|---|---|
        | 签约额（万元） | 50 | 30 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md", planbook: "today: 2026-02-03",
        """
        # Ben Q1 2026 plan

        ## Review

        | Metric | YTD |
        |---|---|
        | Bookings | $48,000 |
        """),
    ],
    looksFor: .earlyActual,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let wording = PeriodWording(context.book.fiscal)
      var periods: [Period] = []
      var places: [Period: [Fact]] = [:]
      for fact in file.facts where fact.layer == .actual && !fact.isToDate && fact.carrier != .condition {
        guard let period = fact.period.known, period.end >= context.today,
          context.book.calendar.lastWorkday(of: period) > context.today
        else { continue }
        if places[period] == nil { periods.append(period) }
        places[period, default: []].append(fact)
      }
      for period in periods {
        guard let facts = places[period], let first = facts.first else { continue }
        findings.add(
          .early(wording.text(period), count: facts.count), at: first.range, label: LocalText(zh: "实际", en: "actual"),
          related: facts.dropFirst().map {
            Diagnostic.Related($0.range, AmountWording.text($0, context.book.registry))
          },
          help: LocalText(zh: "写明“截至”哪天，或等结束后再填", en: "say up to which day, or wait until the period is over"))
      }
    })
}

extension WorkCalendar {
  /// The last workday of a period; its last day where it has none.
  fileprivate func lastWorkday(of period: Period) -> Day {
    var day = period.end
    while day > period.start, !isWorkday(day) { day = day.advanced(by: -1) }
    return isWorkday(day) ? day : period.end
  }
}

extension Message {
  fileprivate static func early(_ period: LocalText, count: Int) -> Message {
    Message(
      zh: "\(period.zh)还没有结束，已经填了实际数" + (count > 1 ? "（共 \(count) 处）" : ""),
      en: "\(period.en) has not ended, but its actual is written" + (count > 1 ? " (\(count) places)" : ""),
      Argument("period", .text(period.en)))
  }
}
