import PlanSyntax
import Testing

/// Days against the proleptic Gregorian calendar and ISO 8601.
@Suite struct ValuesDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11016, 2), (2000, 3, 1, 11017, 3), (2026, 3, 17, 20529, 2),
    (2024, 2, 29, 19782, 4), (2026, 12, 31, 20818, 4), (2027, 1, 1, 20819, 5), (1, 1, 1, -719_162, 1),
    (9999, 12, 31, 2_932_896, 5), (1900, 3, 1, -25508, 4),
  ])
  func countsFrom1970(_ year: Int, _ month: Int, _ day: Int, _ number: Int, _ weekday: Int) throws {
    let found = try #require(Day(year: year, month: month, day: day))
    #expect(found.number == Int32(number))
    #expect(found.weekday == weekday)
    let civil = found.civil
    #expect([civil.year, civil.month, civil.day] == [year, month, day])
  }

  @Test(arguments: [
    (2026, 2, 29), (1900, 2, 29), (2100, 2, 29), (2026, 2, 30), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
    (2026, 1, 0),
    (2026, 1, 32), (0, 1, 1), (10000, 1, 1), (2026, 1, -1),
  ])
  func hasNoSuchDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2024, 29), (2000, 29), (2026, 28), (1900, 28), (2100, 28)])
  func knowsLeapYears(_ year: Int, _ days: Int) {
    #expect(Day.daysInMonth(year: year, month: 2) == days)
  }

  @Test(arguments: [
    ("2025-12-29", 2026, 1), ("2026-01-04", 2026, 1), ("2026-01-05", 2026, 2), ("2026-03-16", 2026, 12),
    ("2026-03-22", 2026, 12), ("2026-03-30", 2026, 14), ("2026-12-31", 2026, 53), ("2027-01-01", 2026, 53),
    ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53),
  ])
  func belongsToItsISOWeek(_ text: String, _ year: Int, _ week: Int) throws {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let day = try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
    #expect([day.isoWeek.year, day.isoWeek.week] == [year, week])
    #expect(day.description == text)
    let monday = try #require(Day.monday(isoYear: year, week: week))
    #expect((0..<7).contains(monday.distance(to: day)))
  }

  @Test(arguments: [
    (2026, 53, true), (2024, 53, false), (2025, 53, false), (2020, 53, true), (2026, 0, false), (2026, 54, false),
  ])
  func hasWeek53OnlyInLongYears(_ year: Int, _ week: Int, _ exists: Bool) {
    #expect((Day.monday(isoYear: year, week: week) != nil) == exists)
  }

  @Test func everyDayOfFourCenturiesGoesThereAndBack() {
    guard var day = Day(year: 1999, month: 12, day: 31) else { return }
    var expected = 5
    for _ in 0..<146_097 {
      let (year, month, number) = day.civil
      if Day(year: year, month: month, day: number) != day || day.weekday != expected {
        Issue.record("\(day) does not come back")
        return
      }
      day = day.advanced(by: 1)
      expected = expected % 7 + 1
    }
    #expect(day.description == "2399-12-31")
  }
}
