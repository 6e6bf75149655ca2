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
      en:
        "Currencies with a rate, and books with one currency only, are not checked; one finding a file, metric and currency."
    ),
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
      let meeting = MeetingCurrencies(book, context)
      guard meeting.mayMeet else { return }
      let facts = book.store.facts
      let places = facts.indices.filter {
        facts[$0].layer == .target && facts[$0].isPromise && meeting.concern(facts[$0])
      }
      .sorted { SourceRange.inReportOrder(facts[$0].range, facts[$1].range) }
      var seen: Set<MeetingCurrencies.Place> = []
      for index in places {
        guard let place = MeetingCurrencies.Place(facts[index]), meeting.isForeign(place.currency, place.metric),
          let other = places.first(where: {
            facts[$0].metric == place.metric && facts[$0].unit == .money(meeting.usual(place.metric))
          }),
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

  /// By metric, in file order; the book's own currency and those with a rate count as one.
  private var currencies: [MetricID: [Currency]] = [:]
  private let base: Currency

  init(_ book: PlanBook, _ context: RuleContext) {
    base = context.book.currency
    let rates = context.book.settings.exchangeRates
    for file in book.files {
      for target in file.moneyTargets {
        let currency = rates[target.currency] == nil ? target.currency : base
        if currencies[target.metric]?.contains(currency) != true {
          currencies[target.metric, default: []].append(currency)
        }
      }
    }
  }

  var mayMeet: Bool { currencies.values.contains { $0.count > 1 } }

  /// The currency that the others are held against: the book's own, else the first.
  func usual(_ metric: MetricID) -> Currency {
    let all = currencies[metric] ?? []
    return all.contains(base) ? base : all.first ?? base
  }

  func isForeign(_ currency: Currency, _ metric: MetricID) -> Bool {
    currency != usual(metric) && (currencies[metric] ?? []).contains(currency)
  }

  func concern(_ fact: Fact) -> Bool {
    guard let metric = fact.metric, case .money = fact.unit else { return false }
    return (currencies[metric]?.count ?? 0) > 1
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
