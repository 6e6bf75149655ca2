import PlanModel
import PlanRules
import PlanSource
import PlanSyntax
import Testing

@Suite struct AmountWordingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let value: String
    let unit: FactUnit
    let metric: String?
    let zh: String
    let en: String

    init(_ value: String, _ unit: FactUnit, _ metric: String?, _ zh: String, _ en: String) {
      self.value = value
      self.unit = unit
      self.metric = metric
      self.zh = zh
      self.en = en
    }

    var testDescription: String { "\(value) \(unit)" }
  }

  static let cases = [
    Case("5000000", .money(.cny), nil, "500 万元", "CNY 5,000,000"),
    Case("8000", .money(.cny), nil, "8,000 元", "CNY 8,000"),
    Case("9999.5", .money(.cny), nil, "9,999.5 元", "CNY 9,999.5"),
    Case("10000", .money(.cny), nil, "1 万元", "CNY 10,000"),
    Case("12345", .money(.cny), nil, "1.2345 万元", "CNY 12,345"),
    Case("12345.67", .money(.cny), nil, "12,345.67 元", "CNY 12,345.67"),
    Case("120000000", .money(.cny), nil, "1.2 亿元", "CNY 120,000,000"),
    Case("737813000", .money(.cny), nil, "73,781.3 万元", "CNY 737,813,000"),
    Case("-67000", .money(.cny), nil, "-6.7 万元", "CNY -67,000"),
    Case("0", .money(.cny), nil, "0 元", "CNY 0"),
    Case("1200000", .money(.usd), nil, "120 万美元", "USD 1,200,000"),
    Case("20", .count, "new-customers", "20 家", "20"),
    Case("1234", .count, nil, "1,234", "1,234"),
    Case("92.5", .percent, nil, "92.5%", "92.5%"),
    Case("3.8", .points, nil, "3.8 个百分点", "3.8 pp"),
    Case("1", .days, nil, "1 天", "1 day"),
    Case("36", .hours, nil, "36 小时", "36 hours"),
    Case("7", .unknown, nil, "7", "7"),
  ]

  @Test(arguments: cases)
  func writesAllDigitsInTheUnitOfTheLanguage(_ it: Case) throws {
    let registry = MetricRegistry.builtIn()
    let value = try #require(ExactDecimal(plain: it.value))
    let metric = it.metric.flatMap { registry.metric(id: $0) }.map { registry[$0] }
    #expect(AmountWording.text(value, it.unit, metric: metric) == LocalText(zh: it.zh, en: it.en))
  }
}

@Suite struct PeriodWordingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let zh: String
    let en: String
    let shortZh: String
    let shortEn: String

    init(_ id: String, _ zh: String, _ en: String, _ shortZh: String, _ shortEn: String) {
      self.id = id
      self.zh = zh
      self.en = en
      self.shortZh = shortZh
      self.shortEn = shortEn
    }

    var testDescription: String { id }
  }

  static let calendar = [
    Case("2026", "2026年", "2026", "2026年", "2026"),
    Case("2026-H2", "2026年下半年", "H2 2026", "下半年", "H2"),
    Case("2026-Q2", "2026年第二季度", "Q2 2026", "第二季度", "Q2"),
    Case("2026-05", "2026年5月", "May 2026", "5月", "May"),
    Case("2026-03-上", "2026年3月上旬", "early March 2026", "3月上旬", "early March"),
    Case("2026-03-下", "2026年3月下旬", "late March 2026", "3月下旬", "late March"),
    Case("2026-W12", "2026-W12", "2026-W12", "2026-W12", "2026-W12"),
    Case("2026-03-17", "2026年3月17日", "2026-03-17", "3月17日", "2026-03-17"),
    Case(
      "2026-03-01..2026-03-15", "2026年3月1日至3月15日", "2026-03-01 to 2026-03-15", "2026年3月1日至3月15日",
      "2026-03-01 to 2026-03-15"),
  ]

  static let fiscal = [
    Case("FY26", "2026财年", "FY26", "2026财年", "FY26"),
    Case("FY26-Q2", "2026财年第二季度", "Q2 FY26", "第二季度", "Q2"),
    Case("2025-12", "2025年12月", "December 2025", "12月", "December"),
  ]

  @Test(arguments: calendar)
  func namesPeriodsAsPeopleSayThem(_ it: Case) throws { try check(it, .calendar) }

  @Test(arguments: fiscal)
  func namesFiscalPeriods(_ it: Case) throws { try check(it, FiscalYear(startMonth: 10, naming: .end)) }

  private func check(_ it: Case, _ year: FiscalYear) throws {
    let period = try #require(Period(id: it.id, in: year))
    let wording = PeriodWording(year)
    #expect(wording.text(period) == LocalText(zh: it.zh, en: it.en))
    #expect(wording.short(period) == LocalText(zh: it.shortZh, en: it.shortEn))
  }

  @Test(arguments: [
    (2, PeriodLevel.half, "两个半年", "2 halves"), (3, .month, "三个月", "3 months"), (4, .quarter, "四个季度", "4 quarters"),
    (12, .month, "十二个月", "12 months"), (31, .day, "31天", "31 days"), (1, .week, "一周", "1 week"),
  ])
  func countsParts(_ count: Int, _ level: PeriodLevel, _ zh: String, _ en: String) {
    #expect(PeriodWording.count(count, level) == LocalText(zh: zh, en: en))
  }
}
