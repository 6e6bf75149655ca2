import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let wonExceedsBid = Rule(
    id: "won-exceeds-bid",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "中标多于投标", en: "More tenders won than submitted"),
    why: LocalText(
      zh: "投了几个标，最多中几个。一个季度或一年里中标多于投标，两个数里有一个写错了。",
      en: "No more tenders can be won than were submitted: over a quarter or a year one of the two numbers is wrong."),
    exceptions: LocalText(
      zh: "月、旬、周、日只是警告：3月投的标可能4月才中。",
      en: "For months and shorter periods it is a warning: a tender of March may be won in April."),
    examples: [
      .bad(
        LocalText(zh: "季度写反了", en: "the wrong way round in a quarter"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 行业分解

        | 行业 | 投标（个） | 中标（个） |
        |---|---|---|
        | 医疗 | 6 | ⟦8⟧ |
        | 教育 | 4 | 2 |
        """,
        says: "2026年第一季度中标 8 个多于投标 6 个，多 2 个"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bids: 3
        - Bids won: ⟦5⟧
        """,
        says: "bids won in March 2026: 5, which is 2 more than the bids (3)", in: .en),
      .good(
        LocalText(zh: "不多于投标", en: "no more than were submitted"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 行业分解

        | 行业 | 投标（个） | 中标（个） |
        |---|---|---|
        | 医疗 | 6 | 6 |
        | 教育 | 4 | 2 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bids: 3
        - Bids won: 3
        """),
    ],
    looksFor: .wonAboveBid,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let registry = context.book.registry
      let wording = PeriodWording(context.book.fiscal)
      for index in file.facts.indices where file.facts[index].metric == context.metrics.bidsWon {
        guard let other = WonBids.bid(for: index, in: file.facts, context.metrics) else { continue }
        let (won, bid) = (file.facts[index], file.facts[other])
        let isLong = won.period.known.map { $0.level <= .quarter } ?? false
        let amount = AmountWording.text(bid, registry)
        findings.add(
          .exceeds(won, bid, won.period.known.map { wording.text($0) }, registry), at: won.range,
          severity: isLong ? nil : .warning, label: LocalText(zh: "中标", en: "won"),
          related: [Diagnostic.Related(bid.range, LocalText(zh: "投标 \(amount.zh)", en: "\(amount.en) bids"))],
          help: LocalText(zh: "看看两个数是不是写反了", en: "see whether the two numbers are swapped"))
      }
    })
}

extension Message {
  fileprivate static func exceeds(_ won: Fact, _ bid: Fact, _ period: LocalText?, _ registry: MetricRegistry) -> Message
  {
    let difference = won.value.subtracting(bid.value) ?? .zero
    let gap = AmountWording.text(difference, .count, metric: won.metric.map { registry[$0] })
    let (first, second) = (AmountWording.text(won, registry), AmountWording.text(bid, registry))
    return Message(
      zh: "\(period?.zh ?? "")中标 \(first.zh)多于投标 \(second.zh)，多 \(gap.zh)",
      en:
        "bids won\(period.map { " in \($0.en)" } ?? ""): \(first.en), which is \(gap.en) more than the bids (\(second.en))",
      Argument("won", .number(won.value.description)), Argument("bids", .number(bid.value.description)))
  }
}
