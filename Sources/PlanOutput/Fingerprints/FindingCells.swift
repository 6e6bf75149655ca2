package import PlanModel
package import PlanSource
import PlanSyntax

/// What findings are about: the cells of the facts that stand where they point.
package struct FindingCells: Sendable {
  private let book: PlanBook

  /// More facts than these tell a place no better.
  private static let mostFacts = 4

  package init(_ book: PlanBook) {
    self.book = book
  }

  /// Owner, metric, period, dimensions, layer and tier of the facts at the finding's place; empty where there are none.
  package func identity(of finding: Diagnostic) -> String {
    let facts = book.store.facts
    let place = finding.range
    var index = facts.partition {
      $0.range.file < place.file || $0.range.file == place.file && $0.range.end <= place.start
    }
    var found: [String] = []
    while index < facts.count, found.count < Self.mostFacts {
      let range = facts[index].range
      guard range.file == place.file, range.start < max(place.end, place.start + 1) else { break }
      found.append(identity(of: facts[index]))
      index += 1
    }
    return found.joined(separator: ";")
  }

  private func identity(of fact: Fact) -> String {
    let span = FactRecord.Span(fact.period, in: book.context.fiscal)
    let dimensions = book.dimensions[fact.dimensions].map { value in
      "\(book.context.settings.dimensions[value.axis].id)=\(value.value)"
    }
    return [
      fact.owner.map { book.context.organization.path(of: $0) } ?? fact.extras?.ownerName ?? "",
      fact.metric.map { book.context.registry[$0].id } ?? fact.extras?.metricName ?? "", span.id ?? "",
      dimensions.joined(separator: ","), fact.layer.name, fact.tier.name,
    ].joined(separator: "/")
  }
}

extension [Fact] {
  /// How many at the front hold, where none behind them does.
  fileprivate func partition(_ holds: (Fact) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
