import PlanModel
import PlanSource
import PlanSyntax

/// The amounts of money that say no unit: those of one table and metric together, all others each alone.
struct UnitlessNumbers {
  var facts: [Fact]
  let isTable: Bool

  static func groups(_ file: PlanFile, _ book: BookContext) -> [UnitlessNumbers] {
    let all = file.facts
    let unitless = all.indices.filter { if case .unknown = all[$0].unit { true } else { false } }
    let found = unitless.map { all[$0] }.filter { fact in
      guard fact.form == .amount || fact.form == .range, let metric = fact.metric else { return false }
      guard book.registry[metric].unit == .money, fact.carrier != .csv else { return false }
      // In running text a bare number in front of other words counts those.
      return fact.carrier != .list && fact.carrier != .prose
        || fact.layer == .target && !isFollowedByWords(fact, file, book)
    }
    guard !found.isEmpty else { return [] }
    let tables = file.tree.elements.filter { $0.kind == .table }.map(\.phrase.range)
    var groups: [UnitlessNumbers] = []
    var indices: [Key: Int] = [:]
    for fact in found {
      let start = Int(fact.range.start)
      let table = tables.count(upTo: { $0.lowerBound <= start }) - 1
      guard let metric = fact.metric, table >= 0, tables[table].contains(start) else {
        groups.append(UnitlessNumbers(facts: [fact], isTable: false))
        continue
      }
      let key = Key(table: table, metric: metric)
      if let index = indices[key] {
        groups[index].facts.append(fact)
      } else {
        indices[key] = groups.count
        groups.append(UnitlessNumbers(facts: [fact], isTable: true))
      }
    }
    return groups
  }

  private static func isFollowedByWords(_ fact: Fact, _ file: PlanFile, _ book: BookContext) -> Bool {
    let index = file.tree.tokens.count(upTo: { $0.start < fact.range.end })
    guard index < file.tree.tokens.count else { return false }
    let next = file.tree.tokens[index]
    guard Int(next.start) - Int(fact.range.end) < 2 else { return false }
    if next.kind == .text { return true }
    guard next.kind == .word else { return false }
    let word = book.lexicon[next.value]
    return word.tier == nil && word.layer == nil && word.metric == nil
  }

  private struct Key: Hashable {
    let table: Int
    let metric: MetricID
  }
}

extension Array {
  /// How many elements at the beginning fulfil a condition that none fulfils behind the first that does not.
  fileprivate func count(upTo holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
