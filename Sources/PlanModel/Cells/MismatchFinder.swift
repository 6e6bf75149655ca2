package import PlanSyntax

extension CellResolver {
  /// Everything that contradicts its children, one finding a cause, in the order of owners and cells.
  ///
  /// `mismatchCandidates` of disjoint ranges of owners can be found side by side; their concatenation in the order of the owners
  /// goes to `oneForEachCause`.
  package func mismatches() -> [Mismatch] { oneForEachCause(mismatchCandidates(of: 0..<ownerCount)) }

  /// Owners to look at, the strategy above the roots among them.
  package var ownerCount: Int { store.ownerCount }

  /// All owners in ranges with about as many cells each, enough of them to keep every core busy.
  package var ownerRanges: [Range<Int>] { OwnerRanges.of(store.ownerStarts, atLeast: 64) }

  package func mismatchCandidates(of owners: Range<Int>) -> [MismatchCandidate] {
    var found: [MismatchCandidate] = []
    for owner in owners {
      let isUnit = !children(of: owner).isEmpty
      for base in store.bases.indices where store.bases[base].isTarget {
        let run = store.run(owner, base)
        var first = run.lowerBound
        while first < run.upperBound {
          let group = group(from: first, in: run)
          for cell in group.cells where store.flags[cell].contains(.statement) {
            check(cell, of: owner, isUnit, group, &found)
          }
          first = group.cells.upperBound
        }
      }
      for spot in undeclared(owner, isUnit) { compare(spot, isUnit, &found) }
    }
    return found
  }

  func spot(ofCell cell: Int, owner: Int) -> Spot {
    let key = store.keys[cell]
    return Spot(owner: owner, base: CellKey.base(key), period: CellKey.period(key), set: CellKey.set(key))
  }

  /// The cells of one owner, base and period.
  private struct Group {
    let cells: Range<Int>
    /// The most axes that any of them restricts.
    let deepest: Int
    /// Something is stated for a shorter period in it.
    let isAnythingBelow: Bool
  }

  private func group(from first: Int, in run: Range<Int>) -> Group {
    let id = CellKey.period(store.keys[first])
    var end = first
    var deepest = 0
    while end < run.upperBound, CellKey.period(store.keys[end]) == id {
      deepest = max(deepest, store.dimensions.count(of: CellKey.set(store.keys[end])))
      end += 1
    }
    // Shorter periods follow the longer ones that begin on the same day; only weeks reach in from before, and a span may be
    // a whole period of another level.
    var isBelow = end < run.upperBound && CellKey.period(store.keys[end]) < Int(store.periods.scanHigh[id])
    var before = first
    while !isBelow, before > run.lowerBound, CellKey.period(store.keys[before - 1]) >= Int(store.periods.scanLow[id]) {
      before -= 1
      isBelow = store.periods.periods[CellKey.period(store.keys[before])].isBelow(store.periods.periods[id])
    }
    return Group(cells: first..<end, deepest: deepest, isAnythingBelow: isBelow)
  }

  private func check(
    _ cell: Int, of owner: Int, _ isUnit: Bool, _ group: Group, _ found: inout [MismatchCandidate]
  ) {
    let isSplit = store.dimensions.count(of: CellKey.set(store.keys[cell])) < group.deepest
    guard isUnit || isSplit || group.isAnythingBelow else { return }
    let spot = spot(ofCell: cell, owner: owner)
    if group.isAnythingBelow {
      for partition in store.periods.partitions(of: spot.period) {
        guard let sum = completeOverTime(spot, partition) else { continue }
        add(spot, cell, .time(partition.level), sum, &found)
      }
    }
    if isUnit {
      let sum = overOrganization(spot, depth: 0)
      if !sum.isAbsent, !sum.isBlocked { add(spot, cell, .organization, sum, &found) }
    }
    guard isSplit else { return }
    for across in axesStatedHere(spot, group.cells) where !across.outcome.isBlocked {
      let sum = across.outcome
      guard sum.isComplete || sum.completeness == .partial && store.values[cell] < sum.value else { continue }
      add(spot, cell, .dimension(across.axis), sum, &found)
    }
  }

  /// Axes along which a split is stated for exactly this period, as targets and not as a list of customers.
  ///
  /// - Parameter group: The cells of the spot's owner, base and period.
  func axesStatedHere(_ spot: Spot, _ group: Range<Int>) -> [AcrossAxis] {
    // Sets are numbered as they are met, so a narrower one may stand before the cell.
    let isSplit = group.contains {
      store.dimensions.isNarrower(CellKey.set(store.keys[$0]), than: spot.set)
    }
    guard isSplit else { return [] }
    let near = narrowerCells(spot)
    return axes(of: near.filter { CellKey.period(store.keys[$0]) == spot.period }, beyond: spot.set)
      .map { across($0, spot, near) }
      .filter { $0.isStatedHere && !$0.hasEntries && !$0.outcome.isAbsent }
  }

  /// §6.2: a position to be filled may bring the rest, and a split that not everybody states may hide it.
  private func mayFallShort(_ spot: Spot, _ sum: Outcome) -> Bool {
    if spot.set != 0, sum.completeness == .partial { return true }
    guard spot.owner != store.strategyOwner else { return false }
    return organization.descendants(of: OwnerID(spot.owner)).contains {
      organization.nodes[Int($0.index)].isOpen && isThere($0, in: period(spot))
    }
  }

  private func add(
    _ spot: Spot, _ cell: Int, _ axis: DecompositionAxis, _ sum: Outcome, _ found: inout [MismatchCandidate]
  ) {
    let buffer = buffer(of: spot.owner, in: period(spot), along: axis, base: base(spot))
    let value = store.values[cell]
    if buffer.isZero, sum.value == value { return }
    guard let expected = Self.raised(value, by: buffer), let difference = sum.value.subtracting(expected) else {
      return
    }
    if axis == .organization, difference.isNegative, mayFallShort(spot, sum) { return }
    if isTolerated(difference, sum.shares + (buffer.isZero ? 0 : 1), spot, axis) { return }
    let fact = Int(store.inForce[cell])
    found.append(
      MismatchCandidate(
        spot: spot, axis: axis, whole: .declared(value: value, fact: fact), buffer: buffer, expected: expected,
        sum: sum.value, difference: difference))
  }

  /// What the members of a unit are planned to reach where the whole is `value`; `nil` where that leaves the range.
  package func padded(_ value: ExactDecimal, _ address: CellAddress) -> ExactDecimal? {
    guard let spot = spot(address) else { return value }
    return Self.raised(value, by: buffer(of: spot.owner, in: address.period, along: .organization, base: base(spot)))
  }

  /// Declared × (1 + percent / 100).
  static func raised(_ value: ExactDecimal, by percent: ExactDecimal) -> ExactDecimal? {
    if percent.isZero { return value }
    guard let added = value.multiplied(by: percent)?.scaled(byPowerOfTen: -2) else { return nil }
    return value.adding(added)
  }

  /// §6.3: less than one unit of the finest digit written for each rounded number in the sum.
  func isTolerated(_ difference: ExactDecimal, _ rounded: Int, _ spot: Spot, _ axis: DecompositionAxis) -> Bool {
    if difference.isZero { return true }
    guard rounded > 0 else { return false }
    var finest = Int8.max
    let cell = find(spot)
    var facts = decomposition(spot, axis).children.flatMap(\.facts)
    if cell >= 0 { facts += self.facts(behind: cell) }
    for fact in facts { finest = min(finest, store.facts[fact].precision) }
    let unit = ExactDecimal(rounded).scaled(byPowerOfTen: finest == Int8.max ? 0 : Int(finest))
    return unit.map { difference.magnitude < $0 } ?? false
  }
}

/// Cells with nothing declared (§6.2, last sentence).
extension CellResolver {
  /// Cells without a target that can have two decompositions: above what is stated in time, or whole where a split is stated.
  private func undeclared(_ owner: Int, _ isUnit: Bool) -> [Spot] {
    var spots: [Spot] = []
    var keys: [UInt64] = []
    for base in store.bases.indices where store.bases[base].isTarget {
      addKeys(above: store.run(owner, base), owner, base, isUnit, &keys)
      keys.sort()
      var last: UInt64?
      for key in keys where key != last {
        last = key
        let spot = Spot(owner: owner, base: base, period: CellKey.period(key), set: CellKey.set(key))
        if declared(spot) == nil { spots.append(spot) }
      }
      keys.removeAll(keepingCapacity: true)
    }
    return spots
  }

  /// Of one base, the keys of cells above its cells; some come several times.
  private func addKeys(above run: Range<Int>, _ owner: Int, _ base: Int, _ isUnit: Bool, _ keys: inout [UInt64]) {
    let deepest = run.reduce(0) { max($0, store.dimensions.count(of: CellKey.set(store.keys[$1]))) }
    for cell in run where store.flags[cell].contains(.statement) {
      let (period, set) = (CellKey.period(store.keys[cell]), CellKey.set(store.keys[cell]))
      if set != 0, store.find(owner, base, period, 0) < 0 { keys.append(CellKey.pack(base, period, 0)) }
      // A person's plan has a second decomposition only in a month, which has two partitions, or where a split is stated.
      let mayBeSplit = store.dimensions.count(of: set) < deepest
      let months = store.periods.monthsAbove(period)
      for index in isUnit || mayBeSplit ? store.periods.rangeAbove(period) : months {
        let above = Int(store.periods.above[index])
        if isUnit || months.contains(index) || !store.group(owner, base, above).isEmpty {
          // Neighbours are in the same periods.
          let key = CellKey.pack(base, above, set)
          if keys.last != key { keys.append(key) }
        }
      }
    }
  }

  private func compare(_ spot: Spot, _ isUnit: Bool, _ found: inout [MismatchCandidate]) {
    var complete: [(axis: DecompositionAxis, sum: Outcome)] = []
    if isUnit {
      let sum = overOrganization(spot, depth: 0)
      if sum.isComplete, !sum.isBlocked { complete.append((.organization, sum)) }
    }
    for partition in store.periods.partitions(of: spot.period) {
      if let sum = completeOverTime(spot, partition) { complete.append((.time(partition.level), sum)) }
    }
    let group = store.group(spot.owner, spot.base, spot.period)
    for across in axesStatedHere(spot, group) where across.outcome.isComplete && !across.outcome.isBlocked {
      complete.append((.dimension(across.axis), across.outcome))
    }
    guard let first = complete.first else { return }
    for other in complete.dropFirst() {
      let buffer = buffer(of: spot.owner, in: period(spot), along: first.axis, base: base(spot))
      // Members who are planned to exceed the whole do so where it is only the sum of its parts, too.
      if let padded = Self.raised(other.sum.value, by: buffer), padded == first.sum.value { continue }
      guard let difference = other.sum.value.subtracting(first.sum.value), !difference.isZero,
        !isTolerated(difference, first.sum.shares + other.sum.shares, spot, other.axis)
      else { continue }
      if first.axis == .organization, !difference.isNegative, mayFallShort(spot, first.sum) { continue }
      found.append(
        MismatchCandidate(
          spot: spot, axis: other.axis, whole: .decomposed(first.axis, sum: first.sum.value), buffer: .zero,
          expected: first.sum.value, sum: other.sum.value, difference: difference))
    }
  }
}

/// A mismatch before it is known which of several share a cause.
package struct MismatchCandidate: Sendable {
  let spot: CellResolver.Spot
  let axis: DecompositionAxis
  let whole: Mismatch.Whole
  let buffer: ExactDecimal
  let expected: ExactDecimal
  let sum: ExactDecimal
  let difference: ExactDecimal
}
