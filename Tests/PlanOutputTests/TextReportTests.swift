import PlanModel
import PlanOutput
import PlanRollup
import PlanSource
import PlanSyntax
import Testing

@Suite struct TextReportTests {
  @Test func chinese() {
    #expect(
      ReportFormat.text.text(of: ReportSample.document(ReportSample.gap())) == """
        目标缺口（金额单位：万元）
        负责人      期间     目标        分解    分解率  说明
        ─────────────────────────────────────────────────────
        远航事业部  2026-Q1   500      425.60!*   85.1%  还差
          华东区    2026-Q1   300      300.00    100.0%  相等
          华南区    2026-Q1     —      未填报         —
        合计        2026-Q1  -500  123,456.78         —

        ! 有两种说法，取生效的一种；* 分解不全
        今天按 2026-04-15 计

        """)
  }

  @Test func english() {
    #expect(
      ReportFormat.text.text(of: ReportSample.document(ReportSample.gap(), .en)) == """
        Target gap (money in CNY)
        Owner       Period     Declared     Decomposed    Coverage  Status
        ──────────────────────────────────────────────────────────────────
        远航事业部  2026-Q1   5,000,000      4,256,000!*     85.1%  short
          华东区    2026-Q1   3,000,000      3,000,000      100.0%  equal
          华南区    2026-Q1           —   not reported           —
        合计        2026-Q1  -5,000,000  1,234,567,800           —

        ! stated twice; the one in force is shown; * children are missing
        today is taken as 2026-04-15

        """)
  }

  @Test func aNarrowTerminalGetsABlockARow() {
    #expect(
      ReportFormat.text.text(of: ReportSample.document(ReportSample.gap(), width: 24)).hasPrefix(
        """
        目标缺口（金额单位：万元
        ）

        远航事业部  2026-Q1
          目标 500
          分解 425.60!*
          分解率 85.1%
          说明 还差

        华东区  2026-Q1
          目标 300  分解 300.00
          分解率 100.0%
          说明 相等

        华南区  2026-Q1
          目标 —  分解 未填报
          分解率 —

        """))
  }

  @Test func remarksAreCutBeforeTheTableIsGivenUp() {
    let long = LocalText(zh: String(repeating: "长话", count: 40), en: "")
    let table = ReportTable(
      id: "t", title: LocalText(zh: "表", en: ""),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: ""), .key), .init("why", LocalText(zh: "说明", en: ""), .remark),
      ],
      rows: [.init(cells: [.init(.name("王芳")), .init(.text(long))])])
    let lines = ReportFormat.text.text(of: ReportSample.document(table, width: 20)).split(separator: "\n")
    #expect(lines == ["表", "负责人  说明", "────────────────────", "王芳    长话长话长…"])
  }

  @Test(arguments: 2...80)
  func nothingIsEverWiderThanAsked(width: Int) {
    for language in Language.allCases {
      let text = ReportFormat.text.text(of: ReportSample.document(ReportSample.gap(), language, width: width))
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
      let digits = text.filter { !$0.isWhitespace }
      #expect(digits.contains(language == .zh ? "425.60!*" : "4,256,000!*"), "no figure is cut")
    }
  }

  @Test func coloursAreWrittenOnlyWhenAskedFor() {
    let plain = ReportFormat.text.text(of: ReportSample.document(ReportSample.gap()))
    let coloured = ReportFormat.text.text(of: ReportSample.document(ReportSample.gap(), hasColours: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1m合计        2026-Q1  -500  123,456.78         —\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(arguments: [
    (MoneyUnit.base, "5,000,000", "-33,500", "（金额单位：元）", "(money in CNY)"),
    (.thousand, "5,000", "-33.5", "（金额单位：千元）", "(money in 1,000 CNY)"),
    (.tenThousand, "500", "-3.35", "（金额单位：万元）", "(money in 10,000 CNY)"),
    (.hundredMillion, "0.05", "-0.000335", "（金额单位：亿元）", "(money in 100 million CNY)"),
  ])
  func everyUnitShowsEveryDigit(unit: MoneyUnit, large: String, small: String, chinese: String, english: String) {
    let table = ReportSample.moneyTable([ReportSample.money(5_000_000), ReportSample.money(-33_500)])
    for (language, name) in [(Language.zh, chinese), (.en, english)] {
      let text = ReportFormat.text.text(of: ReportSample.document(table, language, unit: unit))
      #expect(text.contains(name))
      #expect(text.contains(large))
      #expect(text.contains(small))
    }
  }

  @Test(arguments: [
    ([5_000_000], "500", "万元"), ([123_456_789], "123,456,789", "元"), ([120_000_000, 35_000_000], "1.20", "亿元"),
    ([9_900], "9,900", "元"), ([10_000, 50], "10,000", "元"), ([12_300_000, 100], "1,230.00", "万元"), ([0], "0", "元"),
  ])
  func autoTakesTheLargestUnitThatNeedsTwoDecimals(amounts: [Int], first: String, unit: String) {
    let table = ReportSample.moneyTable(amounts.map { ReportSample.money($0) })
    let lines = ReportFormat.text.text(of: ReportSample.document(table)).split(separator: "\n")
    #expect(lines[0] == "金额（金额单位：\(unit)）")
    #expect(lines[3].hasSuffix(" \(first)"))
    let english = ReportFormat.text.text(of: ReportSample.document(table, .en))
    #expect(english.hasPrefix("Money (money in CNY)\n"))
  }

  @Test func whatWasDividedIsShownToAHundredthOfTheCurrency() {
    let table = ReportSample.moneyTable([ReportSample.money(1_234_567_891, scale: 5)])
    #expect(ReportFormat.text.text(of: ReportSample.document(table)).contains(" 12,345.68"))
    #expect(ReportFormat.text.text(of: ReportSample.document(table, unit: .tenThousand)).contains(" 1.234568"))
  }

  @Test func amountsOfSeveralCurrenciesCarryTheirOwn() {
    let table = ReportSample.moneyTable([
      ReportSample.money(5_000_000), ReportSample.money(20_000, .usd),
      ReportSample.money(30_000, Currency("CHF") ?? .cny),
    ])
    let chinese = ReportFormat.text.text(of: ReportSample.document(table, unit: .tenThousand))
    #expect(chinese.hasPrefix("金额\n"))
    #expect(chinese.contains("500 万元\n") && chinese.contains("2 万美元\n") && chinese.contains("3 万 CHF\n"))
    let english = ReportFormat.text.text(of: ReportSample.document(table, .en))
    #expect(english.contains("5,000,000 CNY\n") && english.contains("20,000 USD\n"))
    let tens = ReportFormat.text.text(of: ReportSample.document(table, .en, unit: .tenThousand))
    #expect(tens.contains("500 × 10,000 CNY\n"))
  }

  @Test func figuresThatAreNotMoneyAreReadable() {
    let values: [(ReportTable.Value, String, String)] = [
      (.count(ReportSample.decimal(1_234_567)), "1,234,567", "1,234,567"),
      (.count(ReportSample.decimal(3336, scale: 3)), "3.34", "3.34"),
      (.days(ReportSample.decimal(1)), "1 天", "1 day"), (.days(ReportSample.decimal(12)), "12 天", "12 days"),
      (.plain(ReportSample.decimal(-25, scale: 1)), "-2.5", "-2.5"),
      (.percent(ReportSample.decimal(99_950_001, scale: 6), parts: nil), "100.0%", "100.0%"),
      (.percent(ReportSample.decimal(-5, scale: 1), parts: nil), "-0.5%", "-0.5%"),
      (.place(SourceRange(file: FileID(0), start: 20, end: 29)), "plans/华东区/2026.md:2", "plans/华东区/2026.md:2"),
      (.notReported, "未填报", "not reported"), (.none, "—", "—"),
      (.name("a\u{1B}b"), "a\\u{1B}b", "a\\u{1B}b"),
    ]
    for (value, chinese, english) in values {
      let table = ReportSample.moneyTable([.init(value)])
      #expect(ReportFormat.text.text(of: ReportSample.document(table)).hasSuffix(" \(chinese)\n"))
      #expect(ReportFormat.text.text(of: ReportSample.document(table, .en)).hasSuffix(" \(english)\n"))
    }
  }

  @Test func everyMarkHasASignAndALegend() {
    let marks = ReportTable.Mark.allCases
    let table = ReportSample.moneyTable([ReportSample.money(1, marks: marks.reversed())])
    let text = ReportFormat.text.text(of: ReportSample.document(table))
    #expect(text.contains("1!*^>~#\n"))
    for sign in "!*^>~#" { #expect(text.contains("\(sign) ")) }
    #expect(
      !ReportFormat.text.text(of: ReportSample.document(ReportSample.moneyTable([ReportSample.money(1)]))).contains("!")
    )
  }

  @Test func aTableWithoutRowsSaysSo() {
    let table = ReportSample.moneyTable([])
    #expect(ReportFormat.text.text(of: ReportSample.document(table)).hasSuffix("没有数据\n"))
    #expect(ReportFormat.markdown.text(of: ReportSample.document(table, .en)) == "Money\n\nnothing to show\n")
  }
}
