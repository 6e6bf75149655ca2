package import PlanSyntax

/// A target that its owner's plans do not break down over time (docs/model.md §6.5).
package struct Undecomposed: Sendable {
  package let address: CellAddress
  package let value: ExactDecimal
  /// The statement in force.
  package let fact: Int
  /// It stands in the owner's own plan for that very period, not only in the breakdown of a longer one.
  package let isInOwnPlan: Bool
  /// Year, half and quarter are core; a month or week is only for those who ask.
  package let parentLevel: PeriodLevel
  /// The levels it could be broken into: quarters; months; ten-days or weeks; days.
  package let levels: [PeriodLevel]
  /// Periods without a number, the largest first named; of a month those of its ten-days.
  package let missing: [Period]
  /// The owner has a plan of the level below (for month and week).
  package let ownerPlansBelow: Bool
}

extension CellResolver {
  /// - Parameter owners: A range, so that owners can be worked on side by side.
  /// - Parameter shortest: Targets of shorter periods are not looked at.
  package func undecomposed(of owners: Range<Int>, downTo shortest: PeriodLevel = .week) -> [Undecomposed] {
    var found: [Undecomposed] = []
    for owner in owners where owner != store.strategyOwner {
      for base in store.bases.indices where store.bases[base].isTarget {
        for cell in store.run(owner, base) where store.flags[cell].contains(.statement) {
          let key = store.keys[cell]
          let level = store.periods.periods[CellKey.period(key)].level
          guard CellKey.set(key) == 0, level <= shortest, level != .tenDay else { continue }
          if let it = undecomposed(spot(ofCell: cell, owner: owner), cell) { found.append(it) }
        }
      }
    }
    return found
  }

  package func undecomposed() -> [Undecomposed] { undecomposed(of: 0..<ownerCount) }

  private func undecomposed(_ spot: Spot, _ cell: Int) -> Undecomposed? {
    let partitions = store.periods.partitions(of: spot.period)
    for partition in partitions {
      let sum = overTime(spot, partition, withDimensions: true)
      if sum.isComplete || sum.isBlocked { return nil }
    }
    guard let first = partitions.first else { return nil }
    let detail = decomposition(spot, .time(shownLevel(spot, first)))
    let missing = detail.missing.filter { $0.reason == .notStated }.map(\.address.period)
    let level = period(spot).level
    let fact = Int(store.inForce[cell])
    let below = partitions.map { $0.level == .half ? .quarter : $0.level }
    return Undecomposed(
      address: address(spot), value: store.values[cell], fact: fact,
      isInOwnPlan: statements(of: cell).contains {
        plans.isOwn(store.facts[$0].range.file, of: OwnerID(spot.owner), for: period(spot))
      },
      parentLevel: level, levels: below, missing: missing.isEmpty ? wholePartition(spot, below) : missing,
      ownerPlansBelow: plans.periods(of: OwnerID(spot.owner)).contains { below.contains($0.level) })
  }

  private func wholePartition(_ spot: Spot, _ levels: [PeriodLevel]) -> [Period] {
    levels.first.map { store.periods.tree.parts(of: period(spot), by: $0) } ?? []
  }
}
