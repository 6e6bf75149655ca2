import PlanModel
import PlanOutput
import PlanSource
import PlanSyntax
import Testing

@Suite struct FactFormatTests {
  private static func record(
    _ period: FactPeriod, words: String? = nil, every: PeriodLevel? = nil, fiscal: FiscalYear = .calendar
  )
    -> FactRecord
  {
    FactRecord(
      path: "plans/a.md", place: SourcePosition(line: 2, column: 7, offset: 27), length: 12, owner: "王芳", team: nil,
      metric: .init(id: "bookings", name: "签约额"), layer: .target, tier: .target,
      period: .init(period, words: words, every: every, in: fiscal),
      dimensions: [.init(axis: "industry", value: "=医疗")],
      value: ReportSample.decimal(5_000_000), unit: .money(.cny), comparator: .atLeast, upper: nil,
      isApproximate: false,
      probability: ReportSample.decimal(60), text: "5000万元")
  }

  private func text(_ format: FactFormat, _ facts: [FactRecord]) -> String {
    var output = OutputBuffer()
    format.write(facts, &output)
    return output.text
  }

  @Test func ndjsonIsExactlyAsPublished() throws {
    let quarter = try #require(FiscalYear.calendar.quarter(1, of: 2026))
    var unplaced = Self.record(.missing)
    unplaced.owner = nil
    unplaced.metric = .init(id: nil, name: nil)
    unplaced.dimensions = []
    unplaced.unit = .unknown
    unplaced.comparator = .equal
    unplaced.upper = ReportSample.decimal(8, scale: 1)
    unplaced.probability = nil
    unplaced.isApproximate = true
    #expect(
      text(.ndjson, [Self.record(.known(quarter)), unplaced]) == #"""
        {"path":"plans/a.md","line":2,"column":7,"offset":27,"length":12,"owner":"王芳","team":null,\#
        "metric":{"id":"bookings","name":"签约额"},"layer":"target","tier":"target",\#
        "period":{"id":"2026-Q1","start":"2026-01-01","end":"2026-03-31"},"dimensions":{"industry":"=医疗"},\#
        "value":"5000000","unit":"CNY","comparator":">=","upper":null,"approximate":false,"probability":"0.6",\#
        "text":"5000万元"}
        {"path":"plans/a.md","line":2,"column":7,"offset":27,"length":12,"owner":null,"team":null,\#
        "metric":{"id":null,"name":null},"layer":"target","tier":"target",\#
        "period":{"id":null,"start":null,"end":null},"dimensions":{},\#
        "value":"5000000","unit":null,"comparator":"=","upper":"0.8","approximate":true,"probability":null,\#
        "text":"5000万元"}

        """#)
  }

  @Test func periodsAreCanonical() throws {
    let fiscal = FiscalYear(startMonth: 4, naming: .end)
    let quarter = try #require(fiscal.quarter(3, of: 2022))
    let start = try #require(Day(year: 2026, month: 3, day: 1))
    let span = Period(level: .span, start: start, end: start.advanced(by: 14))
    let cases: [(FactRecord, String)] = [
      (Self.record(.known(quarter), fiscal: fiscal), #"{"id":"FY22-Q3","start":"2021-10-01","end":"2021-12-31"}"#),
      (Self.record(.known(span)), #"{"id":"2026-03-01/2026-03-15","start":"2026-03-01","end":"2026-03-15"}"#),
      (Self.record(.words, words: "Week 2"), #"{"id":"Week 2","start":null,"end":null}"#),
      (Self.record(.missing, every: .day), #"{"id":null,"start":null,"end":null,"every":"day"}"#),
    ]
    for (fact, json) in cases { #expect(text(.ndjson, [fact]).contains("\"period\":\(json)")) }
  }

  @Test func documentIsValid() throws {
    let facts = Layer.allCases.flatMap { layer in
      Comparator.allCases.map { comparator in
        var fact = Self.record(.words, words: "Q1", every: .tenDay)
        fact.layer = layer
        fact.comparator = comparator
        return fact
      }
    }
    try SchemaCheck.validate(text(.json, facts), against: "facts")
    try SchemaCheck.validate(text(.json, []), against: "facts")
  }

  @Test func csv() {
    #expect(
      text(.csv, [Self.record(.words, words: "Week, 2")]) == """
        path,line,column,owner,team,metric_id,metric,layer,tier,period,start,end,every,industry,\
        value,unit,comparator,upper,approximate,probability,text\r
        plans/a.md,2,7,王芳,,bookings,签约额,target,target,"Week, 2",,,,'=医疗,\
        5000000,CNY,>=,,false,0.6,5000万元\r

        """)
    #expect(text(.csvForExcel, []).hasPrefix("\u{FEFF}path,"))
  }
}
