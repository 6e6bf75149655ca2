import Foundation
import PlanOutput
import PlanRollup
import PlanSource
import PlanSyntax
import Testing

@Suite struct MachineReportTests {
  private static let names = [
    "=1+1", "+1", "-1", "@x", "\tx", "\rx", "a,b", "say \"x\"", "two\nlines", "王芳", "|*_<!-- /plancompile -->`[x](y)\\",
  ]

  private static func namesTable() -> ReportTable {
    ReportTable(
      id: "names", title: LocalText(zh: "名单", en: "Names"),
      columns: [.init("owner", LocalText(zh: "负责人", en: "Owner"), .key)],
      rows: names.map { .init(cells: [.init(.name($0))]) })
  }

  @Test func markdown() {
    #expect(
      ReportFormat.markdown.text(of: ReportSample.document(ReportSample.gap())) == #"""
        目标缺口（金额单位：万元）

        | 负责人     | 期间        |     目标 |           分解 | 分解率 | 说明 |
        | ---------- | ----------- | -------: | -------------: | -----: | ---- |
        | 远航事业部 | 2026-Q1     |      500 |      425.60!\* |  85.1% | 还差 |
        | 　华东区   | 2026-Q1     |      300 |         300.00 | 100.0% | 相等 |
        | 　华南区   | 2026-Q1     |        — |         未填报 |      — |      |
        | **合计**   | **2026-Q1** | **-500** | **123,456.78** |  **—** |      |

        - ! 有两种说法，取生效的一种；\* 分解不全
        - 今天按 2026-04-15 计

        """#)
  }

  @Test func markdownShowsNamesAsTheyAre() {
    let text = ReportFormat.markdown.text(of: ReportSample.document(Self.namesTable()))
    let lines = text.split(separator: "\n").dropFirst(3)
    #expect(lines.count == Self.names.count, "a line end in a name opens no row")
    #expect(lines.last == #"| \|\*\_&lt;!-- /plancompile --\>\`\[x\](y)\\ |"#)
    #expect(!text.contains("<"))
  }

  @Test func csv() {
    let text = ReportFormat.csv.text(of: ReportSample.document(ReportSample.gap(), unit: .tenThousand))
    #expect(
      text.replacing("\r\n", with: "\n") == """
        owner,period,measure,value,unit,marks,row,source,status
        远航事业部,2026-Q1,declared,5000000,CNY,,item,plans/华东区/2026.md:2,short
        远航事业部,2026-Q1,decomposed,4256000,CNY,disputed;incomplete,item,,short
        远航事业部,2026-Q1,coverage,85.12,percent,,item,,short
        华东区,2026-Q1,declared,3000000,CNY,,item,,equal
        华东区,2026-Q1,decomposed,3000000,CNY,,item,,equal
        华东区,2026-Q1,coverage,100,percent,,item,,equal
        华南区,2026-Q1,declared,,,,item,,
        华南区,2026-Q1,decomposed,,,not-reported,item,,
        华南区,2026-Q1,coverage,,,,item,,
        合计,2026-Q1,declared,-5000000,CNY,,total,,
        合计,2026-Q1,decomposed,1234567800,CNY,,total,,
        合计,2026-Q1,coverage,,,,total,,

        """)
    #expect(text.split(separator: "\r\n", omittingEmptySubsequences: false).count == 14)
  }

  @Test func csvNeutralizesFormulasAndQuotesWhatNeedsIt() {
    let text = ReportFormat.csv.text(of: ReportSample.document(Self.namesTable(), hasByteOrderMark: true))
    #expect(
      text == "\u{FEFF}owner\r\n'=1+1\r\n'+1\r\n'-1\r\n'@x\r\n'\tx\r\n\"'\rx\"\r\n\"a,b\"\r\n\"say \"\"x\"\"\"\r\n"
        + "\"two\nlines\"\r\n王芳\r\n|*_<!-- /plancompile -->`[x](y)\\\r\n")
  }

  @Test func csvNeutralizesWordsOfTheReportToo() {
    let table = ReportTable(
      id: "t", title: LocalText(zh: "表", en: "Table"), columns: [.init("why", LocalText(zh: "", en: ""), .remark)],
      rows: [.init(cells: [.init(.text(LocalText(zh: "", en: "=x is missing")))])])
    #expect(ReportFormat.csv.text(of: ReportSample.document(table)) == "why\r\n'=x is missing\r\n")
  }

  @Test(arguments: Language.allCases)
  func jsonIsEnglishInBaseUnitsAndValid(language: Language) throws {
    let text = ReportFormat.json.text(of: ReportSample.document(ReportSample.gap(), language, unit: .hundredMillion))
    try SchemaCheck.validate(text, against: "report")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == #"{"schema":1,"report":"gap","title":"Target gap","columns":["#)
    #expect(
      lines[8] == #"""
        {"kind":"item","depth":0,"cells":{"owner":{"type":"name","value":"远航事业部"},\#
        "period":{"type":"period","value":"2026-Q1","start":"2026-01-01","end":"2026-03-31"},\#
        "declared":{"type":"money","value":"5000000","unit":"CNY",\#
        "sources":[{"path":"plans/华东区/2026.md","line":2,"column":7}]},\#
        "decomposed":{"type":"money","value":"4256000","unit":"CNY","marks":["disputed","incomplete"]},\#
        "coverage":{"type":"percent","value":"85.120000","num":"4256000","den":"5000000"},\#
        "status":{"type":"text","value":"short"}}},
        """#)
    #expect(
      lines[10].contains(#""declared":{"type":"none","value":null},"decomposed":{"type":"not-reported","value":null}"#))
    #expect(lines[12] == #"],"notes":["today is taken as 2026-04-15"]}"#)
  }

  @Test func jsonOfEveryKindOfValueIsValid() throws {
    let decimal = ReportSample.decimal(5, scale: 1)
    let values: [ReportTable.Value] = [
      .none, .notReported, .text(LocalText(zh: "字", en: "word")), .name("\u{0}"), .money(decimal, .usd),
      .count(decimal),
      .percent(decimal, parts: nil), .days(decimal), .plain(decimal), .period(.day(Day(number: 0))),
      .place(SourceRange(file: FileID(9), start: 0, end: 1)),
    ]
    let table = ReportSample.moneyTable(values.map { .init($0, marks: ReportTable.Mark.allCases) })
    try SchemaCheck.validate(ReportFormat.json.text(of: ReportSample.document(table)), against: "report")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ReportFormat.all.map(\.id))
  func tenThousandRowsAreWrittenInNoTime(id: String) throws {
    let format = try #require(ReportFormat.named(id))
    let table = ReportSample.moneyTable((0..<10_000).map { ReportSample.money($0 * 12_345) })
    let time = ContinuousClock().measure {
      #expect(format.text(of: ReportSample.document(table)).utf8.count > 100_000)
    }
    #expect(time < .seconds(40))
  }
}
