extension WrittenPeriod {
  /// The days that are meant. What is not written comes from the scope, never from today.
  package func resolve(in context: PeriodContext) -> ResolvedPeriod {
    switch self {
    case .year(let year): .known(orImpossible: context.fiscal.year(year))
    case .fiscalYear(let year): context.named(.fiscal(year)) { context.fiscal.year($0) }
    case .wholeYear: context.named(.scope) { context.fiscal.year($0) }
    case .relativeYear(let year): context.named(year) { context.fiscal.year($0) }
    case .half(let half, let year): context.named(year) { context.fiscal.half(half, of: $0) }
    case .quarter(let quarter, let year): context.named(year) { context.fiscal.quarter(quarter, of: $0) }
    case .month(let month, let year): context.month(month, year)
    case .tenDay(let part, let month, let year): context.tenDay(part, month, year)
    case .week(let week, let year): context.week(week, year, .iso)
    case .weekOfMonth(let week, let month, let year): context.weekOfMonth(week, month, year)
    case .weekNumber(let week, let year): context.weekNumber(week, year)
    case .date(let month, let day, let year): context.date(month, day, year)
    case .weekday(let weekday): context.weekday(weekday)
    case .firstQuarters(let last, let year):
      context.named(year) { name in
        guard let first = context.fiscal.quarter(1, of: name), let end = context.fiscal.quarter(last, of: name) else {
          return nil
        }
        return Period(fitting: first.start, end.end, in: context.fiscal)
      }
    case .span(let first, let last): context.span(first, last)
    case .relativeDays: .unknown
    case .current(let level): context.current(level)
    }
  }
}

extension ResolvedPeriod {
  fileprivate static func known(orImpossible period: Period?) -> ResolvedPeriod {
    period.map { .known($0) } ?? .problem(.impossibleDate)
  }
}

extension PeriodContext {
  /// The name of the fiscal year that is meant; `nil` when the scope lies in none or in several.
  private func name(_ year: YearRef) -> Int? {
    switch year {
    case .stated(let name): return name
    case .fiscal(let name):
      if knowsFiscalYear { return name }
      // A plan for 2026 that speaks of FY26 counts both alike.
      return scopeName.map { abs($0 - name) <= 1 } ?? false ? name : nil
    case .scope: return scopeName
    case .last: return scopeName.map { $0 - 1 }
    case .next: return scopeName.map { $0 + 1 }
    }
  }

  private var scopeName: Int? {
    guard let scope else { return nil }
    // A week belongs to the year of its Thursday.
    if scope.level == .week { return fiscal.name(ofYearWith: scope.start.advanced(by: 3)) }
    let name = fiscal.name(ofYearWith: scope.start)
    return fiscal.name(ofYearWith: scope.end) == name ? name : nil
  }

  fileprivate func named(_ year: YearRef, _ period: (Int) -> Period?) -> ResolvedPeriod {
    guard let name = name(year) else { return .unknown }
    return .known(orImpossible: period(name))
  }

  /// The civil year of a calendar month that lies in the year that is meant.
  private func civilYear(of month: Int, _ year: YearRef) -> Int? {
    if case .stated(let civil) = year { return civil }
    if year == .scope, let scope, scope.start.year != scope.end.year {
      // A scope that crosses New Year holds the month once, unless it is longer than a year.
      let inside = (scope.start.year...scope.end.year).filter {
        Period.month(month, year: $0).map { scope.overlaps($0) } ?? false
      }
      if inside.count == 1 { return inside.first }
    }
    return name(year).flatMap { fiscal.month(month, of: $0) }?.start.year
  }

  fileprivate func month(_ month: Int, _ year: YearRef) -> ResolvedPeriod {
    guard (1...12).contains(month) else { return .problem(.impossibleDate) }
    guard let civil = civilYear(of: month, year) else { return .unknown }
    return .known(orImpossible: .month(month, year: civil))
  }

  fileprivate func tenDay(_ part: Int, _ month: Int?, _ year: YearRef) -> ResolvedPeriod {
    if let month {
      guard (1...12).contains(month) else { return .problem(.impossibleDate) }
      guard let civil = civilYear(of: month, year) else { return .unknown }
      return .known(orImpossible: .tenDay(part, month: month, year: civil))
    }
    guard let scope else { return .unknown }
    let (start, end) = (scope.start.civil, scope.end.civil)
    guard start.year == end.year, start.month == end.month else { return .unknown }
    return .known(orImpossible: .tenDay(part, month: start.month, year: start.year))
  }

  fileprivate func date(_ month: Int, _ day: Int, _ year: YearRef) -> ResolvedPeriod {
    guard (1...12).contains(month) else { return .problem(.impossibleDate) }
    guard let civil = civilYear(of: month, year) else { return .unknown }
    return .known(orImpossible: Day(year: civil, month: month, day: day).map { .day($0) })
  }

  /// A week of a year. In a fiscal year it is the week of that number whose Thursday lies in the year.
  fileprivate func week(_ week: Int, _ year: YearRef, _ rule: WeekRule) -> ResolvedPeriod {
    if case .stated(let civil) = year { return .known(orImpossible: Self.week(week, civil, rule)) }
    guard let whole = name(year).flatMap({ fiscal.year($0) }) else { return .unknown }
    for civil in whole.start.year...whole.end.year {
      if let found = Self.week(week, civil, rule), whole.contains(found.start.advanced(by: 3)) { return .known(found) }
    }
    return .problem(.impossibleDate)
  }

  private static func week(_ week: Int, _ year: Int, _ rule: WeekRule) -> Period? {
    switch rule {
    case .iso: return .isoWeek(week, year: year)
    case .firstMonday:
      guard (1...53).contains(week), let first = Day(year: year, month: 1, day: 1) else { return nil }
      let monday = first.advanced(by: (8 - first.weekday) % 7 + 7 * (week - 1))
      return monday.year == year ? Period(level: .week, start: monday, end: monday.advanced(by: 6)) : nil
    }
  }

  /// The week of a month that holds its n-th Thursday (its n-th Monday, where weeks count from the first Monday).
  fileprivate func weekOfMonth(_ week: Int, _ month: Int, _ year: YearRef) -> ResolvedPeriod {
    guard (1...12).contains(month), (1...6).contains(week) else { return .problem(.impossibleDate) }
    guard let civil = civilYear(of: month, year), let first = Day(year: civil, month: month, day: 1) else {
      return .unknown
    }
    let decisive = weekRule == .iso ? 4 : 1
    let day = first.advanced(by: (decisive + 7 - first.weekday) % 7 + 7 * (week - 1))
    // Some months have a fifth week, and some ways of counting a sixth: the words are not wrong, only not known.
    guard day.month == month else { return .unknown }
    let monday = day.advanced(by: 1 - decisive)
    return .known(Period(level: .week, start: monday, end: monday.advanced(by: 6)))
  }

  /// `第3周`: of the month in a month's plan; else of the year, unless the scope is shorter and does not hold it.
  fileprivate func weekNumber(_ number: Int, _ year: YearRef) -> ResolvedPeriod {
    guard (1...53).contains(number) else { return .problem(.impossibleDate) }
    guard year == .scope else { return week(number, year, weekRule) }
    guard let scope else { return .unknown }
    let (civil, month, _) = scope.start.civil
    if scope.level == .month || scope.level == .tenDay, number <= 6 {
      return weekOfMonth(number, month, .stated(civil))
    }
    guard case .known(let found) = week(number, .scope, weekRule) else {
      return scopeName == nil ? .unknown : .problem(.impossibleDate)
    }
    return scope.level <= .half || scope.overlaps(found) ? .known(found) : .unknown
  }

  fileprivate func weekday(_ weekday: Int) -> ResolvedPeriod {
    guard (1...7).contains(weekday) else { return .problem(.impossibleDate) }
    guard let scope, scope.start.distance(to: scope.end) < 7 else { return .unknown }
    let day = scope.start.advanced(by: (weekday - scope.start.weekday + 7) % 7)
    if scope.contains(day) { return .known(.day(day)) }
    guard scope.level == .day else { return .unknown }
    // A day's plan that names another weekday means the same week.
    return .known(.day(scope.start.advanced(by: weekday - scope.start.weekday)))
  }

  fileprivate func current(_ level: PeriodLevel) -> ResolvedPeriod {
    guard let scope else { return .unknown }
    if scope.level == level { return .known(scope) }
    let (year, month, day) = scope.start.civil
    let name = fiscal.name(ofYearWith: scope.start)
    let offset = (month - fiscal.startMonth + 12) % 12
    let found: Period?
    switch level {
    case .year: return named(.scope) { fiscal.year($0) }
    case .half: found = fiscal.half(offset / 6 + 1, of: name)
    case .quarter: found = fiscal.quarter(offset / 3 + 1, of: name)
    case .month: found = .month(month, year: year)
    case .tenDay: found = .tenDay(min(3, (day - 1) / 10 + 1), month: month, year: year)
    case .week:
      let monday = scope.start.advanced(by: 1 - scope.start.weekday)
      found = Period(level: .week, start: monday, end: monday.advanced(by: 6))
    case .day, .span: found = nil
    }
    guard let found, found.contains(scope) else { return .unknown }
    return .known(found)
  }
}
