import PlanRules
import PlanSource
import PlanTestSupport
import Testing

/// Text that is no plan, and plans that say things in other ways: what the rules keep silent about.
@Suite struct OrdinaryMarkdownTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let title: String
    let path: String
    let text: String
    /// `rule: message in English`.
    let says: [String]

    var testDescription: String { title }

    init(_ title: String, path: String = "README.md", _ text: String, says: String...) {
      self.title = title
      self.path = path
      self.text = text
      self.says = says
    }
  }

  @Test(arguments: [
    Page(
      "a readme",
      """
      ---
      layout: page
      ---

      # toolbox

      ## Goals

      - Make it fast
      - Improve the error messages

      ## To do

      - [ ] TBD
      - about 20 % of the tests, v1.2.3, 1,23,4
      """),
    Page(
      "release notes", path: "releases.md",
      """
      # Version 2.1 (2026-04-16)

      ## Targets

      - A new build for old machines
      - Improve the installer
      """),
    Page(
      "strategy of a software project", path: "strategy.md",
      """
      # Strategic initiatives

      ## Actions

      | Initiative | Champion |
      |---|---|
      | Faster start | Sam |
      """),
    Page(
      "quoted code", path: "rules.md",
      """
      # Rules

      `###Title` and `1、` are shown as they are.

      `1、` begins no list.
      """),
    Page(
      "a fiscal year that nobody declared", path: "okr.md",
      """
      # FY22-Q4 OKRs

      - KR: Bookings: $3M
      - KR: New customers: 8
      - KR: Sign at least 3 utility contracts worth $450k
      """),
    Page(
      "what contracts are worth", path: "2026-Q1.md",
      """
      # Q1 targets

      - Bookings: $3M
        - January: $0.9M
        - February: $1M
        - March: $1.1M
      - Sign at least 3 utility contracts worth $450k
      """),
    Page(
      "a handbook with goals", path: "handbook/goals.md",
      """
      # Sales goals

      **Why do we have goals?**

      - They give clear direction
      - They help us grow

      ## Background

      Most reps visit about 20 customers. See [the report](https://example.com/report).
      """),
    Page(
      "a Chinese readme",
      """
      # 工具箱

      ## 说明

      大约 300 个用户，待定的事项见 issues。

      | 名称 | 用途 |
      |---|---|
      | a | 大幅提升速度 |
      """),
    Page(
      "traps of Markdown are reported everywhere",
      """
      # 安装

      1、下载
      2、运行

      | a | b |
      |---|---|
      | 1 | 2 | 3 |
      """,
      says: "text-looks-like-list: `1、` is no list marker in Markdown, 2 lines run together",
      "malformed-table: the row has 3 cells, the header 2; the rest is not shown"),
    Page(
      "references, dates and details in a plan", path: "2026-03.md",
      """
      # 王芳 2026年3月计划

      ## 本月目标

      - 签约额：50万元
        - 依托老客户转介绍
      - 新产品上线：2026-03-20
      - 回款额：详见下表
      - [本季报表](https://example.com/q1)
      - 责任人：王芳
      """),
    Page(
      "what came of a target is nobody's placeholder", path: "2026-03.md",
      """
      # Ben March 2026 plan

      ## Targets

      - Bookings: $50,000 => ???
      """),
    Page(
      "a vague word in a table of targets", path: "2026-03.md",
      """
      # 王芳 2026年3月计划

      ## 本月目标

      | 指标 | 目标 | 说明 |
      |---|---|---|
      | 签约额 | 大幅提升 | 大幅提升份额 |
      | 拜访 | 20次 | 持续 |
      """,
      says: "unquantified-target: the target has no number, only `大幅`"),
    Page(
      "a hope in another clause", path: "2026-03.md",
      """
      # 2026年3月计划

      ## 本月目标

      - 争取老客户支持，签约额60万元
      """),
  ])
  func saysNoMore(_ page: Page) throws {
    let book = ExampleBook(files: [.init(Example.File(page.path, page.text))])
    let found = try book.findings(of: RuleSelection(profile: .core)).kept
    #expect(found.map { "\($0.rule): \($0.message.text.en)" } == page.says)
  }

  @Test func namesAreWholeNames() throws {
    let planbook = "organization:\n  华东区:\n    members: [王芳, 李雷]\n"
    let text = """
      # 华东区 2026年3月计划

      ## 本月目标

      | 姓名 | 签约额（万元） |
      |---|---|
      | 王芳 | 30 |
      | 王芳芳 | 20 |
      | 李雷（组长） | 40 |
      | 待定 | 10 |
      """
    let book = ExampleBook(files: [.init(path: "2026-03.md", bytes: Array(text.utf8))], planbook: planbook)
    let found = try book.findings(of: RuleSelection(profile: .core, select: ["unknown-owner"])).kept
    #expect(found.map { $0.message.text.zh } == ["组织里没有「王芳芳」"])
  }

  /// Many findings of a kind take time in proportion.
  @Test(arguments: ["2、签约额\n\n", "- 签约额：5000\n", "- 签约\u{200B}额：TBD\n", "- 大力提升\n", "- 不知道：约5万\n"])
  func longPlansTakeTheirTimeOnly(_ line: String) throws {
    let selection = try RuleSelection(profile: .core)
    func duration(_ count: Int) -> Duration {
      let text = "# 王芳 2026年3月计划\n\n## 本月目标\n\n" + String(repeating: line, count: count)
      let book = ExampleBook(files: [.init(path: "2026-03.md", bytes: Array(text.utf8))])
      return ContinuousClock().measure { _ = book.fileFindings(of: selection) }
    }
    let short = duration(250)
    #expect(duration(2000) < short * 40 + .seconds(1))
  }
}
