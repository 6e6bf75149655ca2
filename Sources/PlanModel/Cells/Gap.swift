package import PlanSyntax

/// A target that what it was broken into does not reach, or exceeds, or may not reach because something is missing.
///
/// Unlike a mismatch it may be as planned (a buffer), and every level shows its own.
package struct Gap: Sendable {
  package let address: CellAddress
  package let declared: ExactDecimal
  /// The statement in force.
  package let fact: Int
  package let decomposition: Decomposition
  /// Declared − decomposed: positive when the children fall short.
  package let gap: ExactDecimal
  /// What the children are planned to exceed the target by.
  package let planned: ExactDecimal
}

extension CellResolver {
  /// The gaps of some owners, in the order of owners and cells: along the organization, time, then dimensions.
  package func gaps(of owners: Range<Int>, where isWanted: (CellAddress) -> Bool) -> [Gap] {
    var found: [Gap] = []
    for owner in owners {
      for cell in store.cells(of: owner) where store.bases[CellKey.base(store.keys[cell])].isTarget {
        guard store.flags[cell].contains(.statement) else { continue }
        let spot = spot(ofCell: cell, owner: owner)
        guard isWanted(address(spot)) else { continue }
        found += gaps(of: spot, cell)
      }
    }
    return found
  }

  private func gaps(of spot: Spot, _ cell: Int) -> [Gap] {
    var axes: [(DecompositionAxis, Outcome)] = []
    if !children(of: spot.owner).isEmpty { axes.append((.organization, overOrganization(spot, depth: 0))) }
    for partition in store.periods.partitions(of: spot.period) {
      axes.append((.time(shownLevel(spot, partition)), overTime(spot, partition, withDimensions: true)))
    }
    let group = store.group(spot.owner, spot.base, spot.period)
    for across in axesStatedHere(spot, group) { axes.append((.dimension(across.axis), across.outcome)) }
    let value = store.values[cell]
    return axes.compactMap { axis, sum in
      guard !sum.isAbsent, let gap = value.subtracting(sum.value) else { return nil }
      let percent = buffer(of: spot.owner, in: period(spot), along: axis, base: base(spot))
      // Children that only just reach a target they are planned to exceed are short of the plan.
      if sum.isComplete, percent.isZero, gap.isZero || isTolerated(gap, sum.shares, spot, axis) { return nil }
      let planned = Self.raised(value, by: percent)?.subtracting(value) ?? .zero
      return Gap(
        address: address(spot), declared: value, fact: Int(store.inForce[cell]),
        decomposition: decomposition(spot, axis), gap: gap, planned: planned)
    }
  }
}
