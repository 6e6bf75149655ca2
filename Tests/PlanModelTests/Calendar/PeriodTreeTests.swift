import PlanModel
import PlanSyntax
import Testing

@Suite struct PeriodTreeTests {
  static let april = FiscalYear(startMonth: 4, naming: .end)

  private func period(_ id: String, _ fiscal: FiscalYear = .calendar) throws -> Period {
    try #require(Period(id: id, in: fiscal))
  }

  @Test(arguments: [
    "2026", "2026-H1", "2026-H2", "2026-Q4", "2026-03", "2026-03-上", "2026-02-下", "2026-W01", "2026-W53", "2026-03-17",
    "2026-03-01..2026-03-15",
  ]) func idsAreReadBack(_ id: String) throws {
    #expect(try period(id).id(in: .calendar) == id)
  }

  @Test(arguments: ["FY26", "FY26-H1", "FY26-Q2", "2026-03", "2026-W12"]) func fiscalIdsAreReadBack(_ id: String) throws
  {
    #expect(try period(id, Self.april).id(in: Self.april) == id)
  }

  @Test(arguments: [
    "", "-", "2026-Q5", "2026-H3", "2026-13", "2026-02-30", "2026-W54", "2025-W53", "26", "2026-3", "2026-03-1",
    "2026-Q1-01",
    "2026-03-15..2026-03-01", "FY26-03", "..", "2026..2027", "２０２６", "2026-03-上上",
  ]) func noIds(_ id: String) {
    #expect(Period(id: id, in: .calendar) == nil)
  }

  @Test(arguments: [
    ("2026-03-01/2026-03-15", "2026-03-01..2026-03-15"), ("2026-q1", "2026-Q1"), ("2026-03-上旬", "2026-03-上"),
    ("2026-03-T3", "2026-03-下"), ("FY2026", "2026"),
  ]) func otherSpellings(_ id: String, _ canonical: String) throws {
    #expect(try period(id).id(in: .calendar) == canonical)
  }

  @Test(arguments: [
    ("2026", PeriodLevel.half, ["2026-H1", "2026-H2"]),
    ("2026", .quarter, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
    ("2026-Q3", .month, ["2026-07", "2026-08", "2026-09"]),
    ("2026-02", .tenDay, ["2026-02-上", "2026-02-中", "2026-02-下"]),
    ("2026-04", .week, ["2026-W14", "2026-W15", "2026-W16", "2026-W17", "2026-W18"]),
    ("2026-W14", .month, ["2026-03", "2026-04"]), ("2026-W53", .year, ["2026", "2027"]),
    ("2026-02-01..2026-02-03", .day, ["2026-02-01", "2026-02-02", "2026-02-03"]),
  ]) func parts(_ id: String, _ level: PeriodLevel, _ parts: [String]) throws {
    #expect(PeriodTree().parts(of: try period(id), by: level).map { $0.id(in: .calendar) } == parts)
  }

  @Test func fiscalParts() throws {
    let tree = PeriodTree(Self.april)
    let year = try period("FY26", Self.april)
    #expect(year.start == Day(year: 2025, month: 4, day: 1))
    #expect(
      tree.parts(of: year, by: .quarter).map { $0.id(in: Self.april) } == ["FY26-Q1", "FY26-Q2", "FY26-Q3", "FY26-Q4"])
    #expect(tree.parts(of: year, by: .month).first?.id(in: Self.april) == "2025-04")
    #expect(tree.parent(of: try period("2026-01"), at: .quarter)?.id(in: Self.april) == "FY26-Q4")
  }

  @Test func ancestors() throws {
    let tree = PeriodTree()
    func ids(_ id: String) throws -> [String] {
      tree.ancestors(of: try period(id)).map { $0.id(in: .calendar) }
    }
    #expect(try ids("2026-03-17") == ["2026-W12", "2026-03-中", "2026-03", "2026-Q1", "2026-H1", "2026"])
    #expect(try ids("2026-W14") == ["2026-H1", "2026"])
    #expect(try ids("2026-Q2") == ["2026-H1", "2026"])
    #expect(try ids("2026-W53") == [])
    #expect(try ids("2026-03-02..2026-03-04") == ["2026-W10", "2026-03-上", "2026-03", "2026-Q1", "2026-H1", "2026"])
    #expect(try ids("2026").isEmpty)
  }

  @Test(arguments: [
    ("2024-12-30", "2025-W01"), ("2027-01-01", "2026-W53"), ("2026-12-31", "2026-W53"), ("2026-01-01", "2026-W01"),
    ("2026-03-16", "2026-W12"),
  ]) func weeksAroundNewYear(_ day: String, _ week: String) throws {
    let day = try #require(Day(iso: day))
    #expect(PeriodTree().period(of: .week, holding: day)?.id(in: .calendar) == week)
  }

  @Test func piecesAreExactlyTheDays() throws {
    for fiscal in [FiscalYear.calendar, Self.april] {
      let tree = PeriodTree(fiscal)
      for id in ["2026-03", "2026-W14", "2026-W53", "2026-02-27..2026-04-02", "2026-12-31"] {
        let whole = try period(id, fiscal)
        for level in PeriodLevel.allCases where level != .span {
          let pieces = tree.pieces(of: whole, by: level)
          #expect(pieces.first?.days.start == whole.start && pieces.last?.days.end == whole.end)
          for (left, right) in zip(pieces, pieces.dropFirst()) {
            #expect(left.days.end.advanced(by: 1) == right.days.start)
          }
          #expect(pieces.allSatisfy { $0.part.contains($0.days) })
        }
      }
    }
  }
}
