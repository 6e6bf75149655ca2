package import PlanSyntax

/// Targets of one owner and metric that are the same in every period of a level (docs/model.md §6.7).
package struct EqualSplit: Sendable {
  package let owner: OwnerID
  package let metric: MetricID
  package let level: PeriodLevel
  package let value: ExactDecimal
  /// In calendar order, with the statement in force of each.
  package let parts: [(period: Period, fact: Int)]
}

extension CellResolver {
  package func equalSplits(of owners: Range<Int>) -> [EqualSplit] {
    var found: [EqualSplit] = []
    for owner in owners where owner != store.strategyOwner {
      for base in store.bases.indices where store.bases[base].isTarget && store.bases[base].kind == .flow {
        if let split = equalSplit(owner, base, store.run(owner, base)) { found.append(split) }
      }
    }
    return found
  }

  package func equalSplits() -> [EqualSplit] { equalSplits(of: 0..<ownerCount) }

  private func equalSplit(_ owner: Int, _ base: Int, _ run: Range<Int>) -> EqualSplit? {
    guard run.count >= 3 else { return nil }
    for level in [PeriodLevel.quarter, .month, .tenDay, .week] {
      var cells: [Int] = []
      for cell in run where CellKey.set(store.keys[cell]) == 0 && store.flags[cell].contains(.statement) {
        let period = store.periods.periods[CellKey.period(store.keys[cell])]
        guard period.level == level else { continue }
        // Siblings follow each other: a gap ends the row.
        if let last = cells.last,
          store.values[last] != store.values[cell] || self.period(ofCell: last).end.advanced(by: 1) != period.start
        {
          cells = []
          break
        }
        cells.append(cell)
      }
      guard cells.count >= 3, !store.values[cells[0]].isZero else { continue }
      return EqualSplit(
        owner: OwnerID(owner), metric: store.bases[base].metric, level: level, value: store.values[cells[0]],
        parts: cells.map { (period(ofCell: $0), Int(store.inForce[$0])) })
    }
    return nil
  }

  private func period(ofCell cell: Int) -> Period { store.periods.periods[CellKey.period(store.keys[cell])] }
}
