import PlanSyntax

/// Decompositions with their children, for everything that names them.
extension CellResolver {
  /// A cell's children along one axis; `nil` where nothing is stated along it.
  package func decomposition(of address: CellAddress, along axis: DecompositionAxis) -> Decomposition? {
    guard let spot = spot(address) else { return nil }
    let found = decomposition(spot, axis)
    return found.completeness == .absent && found.missing.isEmpty && !found.isBlocked ? nil : found
  }

  /// The partitions of a cell's period in which something is stated, coarsest level first.
  package func decompositionsOverTime(of address: CellAddress) -> [Decomposition] {
    guard let spot = spot(address) else { return [] }
    return store.periods.partitions(of: spot.period)
      .map { decomposition(spot, .time(shownLevel(spot, $0))) }
      .filter { $0.completeness != .absent }
  }

  /// All axes along which something is stated: organization, time (coarsest level first), dimensions.
  func decompositions(_ spot: Spot) -> [Decomposition] {
    var found: [Decomposition] = []
    if !children(of: spot.owner).isEmpty { found.append(decomposition(spot, .organization)) }
    for partition in store.periods.partitions(of: spot.period) {
      found.append(decomposition(spot, .time(shownLevel(spot, partition))))
    }
    let near = narrowerCells(spot)
    for axis in axes(of: near, beyond: spot.set) { found.append(decomposition(spot, .dimension(axis))) }
    return found.filter { $0.completeness != .absent || $0.isBlocked }
  }

  /// Halves that nobody states are no level to show: their quarters are.
  func shownLevel(_ spot: Spot, _ partition: PeriodIndex.Partition) -> PeriodLevel {
    guard partition.level == .half else { return partition.level }
    let isStated = partition.parts.contains { index in
      let part = store.periods.parts[index]
      return part.id != PeriodIndex.Part.absent && declared(spot.at(period: Int(part.id))) != nil
    }
    return isStated ? .half : .quarter
  }

  func decomposition(_ spot: Spot, _ axis: DecompositionAxis) -> Decomposition {
    switch axis {
    case .organization: overOrganizationInDetail(spot)
    case .time(let level): overTimeInDetail(spot, level)
    case .dimension(let axis): acrossInDetail(spot, axis)
    }
  }

  private func overOrganizationInDetail(_ spot: Spot) -> Decomposition {
    var building = Building(axis: .organization)
    forEachChild(of: spot, depth: 0) { owner, outcome, reason in
      let child = spot.of(owner)
      if reason == .openPosition { return building.lackOpenPosition(OwnerID(owner)) }
      if let reason { return building.lack(address(child), reason) }
      guard outcome.completeness == .partial, outcome.way == .decomposed(.organization) else {
        return building.add(self.child(child, outcome), outcome, missing: missing(below: child, outcome))
      }
      let below = decomposition(child, .organization)
      building.add(self.child(child, outcome), outcome, missing: below.missing)
      building.open += below.open
    }
    return building.finished(isOverTime: false)
  }

  private func overTimeInDetail(_ spot: Spot, _ level: PeriodLevel) -> Decomposition {
    switch base(spot).kind {
    case .flow: break
    case .stock: return stockInDetail(spot, level)
    case .ratio, .probability: return Building(axis: .time(level)).finished(isOverTime: true)
    }
    var building = Building(axis: .time(level))
    for (days, part, parent) in parts(of: spot, at: level) {
      let outcome = partOutcome(parent, part)
      if outcome.isAbsent {
        if part.isRequired { lack(days, part, parent, in: &building) }
        continue
      }
      let child = parent.at(period: Int(part.id))
      let share = part.isWhole ? nil : days.intersection(with: period(parent))
      building.add(
        self.child(child, outcome, share: share), outcome,
        missing: part.isWhole ? missing(below: child, outcome) : missingDays(of: child, in: period(parent), outcome))
    }
    return building.finished(isOverTime: true)
  }

  private func stockInDetail(_ spot: Spot, _ level: PeriodLevel) -> Decomposition {
    var building = Building(axis: .time(level))
    for (days, part, parent) in parts(of: spot, at: level).reversed() {
      let isInside = part.isWhole || days.end <= period(parent).end
      let outcome = isInside ? partOutcome(parent, part, isStock: true) : .absent
      if !outcome.isAbsent {
        let child = parent.at(period: Int(part.id))
        building.add(self.child(child, outcome), outcome, missing: missing(below: child, outcome))
        break
      }
      if part.isRequired { lack(days, part, parent, in: &building) }
    }
    // Looked for from the last part backwards, told in calendar order.
    building.missing.sort { Period.inCalendarOrder($0.address.period, $1.address.period) }
    let isStated = !building.children.isEmpty
    return (isStated ? building : Building(axis: .time(level))).finished(isOverTime: true)
  }

  /// §2.6: of a half its quarters are missing.
  private func lack(_ days: Period, _ part: PeriodIndex.Part, _ parent: Spot, in building: inout Building) {
    let names = days.level == .half ? store.periods.tree.parts(of: days, by: .quarter) : [days]
    for name in names { building.lack(address(parent, period: name), reason(parent, part)) }
  }

  private func partOutcome(_ parent: Spot, _ part: PeriodIndex.Part, isStock: Bool = false) -> Outcome {
    guard part.id != PeriodIndex.Part.absent else { return .absent }
    let child = parent.at(period: Int(part.id))
    if base(parent).isActual, part.isWhole { return actual(child, depth: 0) }
    if isStock {
      let last = base(parent).isActual ? actual(child, depth: 0) : own(child)
      return part.isWhole || last.isComplete ? last : .absent
    }
    return partValue(parent, part, true)
  }

  private func reason(_ parent: Spot, _ part: PeriodIndex.Part) -> Decomposition.Missing.Reason {
    let isActual = base(parent).isActual
    guard part.id != PeriodIndex.Part.absent else { return isActual ? .notReported : .notStated }
    return statedOtherwise(parent.at(period: Int(part.id))) ?? (isActual ? .notReported : .notStated)
  }

  private func acrossInDetail(_ spot: Spot, _ axis: Axis) -> Decomposition {
    let across = across(axis, spot, narrowerCells(spot))
    var building = Building(axis: .dimension(axis))
    for found in across.children {
      let child = found.set.map { spot.restricted(to: $0) } ?? spot
      var shown = self.child(child, found.outcome)
      shown = Decomposition.Child(
        address: shown.address, value: shown.value, way: shown.way, completeness: shown.completeness, share: nil,
        isDisputed: shown.isDisputed, isEstimated: shown.isEstimated,
        facts: found.cells.flatMap { self.facts(behind: $0) })
      building.add(shown, found.outcome, missing: [])
    }
    return building.finished(isOverTime: true, completeness: across.outcome.completeness)
  }
}

/// Children and what is missing among them, under construction.
private struct Building {
  let axis: DecompositionAxis
  var children: [Decomposition.Child] = []
  var missing: [Decomposition.Missing] = []
  var open: [OwnerID] = []
  private var sum = CellSum()
  private var isBlocked = false
  private var shares = 0

  init(axis: DecompositionAxis) { self.axis = axis }

  mutating func add(_ child: Decomposition.Child, _ outcome: CellResolver.Outcome, missing: [Decomposition.Missing]) {
    children.append(child)
    sum.add(outcome)
    self.missing += missing
    shares += outcome.shares
    isBlocked = isBlocked || outcome.isBlocked
  }

  mutating func lack(_ address: CellAddress, _ reason: Decomposition.Missing.Reason) {
    let blocks = reason == .notSummable || reason == .otherCurrency
    sum.lack(isBlocked: blocks)
    isBlocked = isBlocked || blocks
    missing.append(Decomposition.Missing(address: address, reason: reason))
  }

  mutating func lackOpenPosition(_ owner: OwnerID) {
    sum.lack()
    open.append(owner)
  }

  func finished(isOverTime: Bool, completeness: Completeness? = nil) -> Decomposition {
    let outcome = sum.finished(.decomposed(axis), reachesWithLast: isOverTime)
    return Decomposition(
      axis: axis, completeness: outcome.isAbsent ? .absent : completeness ?? outcome.completeness,
      sum: outcome.isAbsent ? nil : outcome.value, children: children, missing: missing, open: open,
      isBlocked: isBlocked || outcome.isBlocked, isEstimated: outcome.isEstimated, shareCount: shares)
  }
}
