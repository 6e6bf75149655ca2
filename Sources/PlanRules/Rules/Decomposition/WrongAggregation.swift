import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let wrongAggregation = Rule(
    id: "wrong-aggregation",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "存量按时间相加，或比率取平均", en: "A stock summed over time, or an average of ratios"),
    why: LocalText(
      zh: "三个月末的应收账款相加不是季度的应收账款；两个人的中标率相加除以二不是团队的中标率。存量取期末值，比率用分子之和除以分母之和。",
      en: """
        Receivables at the ends of three months do not add up to the quarter's, and the mean of two win rates is not the team's. \
        Of a stock take the last value; of a ratio divide the sum of the parts.
        """),
    exceptions: LocalText(
      zh: "合计栏写期末值或留空即可；按分子分母算出的比率不报。",
      en: "A total that shows the last value, or nothing, is fine; so is a ratio that follows from its parts."),
    examples: [
      .good(
        LocalText(zh: "存量写期末值，比率按总数算", en: "the last value, and a ratio of the totals"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 应收账款（万元） | 投标 | 中标 | 中标率 |
        |---|---|---|---|---|
        | 1月 | 90 | 4 | 2 | 50% |
        | 2月 | 80 | 10 | 1 | 10% |
        | 合计 | 80 | 14 | 3 | 21.4% |
        """),
      .bad(
        LocalText(zh: "相加，平均", en: "a sum and a mean"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 应收账款（万元） | 投标 | 中标 | 中标率 |
        |---|---|---|---|---|
        | 1月 | 90 | 4 | 2 | 50% |
        | 2月 | 80 | 10 | 1 | 10% |
        | 合计 | ⟦170⟧ | 14 | 3 | ⟦30%⟧ |
        """,
        says: "应收账款是存量，不能把各期相加：写的是 170，期末是 80 万元", "中标率不能取平均：写的是 30%，按总数应是 21%"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026.md",
        """
        # 2026 sales plan

        ## Breakdown

        | Quarter | Bookings | Pipeline |
        |---|---|---|
        | Q1 | $100k | $300k |
        | Q2 | $120k | $340k |
        | Total | $220k | ⟦$640k⟧ |
        """,
        says: "pipeline is a stock and does not add up over time: `$640k` is written, the last value is USD 340,000",
        in: .en),
    ],
    check: .plan { file, context, findings in
      for assertion in file.assertions {
        guard case .notAggregable = assertion.expected, let metric = assertion.metric else { continue }
        let inputs = file.facts(at: assertion.inputs)
        let check = NotAggregable(assertion, inputs, file, context.book.registry)
        guard let check else { continue }
        let wording = ContributorWording(inputs, context, file.dimensions)
        let written = file.source.text(assertion.range.bytes)
        findings.add(
          .wrongAggregation(check, written, context.book.registry[metric]), at: assertion.range,
          label: assertion.kind.name, related: wording.related(inputs),
          help: check.isStock
            ? LocalText(zh: "写期末值，或写“—”", en: "write the last value, or a dash")
            : LocalText(zh: "用分子之和除以分母之和，或写“—”", en: "divide the sums of its parts, or write a dash"))
      }
    })
}

extension Message {
  fileprivate static func wrongAggregation(_ check: NotAggregable, _ written: String, _ metric: Metric) -> Message {
    let name = metric.label
    let right = check.right.map { AmountWording.text($0, check.unit, metric: metric) }
    let arguments = (Argument("metric", .text(metric.id)), Argument("stated", .number(check.stated.description)))
    if check.isStock {
      return Message(
        zh: "\(name.zh)是存量，不能把各期相加：写的是 \(written)，期末是 \(right?.zh ?? "")",
        en:
          "\(name.en) is a stock and does not add up over time: `\(written)` is written, the last value is \(right?.en ?? "")",
        arguments.0, arguments.1)
    }
    return Message(
      zh: "\(name.zh)不能取平均：写的是 \(written)" + (right.map { "，按总数应是 \($0.zh)" } ?? ""),
      en: "\(name.en) cannot be averaged: `\(written)` is written" + (right.map { ", the totals give \($0.en)" } ?? ""),
      arguments.0, arguments.1)
  }
}
