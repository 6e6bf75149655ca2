package import PlanSyntax

/// The periods of every level and how they contain each other, under a book's year.
package struct PeriodTree: Sendable {
  package let fiscal: FiscalYear

  package init(_ fiscal: FiscalYear = .calendar) { self.fiscal = fiscal }

  /// The levels that a period of `level` can be split into, coarsest first.
  ///
  /// A year goes into halves, quarters or months; a month into ten-day periods or weeks; both into days.
  package static func childLevels(of level: PeriodLevel) -> [PeriodLevel] {
    switch level {
    case .year: [.half, .quarter, .month]
    case .half: [.quarter, .month]
    case .quarter: [.month]
    case .month: [.tenDay, .week]
    case .tenDay, .week, .span: [.day]
    case .day: []
    }
  }

  /// The period of `level` that holds a day; `nil` for a span and outside the calendar.
  package func period(of level: PeriodLevel, holding day: Day) -> Period? {
    let (year, month, dayOfMonth) = day.civil
    let name = fiscal.name(ofYearWith: day)
    let monthInYear = (month - fiscal.startMonth + 12) % 12
    switch level {
    case .year: return fiscal.year(name)
    case .half: return fiscal.half(monthInYear / 6 + 1, of: name)
    case .quarter: return fiscal.quarter(monthInYear / 3 + 1, of: name)
    case .month: return Period.month(month, year: year)
    case .tenDay: return Period.tenDay(min(3, (dayOfMonth - 1) / 10 + 1), month: month, year: year)
    case .week:
      let (isoYear, week) = day.isoWeek
      return Period.isoWeek(week, year: isoYear)
    case .day: return .day(day)
    case .span: return nil
    }
  }

  /// The period of `level` that holds all of `period`; `nil` when it crosses a border or is not shorter.
  package func parent(of period: Period, at level: PeriodLevel) -> Period? {
    guard let candidate = self.period(of: level, holding: period.start), candidate.contains(period),
      candidate.start != period.start || candidate.end != period.end
    else { return nil }
    return candidate
  }

  /// Every longer period that holds all of `period`, nearest first.
  package func ancestors(of period: Period) -> [Period] {
    [PeriodLevel.week, .tenDay, .month, .quarter, .half, .year].compactMap { level in
      level < period.level || period.level == .span ? parent(of: period, at: level) : nil
    }
  }

  /// The periods of `level` that `period` is made of, whole and in calendar order. Weeks (and any other level, for a week
  /// or a span) may reach over its borders; `pieces` cuts them.
  package func parts(of period: Period, by level: PeriodLevel) -> [Period] {
    var parts: [Period] = []
    var day = period.start
    while day <= period.end, let part = self.period(of: level, holding: day) {
      parts.append(part)
      day = part.end.advanced(by: 1)
    }
    return parts
  }

  /// A period of a level, and the days of it that lie inside the period that was cut.
  package struct Piece: Hashable, Sendable {
    package let part: Period
    /// `part` itself where it lies inside, else a span.
    package let days: Period

    package var isWhole: Bool { part == days }
  }

  /// The parts of `period` cut at its borders: together exactly its days.
  package func pieces(of period: Period, by level: PeriodLevel) -> [Piece] {
    parts(of: period, by: level).map { part in
      if period.contains(part) { return Piece(part: part, days: part) }
      let days = Period(level: .span, start: max(part.start, period.start), end: min(part.end, period.end))
      return Piece(part: part, days: days)
    }
  }
}
