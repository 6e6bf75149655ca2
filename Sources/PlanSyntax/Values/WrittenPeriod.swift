/// The year a period is in, as far as the words themselves tell.
package enum YearRef: Hashable, Sendable {
  /// `2026`: the fiscal year of that name for years, halves and quarters; the calendar year for months, weeks and days.
  case stated(Int)
  /// `FY26`.
  case fiscal(Int)
  /// 去年 上年: the year before the scope's.
  case last
  /// 明年: the year after the scope's.
  case next
  /// Not written: the scope's.
  case scope
}

/// A period as it is written, not yet placed in a year.
package enum WrittenPeriod: Hashable, Sendable {
  case year(Int)
  /// `FY26` is 2026.
  case fiscalYear(Int)
  /// 全年: the scope's year.
  case wholeYear
  /// 去年 上年 明年.
  case relativeYear(YearRef)
  case half(Int, year: YearRef)
  case quarter(Int, year: YearRef)
  case month(Int, year: YearRef)
  /// 1 is 上旬, 3 is 下旬; without a month it is in the scope's.
  case tenDay(Int, month: Int?, year: YearRef)
  /// A week by its ISO number: `2026-W12`, `W12`.
  case week(Int, year: YearRef)
  /// `3月第2周`.
  case weekOfMonth(Int, month: Int, year: YearRef)
  /// `第12周`, `Week 2`: a number without convention.
  case weekNumber(Int, year: YearRef)
  case date(month: Int, day: Int, year: YearRef)
  /// Monday is 1, Sunday is 7; in the scope's week.
  case weekday(Int)
  /// 前三季度: from the year's start to the end of that quarter.
  case firstQuarters(Int, year: YearRef)
  case span(SpanEnd, SpanEnd)
  /// `30–60 Days`: days after a start that is not written.
  case relativeDays(Int, Int)
  /// 本年 今年, 本季度, 本月, 本周: the scope, or the part of the tree around it.
  case current(PeriodLevel)

  /// One end of a span.
  package enum SpanEnd: Hashable, Sendable {
    case year(YearRef)
    case quarter(Int, year: YearRef)
    case month(Int, year: YearRef)
    case week(Int, year: YearRef)
    case date(month: Int, day: Int, year: YearRef)
    case weekday(Int)
  }

  /// Whether the days depend on how weeks are counted, which the words do not say.
  package var isAmbiguousWeek: Bool {
    switch self {
    case .weekNumber(_, let year): year == .scope
    case .weekOfMonth: true
    default: false
    }
  }
}

/// Why something that was meant as a period is none.
package enum PeriodProblem: Hashable, Sendable {
  /// 2月30日, 13月, Q5.
  case impossibleDate
  /// The end is before the start.
  case reversed
}

/// What stands where a period was meant.
package enum ReadPeriod: Hashable, Sendable {
  /// - Parameter weekday: The weekday written right after a date.
  case period(WrittenPeriod, weekday: ReadWeekday?)
  case problem(PeriodProblem)
}

/// A weekday written beside a date, as in `3月17日（周二）`.
package struct ReadWeekday: Hashable, Sendable {
  /// Monday is 1, Sunday is 7.
  package let weekday: Int
  /// The bytes of the weekday alone.
  package let range: Range<Int>

  package init(weekday: Int, range: Range<Int>) {
    self.weekday = weekday
    self.range = range
  }
}

/// How a book counts weeks.
package enum WeekRule: String, Hashable, Sendable {
  case iso
  /// Week 1 starts on the first Monday of the year (of the month).
  case firstMonday = "first-monday"
}

/// How the book counts, and the period that surrounds the words.
package struct PeriodContext: Hashable, Sendable {
  package var fiscal: FiscalYear
  package var weekRule: WeekRule
  package var scope: Period?
  /// Whether somebody said when the fiscal year begins: without that nobody knows the days of `FY26`.
  package var knowsFiscalYear: Bool

  package init(
    fiscal: FiscalYear = .calendar, weekRule: WeekRule = .iso, scope: Period? = nil, knowsFiscalYear: Bool = true
  ) {
    self.knowsFiscalYear = knowsFiscalYear
    self.fiscal = fiscal
    self.weekRule = weekRule
    self.scope = scope
  }
}

/// A written period with its days.
package enum ResolvedPeriod: Hashable, Sendable {
  case known(Period)
  /// A part is not written and the scope does not tell.
  case unknown
  case problem(PeriodProblem)
}
