import PlanModel
import PlanSource
import PlanSyntax

/// A period written somewhere in a plan, placed in its year by the headings around it.
struct PeriodPlace {
  let mention: PeriodMention
  let range: SourceRange
  let resolved: ResolvedPeriod
}

extension PlanFile {
  /// Written periods that name no days, or days of another weekday than the one written beside them, in document order.
  func wrongPeriods(_ book: BookContext) -> [PeriodPlace] {
    guard !tree.periods.isEmpty else { return [] }
    let check = PeriodCheck(self, book)
    guard check.mayAnyBeWrong(tree.periods) else { return [] }
    return periodPlaces(book, where: check.isDoubtful).filter { check.isWrong($0.mention, $0.resolved) }
  }

  /// Every written period that `isWanted`, in document order.
  private func periodPlaces(_ book: BookContext, where isWanted: (PeriodMention) -> Bool) -> [PeriodPlace] {
    let wanted = tokens(ofPeriods: isWanted)
    guard !wanted.isEmpty else { return [] }
    var found: [PeriodPlace] = []
    for element in tree.elements {
      let section = Int(element.section)
      let scope = contexts.indices.contains(section) ? contexts[section].period : nil
      let phrases = element.table >= 0 ? tree.tables[Int(element.table)].cells : [element.phrase]
      for phrase in phrases {
        for index in wanted.within(phrase.tokens) {
          let token = tree.tokens[index]
          let mention = tree.periods[Int(token.value)]
          let resolved = mention.period.resolve(in: book.periods(in: scope ?? self.scope.period?.value))
          found.append(PeriodPlace(mention: mention, range: SourceRange(file: id, token.range), resolved: resolved))
        }
      }
    }
    return found
  }

  private func tokens(ofPeriods isWanted: (PeriodMention) -> Bool) -> [Int] {
    let tokens = tree.tokens
    return tokens.indices.filter { index in
      guard case .period = tokens[index].kind else { return false }
      return isWanted(tree.periods[Int(tokens[index].value)])
    }
  }

  /// Places whose words name no days: 2月30日 alone (`impossibleDate`), or in a year without 29 February.
  func periodProblems(_ kind: PeriodProblem, among wrong: [PeriodPlace]) -> [SourceRange] {
    var found: [SourceRange] = []
    for problem in tree.problems {
      if case .date(let it) = problem.kind, it == kind { found.append(SourceRange(file: id, problem.range)) }
    }
    for place in wrong {
      if case .problem(let it) = place.resolved, it == kind { found.append(place.range) }
    }
    return found
  }
}

/// Tells which written periods of a file are worth finding in it: hardly any, and finding them takes far longer than telling.
private struct PeriodCheck {
  private let fiscal: FiscalYear
  private let isUsual: Bool
  /// Every way in which the file's headings place a period; empty where there are too many to try.
  private let contexts: [PeriodContext]

  private static let mostContexts = 8

  init(_ file: PlanFile, _ book: BookContext) {
    fiscal = book.fiscal
    let scope = file.scope.period?.value
    isUsual = scope.map { WrittenPeriod.usualYears.contains($0.start.year) } ?? true
    var scopes = [scope]
    for index in file.contexts.indices where scopes.count <= Self.mostContexts {
      let here = file.contexts[index].period ?? scope
      if !scopes.contains(here) { scopes.append(here) }
    }
    contexts = scopes.count > Self.mostContexts ? [] : scopes.map { book.periods(in: $0) }
  }

  func mayAnyBeWrong(_ mentions: [PeriodMention]) -> Bool {
    mentions.contains { mention in
      guard isDoubtful(mention) else { return false }
      return contexts.isEmpty || contexts.contains { isWrong(mention, mention.period.resolve(in: $0)) }
    }
  }

  func isDoubtful(_ mention: PeriodMention) -> Bool { mention.weekday != nil || mayBeProblem(mention) }

  func isWrong(_ mention: PeriodMention, _ resolved: ResolvedPeriod) -> Bool {
    switch resolved {
    case .problem: return mayBeProblem(mention)
    case .known(let period):
      guard let written = mention.weekday, period.level == .day else { return false }
      return period.start.weekday != written.weekday
    case .unknown: return false
    }
  }

  private func mayBeProblem(_ mention: PeriodMention) -> Bool { !isUsual || mention.period.mayBeProblem(fiscal) }
}

extension WrittenPeriod {
  /// Years in which everything that can be written about a period without days lies inside the calendar.
  fileprivate static let usualYears = 1000...9000

  /// Whether the words can name something that the calendar does not have, in a plan of a usual year.
  fileprivate func mayBeProblem(_ fiscal: FiscalYear) -> Bool {
    switch self {
    case .year(let year), .fiscalYear(let year): !Self.usualYears.contains(year)
    case .wholeYear, .relativeDays, .current: false
    case .relativeYear(let year): year.isUnusual
    case .half(let half, let year): !(1...2).contains(half) || year.isUnusual
    case .quarter(let quarter, let year), .firstQuarters(let quarter, let year):
      !(1...4).contains(quarter) || year.isUnusual
    case .month(let month, let year): !(1...12).contains(month) || year.isUnusual
    case .tenDay(let part, let month, let year):
      !(1...3).contains(part) || !(1...12).contains(month ?? 1) || year.isUnusual
    case .date(let month, let day, let year): !(1...12).contains(month) || !(1...28).contains(day) || year.isUnusual
    case .weekday(let weekday): !(1...7).contains(weekday)
    case .weekOfMonth(let week, let month, let year):
      !(1...6).contains(week) || !(1...12).contains(month) || year.isUnusual
    case .week(let week, let year), .weekNumber(let week, let year):
      // The last weeks are not in every year, and fiscal years need not hold every number.
      !(1...51).contains(week) || year.isUnusual || !fiscal.isCalendarYear
    case .span: true
    }
  }
}

extension [Int] {
  /// Those of ascending numbers that lie in a range.
  fileprivate func within(_ range: Range<Int>) -> ArraySlice<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return self[low...].prefix { $0 < range.upperBound }
  }
}

extension YearRef {
  fileprivate var isUnusual: Bool {
    switch self {
    case .stated(let year), .fiscal(let year): !WrittenPeriod.usualYears.contains(year)
    case .last, .next, .scope: false
    }
  }
}
