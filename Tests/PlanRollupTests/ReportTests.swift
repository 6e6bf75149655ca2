import PlanModel
import PlanRollup
import PlanSource
import PlanSyntax
import Testing

/// The first reports over a team that declared 500 and whose people declared 100 and 325.
@Suite struct ReportTests {
  static let files = [
    "planbook.yml": """
    planbook: 1
    name: 远航
    organization:
      远航:
        units:
          华东区:
            lead: 李慧
            members:
              - 王芳
              - 张伟
              - {name: 待招, open: true}
    """,
    "华东区/2026-Q2.md": "# 华东区 2026年第二季度计划\n\n## 目标\n\n- 签约额：500万元\n- 中标：3个\n",
    "华东区/王芳/2026-Q2.md": """
    # 王芳 2026年第二季度计划

    ## 目标

    - 签约额：100万元
    - 投标：4个
    - 中标：2个
    """,
    "华东区/张伟/2026-Q2.md": """
    # 张伟 2026年第二季度计划

    ## 目标

    - 签约额：325万元
    - 投标：10个
    - 中标：1个

    ## 月度分解

    | 月份 | 签约额（万元） |
    |---|---|
    | 4月 | 100 |
    | 5月 | 125 |
    | 6月 | 90 |
    """,
  ]
  let book = ReportBook(files)

  @Test func declaredAndDecomposedStandApart() throws {
    let options = try ReportOptions.read(metrics: ["签约额"], periods: ["2026-Q2"], in: book.book)
    #expect(
      try book.rows(.rollup, options) == [
        "远航 | 签约额 | 2026-Q2 | — | 5000000 | — | 5000000[decomposed] | —",
        "  华东区 | 签约额 | 2026-Q2 | 5000000 | 4250000[incomplete] | 750000 | 5000000 | 空缺岗位 待招",
        "    王芳 | 签约额 | 2026-Q2 | 1000000 | — | — | 1000000 | —",
        "    张伟 | 签约额 | 2026-Q2 | 3250000 | 3150000 | 100000 | 3250000 | —",
      ])
  }

  @Test func gapNamesWhoMakesIt() throws {
    let options = try ReportOptions.read(metrics: ["bookings"], filters: ["owner=华东区"], in: book.book)
    #expect(
      try book.rows(.gap, options) == [
        "华东区 | 签约额 | 2026-Q2 | — | 组织 | 5000000 | 4250000[incomplete] | 750000 | — | 空缺岗位 待招",
        "  王芳 | 签约额 | 2026-Q2 | — | 组织 | — | 1000000 | — | — | —",
        "  张伟 | 签约额 | 2026-Q2 | — | 组织 | — | 3250000 | — | — | —",
        "张伟 | 签约额 | 2026-Q2 | — | 月度 | 3250000 | 3150000 | 100000 | — | —",
        "  张伟 | 签约额 | 2026-04 | — | 月度 | — | 1000000 | — | — | —",
        "  张伟 | 签约额 | 2026-05 | — | 月度 | — | 1250000 | — | — | —",
        "  张伟 | 签约额 | 2026-06 | — | 月度 | — | 900000 | — | — | —",
      ])
  }

  @Test func plannedOverAssignmentStandsBesideTheGap() throws {
    var files = Self.files
    files["planbook.yml"] = """
      planbook: 1
      organization:
        远航:
          units:
            华东区: {buffer: 10%, members: [王芳, 张伟]}
      """
    files["华东区/2026-Q2.md"] = "# 华东区 2026年第二季度计划\n\n## 目标\n\n- 签约额：100万元\n- 投标：10个\n"
    files["华东区/王芳/2026-Q2.md"] = "# 王芳 2026年第二季度计划\n\n## 目标\n\n- 签约额：66万元\n- 投标：6个\n"
    files["华东区/张伟/2026-Q2.md"] = "# 张伟 2026年第二季度计划\n\n## 目标\n\n- 签约额：44万元\n- 投标：4个\n"
    let book = ReportBook(files)
    let options = try ReportOptions.read(filters: ["owner=华东区"], in: book.book)
    #expect(
      try book.rows(.gap, options) == [
        "华东区 | 签约额 | 2026-Q2 | — | 组织 | 1000000 | 1100000 | -100000 | 100000 | 与计划上浮一致",
        "华东区 | 投标 | 2026-Q2 | — | 组织 | 10 | 10 | 0 | 1 | —",
        "  王芳 | 投标 | 2026-Q2 | — | 组织 | — | 6 | — | — | —",
        "  张伟 | 投标 | 2026-Q2 | — | 组织 | — | 4 | — | — | —",
      ])
  }

  @Test func byAxesGivesOneFigureARow() throws {
    let options = try ReportOptions.read(by: ["team,quarter"], metrics: ["签约额"], layers: ["target"], in: book.book)
    #expect(
      try book.rows(.rollup, options) == [
        "华东区 | 2026-Q1 | —", "华东区 | 2026-Q2 | 5000000", "华东区 | 2026-Q3 | —", "华东区 | 2026-Q4 | —",
      ])
    let table = try Report.rollup.build(book.book, options)
    #expect(table.columns.map(\.id) == ["team", "quarter", "resolved"])
  }

  @Test func ratiosComeFromTheirParts() throws {
    let options = try ReportOptions.read(by: ["owner"], metrics: ["中标率"], periods: ["2026-Q2"], in: book.book)
    #expect(
      try book.rows(.rollup, options).map { $0.split(separator: "|").last.map(String.init) } == [
        " 21.4%=3/14[decomposed,incomplete]", " 21.4%=3/14[decomposed,incomplete]", " 50%=2/4[decomposed]",
        " 10%=1/10[decomposed]",
      ])
  }

  @Test func explainGoesDownToTheLine() throws {
    let options = ReportOptions(cell: "远航/签约额/2026-Q2")
    #expect(
      try book.rows(.explain, options) == [
        "远航 | 签约额 | 2026-Q2 | — | 采用（按组织相加） | 5000000[decomposed] | — | —",
        "  远航 | 签约额 | 2026-Q2 | — | 按组织分解合计 | 5000000 | — | —",
        "    华东区 | 签约额 | 2026-Q2 | — | 声明 | 5000000 | 华东区/2026-Q2.md:5 | 500万元",
      ])
  }

  @Test(arguments: [
    ("王芳/签约额/2026-Q9", ReportProblem.unknownPeriod("2026-Q9")),
    ("王方/签约额/2026-Q2", .unknownOwner("王方", nearest: "王芳")),
    ("王芳/签约金/2026-Q2", .unknownMetric("签约金", nearest: "签约额")),
    ("王芳", .malformedCell("王芳")),
    ("王芳/签约额/2026-Q2/计划", .unknownLayer("计划")),
  ]) func cellsThatCannotBeRead(_ cell: String, _ problem: ReportProblem) {
    #expect(throws: problem) { try Report.explain.build(book.book, ReportOptions(cell: cell)) }
  }

  @Test func reportsAreNamed() {
    #expect(Report.all.map(\.id) == ["rollup", "gap", "facts", "explain"])
    for report in Report.all {
      #expect(!report.summary.zh.isEmpty && !report.why.en.isEmpty && !report.examples.isEmpty)
      #expect(Report.named(report.id)?.id == report.id)
    }
  }
}
