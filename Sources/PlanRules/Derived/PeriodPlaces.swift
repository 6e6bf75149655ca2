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
  /// Every written period that `isWanted`, in document order.
  func periodPlaces(_ book: BookContext, where isWanted: (PeriodMention) -> Bool = { _ in true }) -> [PeriodPlace] {
    guard tree.periods.contains(where: isWanted) else { return [] }
    var found: [PeriodPlace] = []
    for element in tree.elements {
      let section = Int(element.section)
      let scope = contexts.indices.contains(section) ? contexts[section].period : nil
      let phrases = element.table >= 0 ? tree.tables[Int(element.table)].cells : [element.phrase]
      for phrase in phrases {
        for index in phrase.tokens where tree.tokens[index].kind == .period {
          let token = tree.tokens[index]
          let mention = tree.periods[Int(token.value)]
          guard isWanted(mention) else { continue }
          let resolved = mention.period.resolve(in: book.periods(in: scope ?? self.scope.period?.value))
          found.append(PeriodPlace(mention: mention, range: SourceRange(file: id, token.range), resolved: resolved))
        }
      }
    }
    return found
  }

  /// Places whose words name no days: 2月30日 alone (`impossibleDate`), or in a year without 29 February.
  func periodProblems(_ kind: PeriodProblem, _ book: BookContext) -> [SourceRange] {
    var found: [SourceRange] = []
    for problem in tree.problems {
      if case .date(let it) = problem.kind, it == kind { found.append(SourceRange(file: id, problem.range)) }
    }
    let isUsual = scope.period.map { WrittenPeriod.usualYears.contains($0.value.start.year) } ?? true
    for place in periodPlaces(book, where: { !isUsual || $0.period.mayBeProblem }) {
      if case .problem(let it) = place.resolved, it == kind { found.append(place.range) }
    }
    return found
  }
}

extension WrittenPeriod {
  /// Years in which everything that can be written about a period without days lies inside the calendar.
  fileprivate static let usualYears = 1000...9000

  /// Whether the words can name something that the calendar does not have, in a plan of a usual year.
  fileprivate var mayBeProblem: Bool {
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
    case .week, .weekOfMonth, .weekNumber, .span: true
    }
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
