import PlanModel
import PlanRollup
import PlanSyntax
import Testing

@Suite struct ReportOptionsTests {
  private let book = RollupBook.book

  @Test func wordsAreReadInBothLanguagesOneByOneAndAsLists() throws {
    let options = try ReportOptions.read(
      by: ["owner,quarter", "行业"], metrics: ["签约额，collections"], layers: ["实际", "forecast"],
      periods: ["2026-H1,2026-W12"],
      filters: ["owner=华东区", "industry=医疗", "period=2026-Q1", "layer=target"], depth: 2, in: book)
    #expect(options.by == [.owner, .period(.quarter), .dimension(.industry)])
    #expect(options.metrics.map { book.context.registry[$0].id } == ["bookings", "collections"])
    #expect(options.layers == [.actual, .forecast, .target])
    #expect(options.periods.map { $0.id(in: .calendar) } == ["2026-H1", "2026-W12", "2026-Q1"])
    #expect(options.owners.map { book.context.organization[$0].name } == ["华东区"])
    #expect(options.dimensions == [DimensionValue(.industry, "医疗")])
    #expect(options.depth == 2)
  }

  @Test func unknownWordsSuggestWhatWasMeant() {
    #expect(throws: ReportProblem.unknownAxis("quater", nearest: "quarter")) {
      try ReportOptions.read(by: ["quater"], in: book)
    }
    #expect(throws: ReportProblem.malformedFilter("owner")) { try ReportOptions.read(filters: ["owner"], in: book) }
    #expect(throws: ReportProblem.malformedFilter("=x")) { try ReportOptions.read(filters: ["=x"], in: book) }
  }

  @Test(arguments: Report.all) func everyReportIsBuiltWithoutOptionsOrSaysWhatItNeeds(_ report: Report) {
    do throws(ReportProblem) {
      let table = try report.build(book, ReportOptions())
      #expect(table.id == report.id)
      #expect(table.rows.allSatisfy { $0.cells.count <= table.columns.count })
    } catch {
      #expect(report.options.contains(.cell))
    }
  }
}
