package import PlanSyntax

/// A target that its owner's plans do not break down over time (docs/model.md §6.5).
package struct Undecomposed: Sendable {
  package let address: CellAddress
  package let value: ExactDecimal
  /// The statement in force.
  package let fact: Int
  /// Years, halves and quarters are for everybody; months and weeks for those who ask.
  package let parentLevel: PeriodLevel
  /// Periods without a number; of a month those of its ten-days, or its weeks where the owner writes or plans weeks.
  package let missing: [Period]
}

extension CellResolver {
  /// - Parameters:
  ///   - owners: A range, so that owners can be worked on side by side.
  ///   - everywhere: Whether months and weeks count for everybody; else only in plans of that very month or week, of owners
  ///     who have plans of a level below.
  package func undecomposed(of owners: Range<Int>, everywhere: Bool) -> [Undecomposed] {
    var found: [Undecomposed] = []
    for owner in owners where owner != store.strategyOwner {
      let planned = Set(plans.periods(of: OwnerID(owner)).map(\.level))
      for base in store.bases.indices where store.bases[base].isTarget {
        for cell in store.run(owner, base) where store.flags[cell].contains(.statement) {
          guard CellKey.set(store.keys[cell]) == 0 else { continue }
          let spot = spot(ofCell: cell, owner: owner)
          guard isAsked(spot, cell, planned, everywhere: everywhere) else { continue }
          if let it = undecomposed(spot, cell, planned) { found.append(it) }
        }
      }
    }
    return found
  }

  package func undecomposed() -> [Undecomposed] { undecomposed(of: 0..<ownerCount, everywhere: true) }

  private func isAsked(_ spot: Spot, _ cell: Int, _ planned: Set<PeriodLevel>, everywhere: Bool) -> Bool {
    let period = period(spot)
    guard period.level >= .month else { return true }
    guard period.level == .month || period.level == .week else { return false }
    if everywhere { return true }
    guard PeriodIndex.childLevels(of: period).contains(where: planned.contains) else { return false }
    return statements(of: cell).contains {
      plans.isOwn(store.facts[$0].range.file, of: OwnerID(spot.owner), for: period)
    }
  }

  private func undecomposed(_ spot: Spot, _ cell: Int, _ planned: Set<PeriodLevel>) -> Undecomposed? {
    let partitions = store.periods.partitions(of: spot.period)
    var begun: PeriodIndex.Partition?
    for partition in partitions {
      let sum = overTime(spot, partition, withDimensions: true)
      if sum.isComplete || sum.isBlocked { return nil }
      if begun == nil, !sum.isAbsent { begun = partition }
    }
    // A split that was begun lacks something; else it is for the level that the owner plans at.
    guard let shown = begun ?? partitions.first(where: { planned.contains($0.level) }) ?? partitions.first else {
      return nil
    }
    let missing = decomposition(spot, .time(shownLevel(spot, shown))).missing
      .filter { $0.reason == .notStated }.map(\.address.period)
    return Undecomposed(
      address: address(spot), value: store.values[cell], fact: Int(store.inForce[cell]),
      parentLevel: period(spot).level, missing: missing.isEmpty ? wholePartition(spot, shown.level) : missing)
  }

  private func wholePartition(_ spot: Spot, _ level: PeriodLevel) -> [Period] {
    store.periods.tree.parts(of: period(spot), by: level == .half ? .quarter : level)
  }
}
