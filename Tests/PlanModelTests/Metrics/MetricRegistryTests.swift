import PlanModel
import PlanSource
import Testing

@Suite struct MetricRegistryTests {
  private let registry = MetricRegistry.builtIn()

  static let ids = [
    "bookings", "revenue", "collections", "invoices", "shipments", "gross-profit", "visits", "cold-visits", "revisits",
    "calls", "leads", "quotes", "bids", "bids-won", "new-customers", "referrals", "expense", "training", "customers",
    "existing-customers", "receivables", "overdue-receivables", "opportunities", "pipeline", "bid-win-rate", "win-rate",
    "collection-rate", "gross-margin", "expense-rate", "average-deal", "market-share", "renewal-rate", "satisfaction",
    "collection-probability", "win-probability",
  ]

  @Test(arguments: ids) func everyIdIsThere(_ id: String) throws {
    let metric = try #require(registry.metric(id: id))
    #expect(registry[metric].id == id)
    #expect(registry.metric(named: registry[metric].names.zh) == metric)
    #expect(registry.metric(named: registry[metric].names.en) == metric)
  }

  @Test func noWordNamesTwoMetrics() {
    var owners: [FoldedName: String] = [:]
    for metric in registry.metrics {
      var own: Set<FoldedName> = []
      for word in [metric.names.zh, metric.names.en] + metric.aliases {
        let folded = FoldedName(word)
        guard own.insert(folded).inserted else { continue }
        #expect(owners.updateValue(metric.id, forKey: folded) == nil, "\(word) names \(metric.id) and another")
      }
    }
  }

  @Test(arguments: [
    ("合同额", "bookings"), ("签单额", "bookings"), ("ACV", "bookings"), ("Closed Won", "bookings"),
    ("closed-won", "bookings"),
    ("回款", "collections"), ("到账", "collections"), ("销售额", "revenue"), ("营收", "revenue"), ("毛利", "gross-profit"),
    ("拜访量", "visits"), ("拜访次数", "visits"), ("陌生拜访", "cold-visits"), ("陌拜", "cold-visits"), ("回访", "revisits"),
    ("投标数", "bids"), ("中标数", "bids-won"), ("新增客户", "new-customers"), ("新客户数", "new-customers"),
    ("客户开发数量", "new-customers"), ("New Logos", "new-customers"), ("客户数", "customers"), ("客户数量", "customers"),
    ("应收", "receivables"), ("ａｃｖ", "bookings"), ("Bids　Won", "bids-won"), ("回款几率", "collection-probability"),
    ("旧客户", "existing-customers"), ("费用", "expense"), ("Pipeline", "pipeline"),
  ]) func peoplesWordsAreFound(_ word: String, _ id: String) throws {
    #expect(registry.metric(named: word).map { registry[$0].id } == id)
  }

  @Test(arguments: ["客户", "目标", "备注", "", "电话", "预算", "销售", "利润", "NRR"]) func otherWordsAreNot(_ word: String) {
    #expect(registry.metric(named: word) == nil)
  }

  @Test(arguments: [
    ("bid-win-rate", "bids-won", "bids"), ("collection-rate", "collections", "bookings"),
    ("gross-margin", "gross-profit", "revenue"), ("expense-rate", "expense", "revenue"),
  ]) func ratiosHaveParts(_ id: String, _ numerator: String, _ denominator: String) throws {
    let metric = registry[try #require(registry.metric(id: id))]
    guard case .ratio(let parts?) = metric.kind else { return #expect(Bool(false), "\(metric.kind)") }
    #expect(registry[parts.numerator].id == numerator && registry[parts.denominator].id == denominator)
    #expect(metric.isAggregable)
  }

  @Test(arguments: ["win-rate", "average-deal", "market-share", "collection-probability"])
  func withoutPartsNotAggregable(_ id: String) throws {
    #expect(!registry[try #require(registry.metric(id: id))].isAggregable)
  }

  @Test func kindsAndUnits() throws {
    func metric(_ id: String) throws -> Metric { registry[try #require(registry.metric(id: id))] }
    #expect(try metric("customers").kind == .stock && metric("new-customers").kind == .flow)
    #expect(try metric("receivables").unit == .money && metric("receivables").better == .low)
    #expect(try metric("pipeline").kind == .stock && metric("opportunities").unit == .count)
    #expect(try metric("visits").measureWords.contains("家次"))
    #expect(try metric("expense").better == .low)
  }

  @Test func suggestsWhatWasMeant() {
    #expect(registry.nearest(to: "bookngs") == "bookings")
    #expect(registry.nearest(to: "签约金") == "签约额" || registry.nearest(to: "签约金") == "签约金额")
    #expect(registry.nearest(to: "zzzzzzzzzz") == nil)
  }

  @Test func theBookWins() throws {
    var registry = registry
    var override = MetricRegistry.Override(name: "合同额")
    override.id = "revenue"
    override.aliases = ["ACV"]
    let revenue = try registry.apply(override)
    #expect(registry[revenue].name(.zh) == "合同额" && registry[revenue].name(.en) == "合同额")
    #expect(registry.metric(named: "合同额") == revenue && registry.metric(named: "acv") == revenue)
    #expect(registry.metric(named: "销售额") == revenue)
    #expect(registry.allNames().filter { $0.word == "合同额" }.map(\.metric) == [revenue])
    var second = MetricRegistry.Override(name: "签约额")
    second.aliases = ["acv"]
    #expect(throws: MetricRegistry.Conflict.takenWord("acv", by: "合同额")) { try registry.apply(second) }
  }

  @Test func newMetricsSayWhatTheyAre() throws {
    var registry = registry
    var override = MetricRegistry.Override(name: "样机数")
    #expect(throws: MetricRegistry.Conflict.newMetricWithoutKind) { try registry.apply(override) }
    override.kind = .stock
    #expect(throws: MetricRegistry.Conflict.newMetricWithoutUnit) { try registry.apply(override) }
    override.unit = .count
    override.id = "samples"
    let samples = try registry.apply(override)
    #expect(registry.metric(id: "samples") == samples && registry.metric(named: "样机数") == samples)
  }
}
