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
      let cells = store.cells(of: owner)
      var first = cells.lowerBound
      while first < cells.upperBound {
        let base = CellKey.base(store.keys[first])
        var end = first + 1
        while end < cells.upperBound, CellKey.base(store.keys[end]) == base { end += 1 }
        if isTarget(store.bases[base]), store.bases[base].kind == .flow,
          let split = equalSplit(owner, base, first..<end)
        {
          found.append(split)
        }
        first = end
      }
    }
    return found
  }

  package func equalSplits() -> [EqualSplit] { equalSplits(of: 0..<ownerCount) }

  private func equalSplit(_ owner: Int, _ base: Int, _ cells: Range<Int>) -> EqualSplit? {
    for level in [PeriodLevel.quarter, .month, .tenDay, .week] {
      var parts: [(period: Period, fact: Int)] = []
      var value: ExactDecimal?
      var isEqual = true
      for cell in cells where CellKey.set(store.keys[cell]) == 0 && store.flags[cell].contains(.statement) {
        let period = store.periods.periods[CellKey.period(store.keys[cell])]
        guard period.level == level else { continue }
        if let value, value != store.values[cell] { isEqual = false }
        // Siblings follow each other: a gap ends the row.
        if let last = parts.last, last.period.end.advanced(by: 1) != period.start { isEqual = false }
        if !isEqual { break }
        value = store.values[cell]
        parts.append((period, Int(store.inForce[cell])))
      }
      guard isEqual, parts.count >= 3, let value, !value.isZero else { continue }
      return EqualSplit(
        owner: OwnerID(owner), metric: store.bases[base].metric, level: level, value: value, parts: parts)
    }
    return nil
  }
}
