extension PeriodContext {
  /// From the start of the first to the end of the last. What the last does not state it takes from the first.
  func span(_ first: WrittenPeriod.SpanEnd, _ last: WrittenPeriod.SpanEnd) -> ResolvedPeriod {
    let opening: Period
    switch first.period.resolve(in: self) {
    case .known(let period): opening = period
    case .unknown where first.year == .scope && last.year != .scope:
      // `3月1日至2026年5月1日`: only the end has a year.
      switch first.with(year: last.year).period.resolve(in: self) {
      case .known(let period): opening = period
      case let other: return other
      }
    case let other: return other
    }
    let closing: Period
    switch last.inheriting(from: first).period.resolve(in: self) {
    case .known(let period): closing = period
    case let other: return other
    }
    if opening.start <= closing.end { return .known(Period(fitting: opening.start, closing.end, in: fiscal)) }
    return acrossNewYear(opening, closing, last)
  }

  /// `12月25日–1月5日` ends in the year after: such spans are short. Anything else that runs backwards is a slip.
  private func acrossNewYear(
    _ opening: Period, _ closing: Period, _ last: WrittenPeriod.SpanEnd
  ) -> ResolvedPeriod {
    let next = closing.end.year + 1
    guard last.year == .scope, opening.start.month >= 10, closing.end.month <= 3,
      case .known(let closing) = last.with(year: .stated(next)).period.resolve(in: self),
      opening.start <= closing.end
    else { return .problem(.reversed) }
    return .known(Period(fitting: opening.start, closing.end, in: fiscal))
  }
}

extension WrittenPeriod.SpanEnd {
  /// The end as a period of its own.
  var period: WrittenPeriod {
    switch self {
    case .year(.stated(let year)): .year(year)
    case .year(.fiscal(let year)): .fiscalYear(year)
    case .year(let year): .relativeYear(year)
    case .quarter(let quarter, let year): .quarter(quarter, year: year)
    case .month(let month, let year): .month(month, year: year)
    case .week(let week, let year): .week(week, year: year)
    case .date(let month, let day, let year): .date(month: month, day: day, year: year)
    case .weekday(let weekday): .weekday(weekday)
    }
  }

  var year: YearRef {
    switch self {
    case .year(let year), .quarter(_, let year), .month(_, let year), .week(_, let year), .date(_, _, let year): year
    case .weekday: .scope
    }
  }

  func with(year: YearRef) -> Self {
    switch self {
    case .year: .year(year)
    case .quarter(let quarter, _): .quarter(quarter, year: year)
    case .month(let month, _): .month(month, year: year)
    case .week(let week, _): .week(week, year: year)
    case .date(let month, let day, _): .date(month: month, day: day, year: year)
    case .weekday: self
    }
  }

  fileprivate func inheriting(from first: Self) -> Self { year == .scope ? with(year: first.year) : self }
}

extension Period {
  /// The days from `start` to `end`, as the level of the period tree that they fill, or as a span.
  package init(fitting start: Day, _ end: Day, in fiscal: FiscalYear) {
    let (year, month, day) = start.civil
    let name = fiscal.name(ofYearWith: start)
    let offset = (month - fiscal.startMonth + 12) % 12
    let isoWeek = start.isoWeek
    let candidates = [
      fiscal.year(name), fiscal.half(offset / 6 + 1, of: name), fiscal.quarter(offset / 3 + 1, of: name),
      .month(month, year: year), .tenDay(min(3, (day - 1) / 10 + 1), month: month, year: year),
      .isoWeek(isoWeek.week, year: isoWeek.year),
    ]
    for case .some(let period) in candidates where period.start == start && period.end == end {
      self = period
      return
    }
    self = Period(level: start == end ? .day : .span, start: start, end: end)
  }
}
