package import PlanSyntax

/// What a file promises of one metric in one currency for one owner: enough to see where currencies meet and what has no parent.
package struct MoneyTargets: Sendable {
  package let owner: OwnerID?
  package let metric: MetricID
  package let currency: Currency
  /// A bit for the level of every period, `1 << PeriodLevel.rawValue`.
  package private(set) var levels: UInt8

  static func read(_ facts: [Fact]) -> [MoneyTargets] {
    var found: [MoneyTargets] = []
    for index in facts.indices {
      guard facts[index].layer == .target, case .money(let currency) = facts[index].unit, facts[index].isPromise,
        let metric = facts[index].metric
      else { continue }
      var level: UInt8 = 0
      if case .known(let period) = facts[index].period { level = 1 << period.level.rawValue }
      let owner = facts[index].owner
      if let known = found.firstIndex(where: { $0.metric == metric && $0.owner == owner && $0.currency == currency }) {
        found[known].levels |= level
      } else if found.count < limit {
        found.append(MoneyTargets(owner: owner, metric: metric, currency: currency, levels: level))
      }
    }
    return found
  }

  /// Files with more than this promise for so many that looking for each would take long.
  private static let limit = 512
}

extension Fact {
  /// Whether a target is a plain statement of the tier that rolls up, and not the aim of an action.
  package var isPromise: Bool {
    tier == .target && form == .amount && standing == .statement && carrier != .actionItem && carrier != .csv
  }
}
