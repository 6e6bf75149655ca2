import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let mixedCurrency = Rule(
    id: "mixed-currency",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "几种货币加不到一起", en: "Currencies that meet in one sum"),
    why: LocalText(
      zh: "没有汇率，美元和人民币的目标加不到一起，汇总里会少一块。在 planbook.yml 的 `exchange-rates` 里写上汇率，或用同一种货币。",
      en: """
        Without a rate, targets in dollars and in yuan cannot be added, and a part is missing from the total. State the rate under \
        `exchange-rates` in planbook.yml, or use one currency.
        """),
    exceptions: LocalText(
      zh: "写了汇率的货币不检查；整本册子只用一种货币时不检查；一个文件里每个指标每种货币只报一次。",
      en: "Currencies with a rate, and books with one currency only, are not checked; one finding a file, metric and currency."),
    examples: [
      .badBook(
        LocalText(zh: "一个区用美元", en: "one unit plans in dollars"), planbook: team,
        [
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            ## 目标

            - 签约额：50万元
            """),
          Example.File(
            "SEA/Daniel/2026-03.md",
            """
            # Daniel March 2026 plan

            ## Targets

            - Bookings: ⟦$80,000⟧
            """),
        ],
        says: "签约额里有 USD 也有 CNY，没有汇率，加不到一起"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        | Region | Bookings |
        |---|---|
        | East | CNY 300,000 |
        | West | ⟦USD 50,000⟧ |
        """,
        says: "bookings are in USD and in CNY, which cannot be added without a rate", in: .en),
      .goodBook(
        LocalText(zh: "写了汇率", en: "with a rate"), planbook: team + "\nexchange-rates: {USD: 7.1}",
        [
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            ## 目标

            - 签约额：50万元
            """),
          Example.File(
            "SEA/Daniel/2026-03.md",
            """
            # Daniel March 2026 plan

            ## Targets

            - Bookings: $80,000
            """),
        ]),
      .good(
        LocalText(zh: "只有一种货币", en: "one currency only"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Expense: $3,000
        """),
    ],
    check: .book { book, context, findings in
      let facts = book.store.facts
      let base = context.book.currency
      let rates = context.book.settings.exchangeRates
      // One other currency and the book's own, or two others, somewhere in the book: else there is nothing to mix.
      var foreign: [Int] = []
      var own: [MetricID: Int] = [:]
      for index in facts.indices {
        guard case .money(let currency) = facts[index].unit, facts[index].layer == .target, facts[index].tier == .target,
          let metric = facts[index].metric, facts[index].form == .amount
        else { continue }
        if currency != base {
          if rates[currency] == nil { foreign.append(index) }
        } else if own[metric] == nil {
          own[metric] = index
        }
      }
      guard !foreign.isEmpty else { return }
      let meeting = MeetingCurrencies(facts, own, foreign)
      var seen: Set<MeetingCurrencies.Place> = []
      for index in foreign.sorted(by: { SourceRange.inReportOrder(facts[$0].range, facts[$1].range) }) {
        guard let other = meeting.other(index, base), let place = MeetingCurrencies.Place(facts[index]),
          seen.insert(place).inserted
        else { continue }
        findings.add(
          .mixed(facts[index], facts[other], context.book.registry), at: facts[index].range,
          related: [
            Diagnostic.Related(facts[other].range, AmountWording.text(facts[other], context.book.registry))
          ],
          help: LocalText(
            zh: "在 planbook.yml 里写上 exchange-rates: {\(place.currency): …}",
            en: "state `exchange-rates: {\(place.currency): …}` in planbook.yml"))
      }
    })

  private static let team = """
    planbook: 1
    organization:
      事业部:
        units:
          华东区:
            members: [王芳]
          SEA:
            members: [Daniel]
    """
}

/// The targets of a book that are in several currencies.
private struct MeetingCurrencies {
  struct Place: Hashable {
    let file: FileID
    let metric: MetricID
    let currency: Currency

    init?(_ fact: Fact) {
      guard let metric = fact.metric, case .money(let currency) = fact.unit else { return nil }
      file = fact.range.file
      self.metric = metric
      self.currency = currency
    }
  }

  private let facts: [Fact]
  private let own: [MetricID: Int]
  private let foreign: [MetricID: [Currency: Int]]

  init(_ facts: [Fact], _ own: [MetricID: Int], _ foreign: [Int]) {
    self.facts = facts
    self.own = own
    var byMetric: [MetricID: [Currency: Int]] = [:]
    for index in foreign {
      guard let place = Place(facts[index]) else { continue }
      if byMetric[place.metric]?[place.currency] == nil { byMetric[place.metric, default: [:]][place.currency] = index }
    }
    self.foreign = byMetric
  }

  /// A target of the same metric in another currency: the book's own, else the first other one of the alphabet.
  func other(_ index: Int, _ base: Currency) -> Int? {
    guard let place = Place(facts[index]) else { return nil }
    if let own = own[place.metric] { return own }
    // Without the book's currency the first of the others is the usual one.
    let others = foreign[place.metric] ?? [:]
    guard let usual = others.min(by: { $0.value < $1.value }), usual.key != place.currency else { return nil }
    return usual.value
  }
}

extension Message {
  fileprivate static func mixed(_ fact: Fact, _ other: Fact, _ registry: MetricRegistry) -> Message {
    let label = fact.metric.map { registry[$0].label } ?? LocalText(zh: "", en: "")
    let (one, two) = (fact.currencyCode, other.currencyCode)
    return Message(
      zh: "\(label.zh)里有 \(one) 也有 \(two)，没有汇率，加不到一起",
      en: "\(label.en) are in \(one) and in \(two), which cannot be added without a rate",
      Argument("currency", .text(one)), Argument("other", .text(two)))
  }
}

extension Fact {
  fileprivate var currencyCode: String { if case .money(let currency) = unit { currency.description } else { "" } }
}
