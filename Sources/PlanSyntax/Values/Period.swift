/// How long a period is, in the order of the period tree.
package enum PeriodLevel: UInt8, Sendable, CaseIterable, Comparable {
  case year
  case half
  case quarter
  case month
  case tenDay
  case week
  case day
  /// From one day to another, fitting no other level.
  case span

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A run of days with a place in the period tree.
///
/// Invariant: `start <= end`; both days belong to the period.
package struct Period: Hashable, Sendable {
  package let level: PeriodLevel
  package let start: Day
  package let end: Day

  package init(level: PeriodLevel, start: Day, end: Day) {
    precondition(start <= end, "a period runs forwards")
    self.level = level
    self.start = start
    self.end = end
  }

  package func contains(_ day: Day) -> Bool { start <= day && day <= end }
  package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: Period) -> Bool { start <= other.end && other.start <= end }

  /// Calendar order: earlier start first, then the longer period, then the level.
  package static func inCalendarOrder(_ lhs: Self, _ rhs: Self) -> Bool {
    (lhs.start.number, -lhs.end.number, lhs.level.rawValue) < (rhs.start.number, -rhs.end.number, rhs.level.rawValue)
  }
}

/// When the book's year begins and how a year that spans two is named.
package struct FiscalYear: Hashable, Sendable {
  package enum Naming: String, Sendable { case start, end }

  /// Month in which Q1 begins, 1...12.
  package let startMonth: Int
  package let naming: Naming

  package static let calendar = FiscalYear(startMonth: 1, naming: .end)

  package init(startMonth: Int, naming: Naming) {
    self.startMonth = startMonth
    self.naming = naming
  }

  package var isCalendarYear: Bool { startMonth == 1 }

  /// The named year, or `nil` outside the calendar's range.
  package func year(_ name: Int) -> Period? { months(from: 0, count: 12, of: name, level: .year) }

  /// Half 1 or 2 of the named year.
  package func half(_ half: Int, of name: Int) -> Period? {
    guard (1...2).contains(half) else { return nil }
    return months(from: 6 * (half - 1), count: 6, of: name, level: .half)
  }

  /// Quarter 1...4 of the named year.
  package func quarter(_ quarter: Int, of name: Int) -> Period? {
    guard (1...4).contains(quarter) else { return nil }
    return months(from: 3 * (quarter - 1), count: 3, of: name, level: .quarter)
  }

  /// The calendar month `month` (1...12) that lies in the named year.
  package func month(_ month: Int, of name: Int) -> Period? {
    guard (1...12).contains(month) else { return nil }
    return months(from: (month - startMonth + 12) % 12, count: 1, of: name, level: .month)
  }

  /// The name of the year that `day` is in.
  package func name(ofYearWith day: Day) -> Int {
    let (year, month, _) = day.civil
    let began = month >= startMonth ? year : year - 1
    return naming == .end && !isCalendarYear ? began + 1 : began
  }

  private func months(from offset: Int, count: Int, of name: Int, level: PeriodLevel) -> Period? {
    let began = naming == .end && !isCalendarYear ? name - 1 : name
    let first = began * 12 + startMonth - 1 + offset
    guard let start = Day(year: first / 12, month: first % 12 + 1, day: 1),
      let next = Day(year: (first + count) / 12, month: (first + count) % 12 + 1, day: 1)
    else { return nil }
    return Period(level: level, start: start, end: next.advanced(by: -1))
  }
}

extension Period {
  /// A calendar month.
  package static func month(_ month: Int, year: Int) -> Period? { FiscalYear.calendar.month(month, of: year) }

  /// Ten-day period 1 (1–10), 2 (11–20) or 3 (21–end) of a calendar month.
  package static func tenDay(_ part: Int, month: Int, year: Int) -> Period? {
    guard (1...3).contains(part), let first = Day(year: year, month: month, day: 1) else { return nil }
    let start = first.advanced(by: 10 * (part - 1))
    let end = part == 3 ? first.advanced(by: Day.daysInMonth(year: year, month: month) - 1) : start.advanced(by: 9)
    return Period(level: .tenDay, start: start, end: end)
  }

  /// An ISO week, Monday to Sunday.
  package static func isoWeek(_ week: Int, year: Int) -> Period? {
    guard let monday = Day.monday(isoYear: year, week: week) else { return nil }
    return Period(level: .week, start: monday, end: monday.advanced(by: 6))
  }

  package static func day(_ day: Day) -> Period { Period(level: .day, start: day, end: day) }

  /// The canonical id: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-03-上`, `2026-W12`, `2026-03-17`, `FY26-Q2` where the
  /// year is fiscal, a span as `2026-03-01..2026-03-15`. Every id is accepted wherever a period is read.
  package func id(in fiscal: FiscalYear) -> String {
    let (year, month, day) = start.civil
    let name = fiscal.name(ofYearWith: start)
    let fiscalYear = fiscal.isCalendarYear ? Day.padded(name, 4) : "FY" + Day.padded(name % 100, 2)
    let monthInYear = (month - fiscal.startMonth + 12) % 12
    switch level {
    case .year: return fiscalYear
    case .half: return "\(fiscalYear)-H\(monthInYear / 6 + 1)"
    case .quarter: return "\(fiscalYear)-Q\(monthInYear / 3 + 1)"
    case .month: return "\(Day.padded(year, 4))-\(Day.padded(month, 2))"
    case .tenDay: return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(["上", "中", "下"][min(2, day / 10)])"
    case .week:
      let (isoYear, week) = start.isoWeek
      return "\(Day.padded(isoYear, 4))-W\(Day.padded(week, 2))"
    case .day: return start.description
    case .span: return "\(start)..\(end)"
    }
  }
}
