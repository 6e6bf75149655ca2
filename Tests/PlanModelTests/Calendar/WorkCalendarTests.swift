import PlanModel
import PlanSyntax
import Testing

@Suite struct WorkCalendarTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
  private func period(_ id: String) throws -> Period { try #require(Period(id: id, in: .calendar)) }

  /// Workdays of every month of 2026: total, first, second and last ten-day period.
  static let months2026: [(month: Int, counts: [Int])] = [
    (1, [21, 6, 7, 8]), (2, [16, 7, 4, 5]), (3, [22, 7, 8, 7]), (4, [21, 7, 6, 8]), (5, [19, 4, 8, 7]),
    (6, [21, 8, 6, 7]), (7, [23, 8, 6, 9]), (8, [21, 6, 8, 7]), (9, [22, 8, 7, 7]), (10, [18, 3, 7, 8]),
    (11, [21, 7, 8, 6]), (12, [23, 8, 6, 9]),
  ]

  @Test(arguments: months2026) func monthsOf2026(_ month: Int, _ counts: [Int]) throws {
    let whole = try #require(Period.month(month, year: 2026))
    let tenDays = try (1...3).map { try #require(Period.tenDay($0, month: month, year: 2026)) }
    #expect([whole, tenDays[0], tenDays[1], tenDays[2]].map { WorkCalendar.china.workdays(in: $0) } == counts)
    #expect(WorkCalendar.china.state(of: whole) == .official)
  }

  @Test(arguments: [
    ("2026", 248), ("2025", 248), ("2024", 251), ("2026-Q1", 59), ("2026-Q2", 61), ("2026-Q3", 66), ("2026-Q4", 62),
    ("2026-02", 16), ("2026-W14", 5), ("2026-10-01..2026-10-10", 3),
  ]) func yearsAndQuarters(_ id: String, _ count: Int) throws {
    #expect(WorkCalendar.china.workdays(in: try period(id)) == count)
  }

  @Test(arguments: [
    "2024-01-01", "2024-02-10", "2024-02-17", "2024-04-04", "2024-05-05", "2024-06-10", "2024-09-17", "2024-10-07",
    "2025-01-01", "2025-01-28", "2025-02-04", "2025-06-02", "2025-10-08", "2026-01-02", "2026-02-15", "2026-02-23",
    "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07",
  ]) func holidays(_ text: String) throws {
    #expect(!WorkCalendar.china.isWorkday(try day(text)))
    #expect(WorkCalendar.china.exception(on: try day(text))?.notice?.number.hasPrefix("国办发明电") == true)
  }

  @Test(arguments: [
    "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12",
    "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28",
    "2026-05-09", "2026-09-20", "2026-10-10",
  ]) func makeUpWorkdays(_ text: String) throws {
    let day = try day(text)
    #expect(day.weekday >= 6)
    #expect(WorkCalendar.china.isWorkday(day))
    #expect(WorkCalendar.china.exception(on: day)?.holiday?.en.isEmpty == false)
  }

  @Test func countsAgreeWithDayByDay() throws {
    let first = try day("2023-11-20")
    var counted = 0
    for offset in 0..<1300 {
      let last = first.advanced(by: offset)
      if WorkCalendar.china.isWorkday(last) { counted += 1 }
      #expect(WorkCalendar.china.workdays(from: first, to: last) == counted)
      let late = first.advanced(by: offset / 2)
      let short = (offset / 2...offset).count { WorkCalendar.china.isWorkday(first.advanced(by: $0)) }
      #expect(WorkCalendar.china.workdays(from: late, to: last) == short)
    }
    #expect(WorkCalendar.china.workdays(from: first, to: first.advanced(by: -1)) == 0)
  }

  @Test(arguments: [
    ("2023-12-31", WorkCalendar.State.outOfRange), ("2024-01-01", .official), ("2026-12-31", .official),
    ("2027-01-01", .estimated), ("2026-W53", .estimated), ("2024-W01", .official), ("2027", .estimated),
    ("2023-12-31..2024-01-05", .outOfRange),
  ]) func states(_ id: String, _ state: WorkCalendar.State) throws {
    #expect(WorkCalendar.china.state(of: try period(id)) == state)
    #expect(WorkCalendar.weekdays.state(of: try period(id)) == .official)
  }

  /// A notice may set days of the December before its year.
  @Test func decemberMayBeSetByTheNextNotice() throws {
    let notice = WorkCalendar.Notice(year: 2027, number: "x", date: nil, title: "x")
    let added = WorkCalendar.Exception(day: try day("2026-12-31"), isWorkday: false, notice: notice)
    let china = WorkCalendar.china
    let calendar = WorkCalendar(name: "cn", exceptions: china.exceptions + [added], announced: china.announced)
    #expect(calendar.workdays(in: try period("2026-12")) == 22)
    #expect(calendar.exception(on: added.day)?.notice?.year == 2027)
  }

  /// A book that sets some days of a year not announced has not announced the others.
  @Test func daysSetByTheBookDoNotMakeAPeriodOfficial() throws {
    let set = try ["2027-01-01", "2027-01-31"].map { WorkCalendar.Exception(day: try day($0), isWorkday: false) }
    let china = WorkCalendar.china
    let calendar = WorkCalendar(name: "cn", exceptions: china.exceptions + set, announced: china.announced)
    #expect(calendar.state(of: set[0].day) == .official)
    #expect(calendar.state(of: try period("2027-01")) == .estimated)
  }

  @Test func weekdaysKnowNoHoliday() throws {
    #expect(WorkCalendar.weekdays.workdays(in: try period("2026-10")) == 22)
    #expect(WorkCalendar.weekdays.isWorkday(try day("2026-10-01")))
  }

  @Test(arguments: [
    ("2026-10-10", 1, "2026-10-12"), ("2026-10-08", -1, "2026-09-30"), ("2026-03-01", -3, "2026-02-26"),
    ("2026-03-02", 0, "2026-03-02"),
  ])
  func workdaysAway(_ from: String, _ count: Int, _ to: String) throws {
    #expect(WorkCalendar.china.day(count, workdaysFrom: try day(from)) == (try day(to)))
  }
}
