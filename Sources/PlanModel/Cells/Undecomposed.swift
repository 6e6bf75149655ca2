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
  /// Periods without a number; of a month those of its ten-days, or its weeks where the owner writes or plans weeks.
  package let missing: [Period]
  /// The owner has a plan of the level below (for month and week).
  package let ownerPlansBelow: Bool
}

extension CellResolver {
  /// - Parameter owners: A range, so that owners can be worked on side by side.
  package func undecomposed(of owners: Range<Int>) -> [Undecomposed] {
    var found: [Undecomposed] = []
    for owner in owners where owner != store.strategyOwner {
      for cell in store.cells(of: owner) where store.flags[cell].contains(.statement) {
        let key = store.keys[cell]
        guard CellKey.set(key) == 0, isTarget(store.bases[CellKey.base(key)]) else { continue }
        let spot = spot(ofCell: cell, owner: owner)
        if period(spot).level >= .tenDay, period(spot).level != .week { continue }
        if let it = undecomposed(spot, cell) { found.append(it) }
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
    let below = partitions.map { $0.level == .half ? .quarter : $0.level }
    let planned = Set(plans.periods(of: OwnerID(spot.owner)).map(\.level)).intersection(below)
    // A split that was begun lacks something; else it is for the level that the owner plans at.
    let begun = partitions.first { !overTime(spot, $0, withDimensions: true).isAbsent }
    guard let shown = begun ?? partitions.first(where: { planned.contains($0.level) }) ?? partitions.first else {
      return nil
    }
    let detail = decomposition(spot, .time(shownLevel(spot, shown)))
    let missing = detail.missing.filter { $0.reason == .notStated }.map(\.address.period)
    let level = period(spot).level
    let fact = Int(store.inForce[cell])
    return Undecomposed(
      address: address(spot), value: store.values[cell], fact: fact,
      isInOwnPlan: statements(of: cell).contains {
        plans.isOwn(store.facts[$0].range.file, of: OwnerID(spot.owner), for: period(spot))
      },
      parentLevel: level, levels: below, missing: missing.isEmpty ? wholePartition(spot, shown.level) : missing,
      ownerPlansBelow: !planned.isEmpty)
  }

  private func wholePartition(_ spot: Spot, _ level: PeriodLevel) -> [Period] {
    store.periods.tree.parts(of: period(spot), by: level == .half ? .quarter : level)
  }
}
