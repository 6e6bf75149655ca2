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
    for place in periodPlaces(book) {
      if case .problem(let it) = place.resolved, it == kind { found.append(place.range) }
    }
    return found
  }
}
