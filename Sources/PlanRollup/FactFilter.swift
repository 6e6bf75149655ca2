package import PlanModel
import PlanSyntax

/// Which facts somebody asked for.
extension ReportOptions {
  package func keeps(_ fact: Fact, in book: PlanBook) -> Bool {
    if !metrics.isEmpty, !(fact.metric.map { metrics.contains($0) } ?? false) { return false }
    if !layers.isEmpty, !layers.contains(fact.layer) { return false }
    if !tiers.isEmpty, !tiers.contains(fact.tier) { return false }
    if !periods.isEmpty, !isWithin(fact.period.known) { return false }
    if !owners.isEmpty, !isBelow(fact.owner, book) { return false }
    let values = book.dimensions[fact.dimensions]
    return dimensions.allSatisfy { values.contains($0) }
  }

  private func isWithin(_ period: Period?) -> Bool {
    guard let period else { return false }
    return periods.contains { $0.contains(period) }
  }

  private func isBelow(_ owner: OwnerID?, _ book: PlanBook) -> Bool {
    guard let owner else { return false }
    return owners.contains { book.context.organization.contains(owner, in: $0) }
  }
}
