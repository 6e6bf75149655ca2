import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// What numbers mean by the words beside them, in plans that stand alone.
@Suite struct FactReadingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let path: String
    let plan: String
    let facts: [String]
    var planbook: String?

    var testDescription: String { title }

    init(_ title: String, path: String = "2026.md", planbook: String? = nil, _ plan: String, _ facts: String...) {
      self.title = title
      self.path = path
      self.plan = plan
      self.facts = facts
      self.planbook = planbook
    }
  }

  @Test(arguments: captions + counts + changes + fiscalYears + dates + roles) func reads(_ it: Case) {
    #expect(LoneFacts(it.plan, path: it.path, planbook: it.planbook).lines == it.facts, "\n\(it.plan)")
  }

  private static let captions = [
    Case(
      "the line above a matrix names its metric",
      path: "2026-Q1.md",
      """
      # 2026年第一季度计划

      ## 目标分解

      签约额，月份×行业（单位：万元）：

      | 月份 | 医疗 | 教育 |
      |---|---|---|
      | 1月 | 10 | 20 |
      """, "bookings 2026-01 target 100000 CNY 1=医疗", "bookings 2026-01 target 200000 CNY 1=教育"),
    Case(
      "a caption is for the table below it",
      path: "2026-Q1.md",
      """
      # 2026年第一季度计划

      ## 目标分解

      签约额（单位：万元）：

      | 月份 | 目标 |
      |---|---|
      | 1月 | 10 |

      说明如下。

      | 月份 | 目标 |
      |---|---|
      | 1月 | 20 |
      """, "bookings 2026-01 target 100000 CNY"),
  ]

  private static let counts = [
    Case(
      "counts in actions",
      """
      ## 行动计划
      - 电话邀约 30 家，收集名片100张、意向客户15家（王芳，3月20日前）
      - 宴请两位科长，准备3天
      - 提交报价3份
      """, "? 2026 target 30 count", "? 2026 target 100 count", "? 2026 target 15 count", "quotes 2026 target 3 count"),
    Case(
      "an action table",
      """
      ## 行动计划
      | 事项 | 责任人 | 完成时间 |
      |---|---|---|
      | 建立作战地图，覆盖客户60家 | 王芳 | 3月1日 |
      """, "? 2026 target 60 count"),
    Case(
      "a count is no number of a money metric",
      """
      ## 目标
      - 新签代理商4家，渠道签约额260万元
      """, "? 2026 target 4 count", "bookings 2026 target 2600000 CNY"),
    Case(
      "numbers with nouns of their own",
      """
      ## Key results
      - Hire at least 2 SDRs and 3 AEs
      - Close at least 2 deals and get 10 new logos
      - Sign at least 3 utility contracts worth $450k
      - Create one place for feedback; 3.8 was late
      """, "? 2026 target 2 count", "? 2026 target 3 count", "deals-won 2026 target 2 count",
      "new-customers 2026 target 10 count", "? 2026 target 3 count", "bookings 2026 target 450000 USD"),
    Case(
      "customers needed, current and new",
      """
      # 年度计划
      ## 必要条件
      完成目标需要客户62家，目前41家，还差21家；需要客户配合3次。
      ## 客户数量
      需要客户37家，目前28家，计划新开发9家。
      """, "customers 2026 target 62 count", "customers 2026 actual 41 count", "customers 2026 target 37 count",
      "customers 2026 actual 28 count", "new-customers 2026 target 9 count"),
    Case(
      "a share is no number of its own",
      """
      ## Targets
      - New customers: 3/17
      ## Review
      We won 31 of 118 bids against a target of 130 bids, and signed 26 new customers.
      """, "bids 2026 actual 118 count", "bids 2026 target 130 count", "new-customers 2026 actual 26 count"),
  ]

  private static let changes = [
    Case(
      "from and to",
      """
      ## Targets
      - Renewal rate: from 88% to 93%
      - 新客户从10家到15家
      - Leads: 300 to 800
      """, "renewal-rate 2026 baseline 88 percent", "renewal-rate 2026 target 93 percent",
      "new-customers 2026 baseline 10 count", "new-customers 2026 target 15 count", "leads 2026 target 300..800 count"),
    Case(
      "growth that is promised, and growth that follows",
      """
      ## 目标
      Q2签约额比Q1增长60%以上。
      - 回款额：400万元，同比增长20%
      """, "bookings 2026-Q2 target 60 percent change", "collections 2026 target 4000000 CNY"),
    Case(
      "how often",
      """
      ## 目标
      - 每天拜访客户5家
      - 每周投标：2次
      - Weekly demos: 3
      - 每月例会后，全年签约额 300万元
      """, "visits 2026 target 5 count every=day", "bids 2026 target 2 count every=week",
      "demos 2026 target 3 count every=week", "bookings 2026 target 3000000 CNY"),
    Case(
      "a part of the money, and a bound on a duration",
      """
      ## 目标
      - 签约额7500万元，其中新客户签约不低于1800万元
      - Bring quote turnaround down to ≤ 4 days
      - Answer 90% of the quotes within 4 days
      """, "bookings 2026 target 75000000 CNY", "bookings 2026 target 18000000 CNY 4=new",
      "? 2026 target 4 days", "? 2026 target 90 percent"),
    Case(
      "a sentence about a longer time goes on",
      """
      ## Targets
      **Q4**

      For the full year we commit to bookings of $5M. Expenses stay at or below $410k.
      """, "bookings 2026 target 5000000 USD", "expense 2026 target 410000 USD"),
    Case(
      "a summary in a plan",
      """
      # 2026 OKRs

      - Renewal rate: 90%

      And here is the end of quarter summary:

      - Renewal rate of 87%
      """, "renewal-rate 2026 target 90 percent", "renewal-rate 2026 actual 87 percent"),
  ]

  private static let fiscalYears = [
    Case(
      "a fiscal year that nobody declared", path: "okr.md",
      """
      # FY22-Q4 OKRs
      - Bookings: 3M USD
      ## FY23
      - Bookings: 4M USD
      - Q2 bookings: 1M USD
      - 2022-03 bookings: 2M USD
      """, "bookings 'FY22-Q4' target 3000000 USD", "bookings 'FY23' target 4000000 USD",
      "bookings 'FY23-Q2' target 1000000 USD", "bookings 2022-03 target 2000000 USD"),
    Case(
      "the fiscal year of a dated plan",
      """
      ## Targets
      - FY26 bookings: 3M USD
      - FY30 bookings: 4M USD
      """, "bookings 2026 target 3000000 USD", "bookings 'FY30' target 4000000 USD"),
    Case(
      "the fiscal year of a book", path: "okr.md", planbook: "fiscal-year-start: 2\n",
      """
      # FY22-Q4 OKRs
      - Bookings: 3M USD
      """, "bookings FY22-Q4 target 3000000 USD"),
  ]

  private static let dates = [
    Case(
      "next week", path: "2026-W12.md",
      """
      ## 目标
      - 拜访：4家
      ## 下周计划
      - 周二拜访5家
      """, "visits 2026-W12 target 4 count", "visits 2026-03-24 target 5 count"),
    Case(
      "next month", path: "2026-12.md",
      """
      # 12月计划
      ## 下月计划
      - 拜访5家
      """, "visits 2027-01 target 5 count"),
    Case(
      "a year of two digits", path: "notes.md",
      """
      ## 目标
      - 26年3月签约额：30万元
      """, "bookings 2026-03 target 300000 CNY"),
    Case(
      "a long bold line is a sentence", path: "2026.md",
      """
      ## Targets

      **Make providing an effortless experience for every single customer a habit, by honoring what we \
      promised to them and to each other.**

      - 90% of the cases
      """, "? 2026 target 90 percent"),
  ]

  private static let roles = [
    Case(
      "quotas by level",
      """
      # Career levels

      | Level | Mid-market | Strategic |
      |---|---|---|
      | Skill | works alone, 3 deals | leads 5 people |
      | Quota target | $885K; New logos: 8 | N/A |
      """, "bookings 2026 target 885000 USD of Mid-market", "new-customers 2026 target 8 count of Mid-market"),
    Case(
      "quotas by role",
      """
      ## Targets
      | Role | Bookings |
      |---|---|
      | Account Executive | $885K |
      """, "bookings 2026 target 885000 USD of Account Executive"),
    Case(
      "a role in a label",
      """
      ## 目标
      - 客户经理：签约额 300万元
      """, "bookings 2026 target 3000000 CNY of 客户经理"),
  ]
}

/// The facts of one plan, a line each; what the calendar cannot know is quoted.
private struct LoneFacts {
  private(set) var lines: [String] = []

  init(_ plan: String, path: String, planbook: String?) {
    let settings = planbook.flatMap { BookSettings.read(Array($0.utf8).span).settings } ?? BookSettings()
    let context = BookContext(settings: settings, organization: Organization.fromFolders([path], rootName: ""))
    let file = FactReader.read(SourceFile(id: FileID(0), path: path, bytes: Array(plan.utf8)), in: context)
    lines = file.facts.sorted { $0.range.start < $1.range.start }.map { line($0, file, context) }
  }

  private func line(_ fact: Fact, _ file: PlanFile, _ context: BookContext) -> String {
    var words = [fact.metric.map { context.registry[$0].id } ?? "?"]
    switch fact.period {
    case .known(let period): words.append(period.id(in: context.fiscal))
    case .words: words.append("'\(fact.extras?.periodWords ?? "")'")
    case .missing: words.append("-")
    }
    words.append("\(fact.layer)")
    words.append(fact.value.description + (fact.extras?.upper.map { "..\($0)" } ?? ""))
    switch fact.unit {
    case .money(let currency): words.append(currency.description)
    default: words.append("\(fact.unit)")
    }
    if fact.form == .delta { words.append("change") }
    if let every = fact.extras?.every { words.append("every=\(every)") }
    words += file.dimensions[fact.dimensions].map { "\($0.axis.index)=\($0.value)" }
    if let name = fact.extras?.ownerName { words.append("of \(name)") }
    return words.joined(separator: " ")
  }
}
