import PlanModel
import PlanRollup
import PlanSource
import PlanSyntax
import Testing

@Suite struct CellPathTests {
  private let book = RollupBook.book

  @Test func everyCellOfTheBookIsReadBackFromItsText() throws {
    var count = 0
    for fact in book.store.facts {
      guard let owner = fact.owner, let metric = fact.metric, let period = fact.period.known else { continue }
      let address = CellAddress(
        owner: owner, metric: metric, period: period, dimensions: fact.dimensions, layer: fact.layer,
        unit: .money(.cny))
      let text = CellPath.text(address, in: book)
      #expect(try CellPath.read(text, in: book).contains(address), "\(text)")
      count += 1
    }
    #expect(count == 6)
  }

  struct Spelling: Sendable {
    let text: String
    let owner: String
    let period: String
    var layer = Layer.target
    var dimension: [String] = []
  }

  @Test(arguments: [
    Spelling(text: "王岚/签约额/2026", owner: "王岚", period: "2026"),
    Spelling(text: "华东区/王岚/bookings/2026-Q2", owner: "王岚", period: "2026-Q2"),
    Spelling(text: "A%2FB Tan/合同额/2026/actual", owner: "A/B Tan", period: "2026", layer: .actual),
    Spelling(text: "tan/Bookings/2026/实际", owner: "A/B Tan", period: "2026", layer: .actual),
    Spelling(text: "远航/签约额/2026-03-01..2026-03-15", owner: "远航", period: "2026-03-01..2026-03-15"),
    Spelling(text: "王岚/签约额/2026?行业=医疗", owner: "王岚", period: "2026", dimension: ["医疗"]),
    Spelling(
      text: "王岚/签约额/2026/forecast?industry=教育", owner: "王岚", period: "2026", layer: .forecast, dimension: ["教育"]),
  ])
  func cellsAreReadAsPeopleWriteThem(_ it: Spelling) throws {
    let cells = try CellPath.read(it.text, in: book)
    let cell = try #require(cells.first)
    #expect(cells.count == 1)
    #expect(book.context.organization[cell.owner].name == it.owner)
    #expect(book.context.registry[cell.metric].id == "bookings")
    #expect(Period(id: it.period, in: .calendar) == cell.period)
    #expect(cell.layer == it.layer)
    #expect(book.dimensions[cell.dimensions].map(\.value) == it.dimension)
  }

  @Test(arguments: [
    ("王岚/签约额", ReportProblem.malformedCell("王岚/签约额")),
    ("王兰/签约额/2026", .unknownOwner("王兰", nearest: "王岚")),
    ("王岚/签约/2026x", .unknownPeriod("2026x")),
    ("王岚/bokings/2026", .unknownMetric("bokings", nearest: "bookings")),
    ("王岚/签约额/2026/actua", .unknownLayer("actua")),
    ("王岚/签约额/2026?行业", .malformedFilter("行业")),
    ("王岚/签约额/2026?color=红", .unknownAxis("color", nearest: nil)),
    ("王岚/签约额/2026?行业=航天", .unknownValue("航天", axis: LocalText(zh: "行业", en: "industry"))),
  ])
  func whatIsNoCellIsNamed(_ text: String, _ problem: ReportProblem) {
    #expect(throws: problem) { try CellPath.read(text, in: book) }
  }
}
