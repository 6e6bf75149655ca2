import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let implausibleScale = Rule(
    id: "implausible-scale",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "数量级与同类数字相差太大", en: "A number of another order of magnitude than its siblings"),
    why: LocalText(
      zh: "同一列里别的数都是几十万，只有一个是几十亿，多半是多写或少写了“万”。",
      en:
        "Where all other numbers of a column are tens of thousands and one is a thousand times that, a 万 or three zeros were mostly lost or doubled."
    ),
    exceptions: LocalText(
      zh: """
        同一文件里指标、层次、期间长短都相同的数字才比较，至少要有三个；0 不算。倍数在 planbook.yml 的 `rules: limits: implausible-scale` 里改，默认 1000。
        """,
      en: """
        Only numbers of one file with the same metric, layer and length of period are compared, at least three of them; zero is \
        left out. `rules: limits: implausible-scale` in planbook.yml changes the factor of 1000.
        """),
    examples: [
      .bad(
        LocalText(zh: "多写了一个万", en: "a 万 too many"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 月度分解

        | 月份 | 签约额 |
        |---|---|
        | 1月 | 50万元 |
        | 2月 | ⟦6亿元⟧ |
        | 3月 | 55万元 |
        """,
        says: "签约额 6 亿元是同类数字的 1,090 倍"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Breakdown

        | Month | Bookings |
        |---|---|
        | 2026-01 | $500,000 |
        | 2026-02 | ⟦$480⟧ |
        | 2026-03 | $550,000 |
        """,
        says: "bookings of USD 480 are 1/1,041 of the numbers beside it", in: .en),
      .good(
        LocalText(zh: "旺季和淡季，年度和月度", en: "high and low season, year and month"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 目标

        - 签约额：1500.5万元

        ## 月度分解

        | 月份 | 签约额（万元） |
        |---|---|
        | 1月 | 0.5 |
        | 2月 | 0 |
        | 3月 | 1500 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        - Expense: $12
        """),
    ],
    looksFor: .wideSpread,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let limit = context.book.settings.rules.limits["implausible-scale"]
      let contradicting = Set(SmallCells.find(file, context.book).map(\.range))
      for group in file.siblings() {
        guard let odd = group.odd(limit), !contradicting.contains(odd.fact.range.bytes) else { continue }
        findings.add(
          .implausible(odd, context.book.registry), at: odd.fact.range,
          related: group.facts.filter { $0.range != odd.fact.range }.map {
            Diagnostic.Related($0.range, AmountWording.text($0, context.book.registry))
          },
          help: LocalText(zh: "看看是不是多写或少写了“万”", en: "see whether a magnitude was lost or doubled"))
      }
    })
}

/// Numbers of a file that should be of one order of magnitude.
private struct Siblings {
  struct Key: Hashable {
    let metric: MetricID
    let unit: FactUnit
    let layer: Layer
    let tier: Tier
    let carrier: Carrier
    let level: PeriodLevel?
    let isRestricted: Bool
    let isToDate: Bool

    init?(_ fact: Fact) {
      guard let metric = fact.metric, fact.form == .amount, !fact.value.isZero else { return nil }
      self.metric = metric
      unit = fact.unit
      layer = fact.layer
      tier = fact.tier
      carrier = fact.carrier
      level = fact.period.known?.level
      isRestricted = fact.dimensions != .none
      isToDate = fact.isToDate
    }
  }

  struct Odd {
    let fact: Fact
    /// How many times the next number it is, or how many times the next number is it.
    let times: ExactDecimal
    let isLarge: Bool
  }

  var facts: [Fact] = []

  /// The one number that is further from all others than the limit.
  func odd(_ limit: ExactDecimal) -> Odd? {
    guard facts.count >= 3 else { return nil }
    let sorted = facts.sorted { $0.value.magnitude < $1.value.magnitude }
    let (first, second) = (sorted[0], sorted[1])
    let (last, before) = (sorted[sorted.count - 1], sorted[sorted.count - 2])
    // Two groups of numbers are two kinds of things; one number alone is a slip.
    if let times = Self.times(last, before, limit), Self.times(before, first, limit) == nil {
      return Odd(fact: last, times: times, isLarge: true)
    }
    if let times = Self.times(second, first, limit), Self.times(last, second, limit) == nil {
      return Odd(fact: first, times: times, isLarge: false)
    }
    return nil
  }

  private static func times(_ large: Fact, _ small: Fact, _ limit: ExactDecimal) -> ExactDecimal? {
    guard let bound = small.value.magnitude.multiplied(by: limit), large.value.magnitude >= bound else { return nil }
    guard let times = large.value.magnitude.divided(by: small.value.magnitude, digits: 2) else { return nil }
    return times.roundedDown
  }
}

extension ExactDecimal {
  fileprivate var roundedDown: ExactDecimal {
    let whole = description.prefix { $0 != "." }
    return ExactDecimal(plain: String(whole)) ?? self
  }
}

extension PlanFile {
  fileprivate func siblings() -> [Siblings] {
    var groups: [Siblings] = []
    var indices: [Siblings.Key: Int] = [:]
    for fact in facts {
      guard let key = Siblings.Key(fact) else { continue }
      if let index = indices[key] {
        groups[index].facts.append(fact)
      } else {
        indices[key] = groups.count
        groups.append(Siblings(facts: [fact]))
      }
    }
    return groups
  }
}

extension Message {
  fileprivate static func implausible(_ odd: Siblings.Odd, _ registry: MetricRegistry) -> Message {
    let label = odd.fact.metric.map { registry[$0].label } ?? LocalText(zh: "", en: "")
    let amount = AmountWording.text(odd.fact, registry)
    let times = AmountWording.grouped(odd.times)
    return Message(
      zh: odd.isLarge ? "\(label.zh) \(amount.zh)是同类数字的 \(times) 倍" : "\(label.zh) \(amount.zh)只有同类数字的 1/\(times)",
      en: "\(label.en) of \(amount.en) are \(odd.isLarge ? "\(times) times" : "1/\(times) of") the numbers beside it",
      Argument("value", .number(odd.fact.value.description)), Argument("times", .number(odd.times.description)))
  }
}
