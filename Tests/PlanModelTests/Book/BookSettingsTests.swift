import PlanModel
import PlanSource
import PlanSyntax
import Testing

@Suite struct BookSettingsTests {
  private func read(_ text: String) -> (settings: BookSettings?, problems: [BookProblem]) {
    let bytes = Array(text.utf8)
    return BookSettings.read(bytes.span)
  }

  private func settings(_ text: String) throws -> BookSettings {
    let (settings, problems) = read(text)
    #expect(problems.map(\.message.en) == [])
    return try #require(settings)
  }

  static let whole = """
    planbook: 1
    name: 远航事业部
    currency: CNY
    fiscal-year-start: 4
    fiscal-year-name: start
    week: first-monday
    calendar: {base: cn, off: [2026-06-22], work: [2026-07-04], workweek: [mon, tue, wed, thu, fri, sat]}
    locale: zh
    unit: 万元
    today: 2026-04-15
    organization:
      远航事业部:
        lead: 周宁
        buffer: 5%
        units:
          华东区:
            lead: 李慧
            regions: [上海, 江苏, 浙江]
            industries: [医疗, 教育]
            special-industries: [政务]
            members:
              - 王岚
              - {name: Ana Torres, aliases: [Ana, 安娜], role: 客户经理, email: ana@example.com, from: 2026-03-01, until: 2026-12-31, open: false}
              - 李慧
          华北区:
    departments: [技术部, 产品部]
    dimensions:
      region: [上海, 江苏]
      渠道: [直销, 代理]
    metrics:
      签约额: {id: bookings, aliases: [新签总额], unit: money, kind: flow, better: high}
      回款率: {id: collection-rate, kind: ratio, of: [回款额, 销售额]}
      样机: {id: samples, unit: count, kind: stock, better: low, measure-words: [台]}
    exchange-rates: {USD: 7.10, EUR: 7.80}
    focus: {2026-Q1: 医疗}
    freeze: {2026: 2026-01-15}
    cadence: {week: fri, month: "-3", quarter: -10, review: 2}
    win-rate: 25%
    actuals:
      - file: actuals/*.csv
        encoding: gb18030
        delimiter: ";"
        decimal: ","
        grouping: "."
        key: 合同号
        columns: {owner: 负责人, date: 签约日期, bookings: 合同金额（元）, 渠道: 渠道, 回款: 到账}
        unit: 元
        where: {状态: [已签约, 已归档], 年: 2026}
    source-url: https://git.example.com/plans/blob/main/{path}#L{line}
    rules:
      profile: strict
      severity: {equal-split: off, unowned-action: warning}
      limits:
        unexplained-growth: 80%
        overlong-day-plan: 12
      paths: {"archive/**": {severity: {missing-deadline: off}, limits: {overlong-day-plan: 99}}}
    exclude: [archive/**, "**/draft-*.md"]
    blocks: [README.md]
    """

  @Test func everyKeyIsRead() throws {
    let book = try settings(Self.whole)
    #expect(book.name == "远航事业部" && book.currency == .cny)
    #expect(book.fiscalYear == FiscalYear(startMonth: 4, naming: .start))
    #expect(book.weekNumbering == .firstMonday && book.locale == .zh && book.unit == .tenThousand)
    #expect(book.today == Day(iso: "2026-04-15"))
    #expect(book.departments == ["技术部", "产品部"])
    #expect(book.exchangeRates[.usd]?.description == "7.1" && book.exchangeRates[.eur]?.description == "7.8")
    #expect(book.focus.map(\.value) == ["医疗"])
    #expect(book.focus.first?.period == FiscalYear(startMonth: 4, naming: .start).quarter(1, of: 2026))
    #expect(book.freeze.map(\.value) == [Day(iso: "2026-01-15")])
    #expect(book.winRate == ExactDecimal(25) && book.requiredCoverage == ExactDecimal(4))
    #expect(book.sourceURL?.contains("{path}") == true)
    #expect(book.blocks.map(\.text) == ["README.md"])
    let excludes = { path in book.excluded.contains { $0.matches(path) } }
    #expect(excludes("archive/2025/x.md") && excludes("draft-1.md") && !excludes("2026.md"))
  }

  @Test func calendarAndCadence() throws {
    let book = try settings(Self.whole)
    func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
    #expect(try !book.calendar.isWorkday(day("2026-06-22")) && book.calendar.isWorkday(day("2026-07-04")))
    #expect(try book.calendar.isWorkday(day("2026-03-07")) && !book.calendar.isWorkday(day("2026-10-01")))
    let week = try #require(Period(id: "2026-W12", in: .calendar))
    let month = try #require(Period(id: "2026-03", in: .calendar))
    #expect(book.cadence.dueDay(of: week, .china) == Day(iso: "2026-03-13"))
    #expect(book.cadence.dueDay(of: month, .china) == Day(iso: "2026-02-26"))
    #expect(book.cadence.reviewDay(of: month, .china) == Day(iso: "2026-04-02"))
    #expect(book.cadence.due[.year] == nil)
  }

  @Test func organizationIsATree() throws {
    let organization = try #require(try settings(Self.whole).organization)
    #expect(organization.nodes.map(\.name) == ["远航事业部", "周宁", "华东区", "王岚", "Ana Torres", "李慧", "华北区"])
    #expect(organization.nodes.map(\.isLead) == [false, true, false, false, false, true, false])
    #expect(organization[OwnerID(0)].buffer == ExactDecimal(5))
    #expect(organization[OwnerID(2)].regions == ["上海", "江苏", "浙江"])
    #expect(organization[OwnerID(2)].specialIndustries == ["政务"])
    let ana = organization[OwnerID(4)]
    #expect(ana.aliases == ["Ana", "安娜"] && ana.role == "客户经理" && ana.email == "ana@example.com" && !ana.isOpen)
    #expect(ana.from == Day(iso: "2026-03-01") && ana.until == Day(iso: "2026-12-31"))
    #expect(ana.place.map { String(decoding: Array(Self.whole.utf8)[$0], as: UTF8.self) } == "Ana Torres")
  }

  @Test func metricsAndDimensions() throws {
    let book = try settings(Self.whole)
    let bookings = try #require(book.metrics.metric(named: "新签总额"))
    #expect(book.metrics[bookings].id == "bookings" && book.metrics[bookings].bookName == "签约额")
    let rate = book.metrics[try #require(book.metrics.metric(id: "collection-rate"))]
    let revenue = try #require(book.metrics.metric(id: "revenue"))
    let collections = try #require(book.metrics.metric(id: "collections"))
    #expect(rate.kind == .ratio(.init(numerator: collections, denominator: revenue)))
    let samples = book.metrics[try #require(book.metrics.metric(named: "样机"))]
    #expect(samples.kind == .stock && samples.better == .low && samples.measureWords == ["台"])
    let channel = try #require(book.dimensions.axis(named: "渠道"))
    #expect(channel.index == 5 && book.dimensions.value("直 销", on: channel) == "直销")
    #expect(book.dimensions.value("安徽", on: .region) == nil && book.dimensions.value("安徽", on: .industry) == "安徽")
  }

  @Test func actualsHaveRoles() throws {
    let book = try settings(Self.whole)
    let source = try #require(book.actuals.first)
    #expect(source.file.text == "actuals/*.csv" && source.encoding == .gb18030 && source.delimiter == UInt8(ascii: ";"))
    #expect(source.decimal == "," && source.grouping == "." && source.key == "合同号" && source.unit == "元")
    #expect(source.columns.map(\.header) == ["负责人", "签约日期", "合同金额（元）", "渠道", "到账"])
    let bookings = try #require(book.metrics.metric(id: "bookings"))
    let collections = try #require(book.metrics.metric(id: "collections"))
    #expect(
      source.columns.map(\.role)
        == [.owner, .date, .metric(bookings), .dimension(Axis(index: 5)), .metric(collections)])
    #expect(source.filters.map(\.values) == [["已签约", "已归档"], ["2026"]])
  }

  @Test func rulesAndLimits() throws {
    let rules = try settings(Self.whole).rules
    #expect(rules.profile == .strict)
    #expect(rules.level(of: "equal-split", in: "a.md") == .off)
    #expect(rules.level(of: "unowned-action", in: "a.md") == .on(.warning))
    #expect(rules.level(of: "missing-deadline", in: "a.md") == nil)
    #expect(rules.level(of: "missing-deadline", in: "archive/b/a.md") == .off)
    #expect(rules.limits(in: "a.md")["overlong-day-plan"] == ExactDecimal(12))
    #expect(rules.limits(in: "archive/a.md")["overlong-day-plan"] == ExactDecimal(99))
    #expect(rules.limits["unexplained-growth"] == ExactDecimal(80))
    #expect(rules.limits["off-focus"] == ExactDecimal(50))
  }

  @Test(arguments: ["", "# nothing\n", "planbook: 1\n", "name:\norganization:\nactuals:\nrules:\n"])
  func everyKeyIsOptional(_ text: String) throws {
    let book = try settings(text)
    #expect(
      book.currency == .cny && book.calendar.name == "cn" && book.organization == nil && book.rules.profile == .method)
    #expect(book.unit == .auto && book.requiredCoverage == nil)
  }

  @Test func otherCurrenciesHaveNoChineseHolidays() throws {
    #expect(try settings("currency: EUR").calendar.name == "weekdays")
    #expect(try settings("currency: EUR\ncalendar: cn").calendar.name == "cn")
  }

  @Test(arguments: [
    ("curency: CNY", "curency", "currency"), ("rules: {profil: core}", "profil", "profile"),
    ("rules: {limits: {off-fokus: 3%}}", "off-fokus", "off-focus"), ("dimensions: {regoin: [x]}", "regoin", "region"),
    ("organization: {A: {member: [x]}}", "member", "members"), ("cadence: {weak: fri}", "weak", "week"),
    ("calendar: {bas: cn}", "bas", "base"),
    ("organization: {A: {members: [{name: x, alias: [y]}]}}", "alias", "aliases"),
    ("metrics: {签约额: {uint: money}}", "uint", "unit"), ("名称: x", "名称", nil),
  ]) func unknownKeysAreFindings(_ text: String, _ key: String, _ nearest: String?) {
    let (settings, problems) = read(text)
    #expect(settings != nil)
    #expect(problems.map(\.kind) == [.unknownKey(key, nearest: nearest)])
  }
}
