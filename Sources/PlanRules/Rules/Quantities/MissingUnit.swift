import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let missingUnit = Rule(
    id: "missing-unit",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "金额没有单位", en: "An amount of money without a unit"),
    why: LocalText(
      zh: "“签约额：5000”是五千元还是五千万元，差一万倍。单位可以写在数字后，也可以写在表头或表格上方。",
      en: """
        `bookings: 5000` may be five thousand or five million. The unit may stand with the number, in the table's header, \
        or above the table.
        """),
    exceptions: LocalText(
      zh: "家、次等计数指标可以不写单位；0 不需要单位；“500万”对金额指标就是 500 万元。",
      en: "Counts need no unit, nor does 0; `500万` of a money metric is 5,000,000 元."),
    examples: [
      .bad(
        LocalText(zh: "条目没有单位", en: "an item without a unit"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 季度目标

        - 签约额：⟦5000⟧
        - 拜访：120
        """,
        says: "「签约额」的数字 5000 没有单位"),
      .bad(
        LocalText(zh: "整列没有单位，只报一次", en: "a column without a unit is reported once"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额 | 拜访 |
        |---|---|---|
        | 1月 | ⟦1500⟧ | 30 |
        | 2月 | 1200 | 40 |
        | 3月 | 2300 | 50 |
        """,
        says: "表中「签约额」的 3 个数字没有单位"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦5000⟧
        """,
        says: "the number 5000 of `bookings` has no unit", in: .en),
      .good(
        LocalText(zh: "单位写在数字、表头或表格上方", en: "the unit stands with the number, in the header or above"),
        path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 季度目标

        - 签约额：500万

        ## 月度分解

        | 月份 | 签约额（万元） | 拜访 |
        |---|---|---|
        | 1月 | 150 | 30 |
        | 2月 | 120 | 40 |
        | 3月 | 230 | 50 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $5,000
        - Visits: 40
        """),
    ],
    check: .plan { file, context, findings in
      for group in UnitlessNumbers.groups(file, context.book) {
        guard let first = group.facts.first, let metric = first.metric else { continue }
        let name = context.book.registry[metric]
        let message: Message =
          group.isTable && group.facts.count > 1
          ? .noUnit(ofColumn: name, count: group.facts.count)
          : .noUnit(of: name, number: file.source.quoted(first.range.bytes))
        findings.add(
          message, at: first.range,
          related: group.facts.dropFirst().map { .init($0.range, LocalText(zh: "同样没有单位", en: "no unit either")) },
          help: LocalText(
            zh: group.isTable ? "在表头写单位，如“签约额（万元）”" : "在数字后写单位，如“万元”",
            en: group.isTable
              ? "state the unit in the header, such as `bookings (USD)`" : "state the currency, such as `$5,000`"))
      }
    })
}

extension Message {
  fileprivate static func noUnit(of metric: Metric, number: String) -> Message {
    Message(
      zh: "「\(metric.name(.zh))」的数字 \(number) 没有单位", en: "the number \(number) of `\(metric.name(.en))` has no unit",
      .init("metric", .text(metric.id)), .init("number", .text(number)))
  }

  fileprivate static func noUnit(ofColumn metric: Metric, count: Int) -> Message {
    Message(
      zh: "表中「\(metric.name(.zh))」的 \(count) 个数字没有单位",
      en: "\(count) numbers of `\(metric.name(.en))` in the table have no unit",
      .init("metric", .text(metric.id)), .init("count", .number("\(count)")))
  }
}
