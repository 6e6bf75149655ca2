internal import PlanSyntax

/// Along a dimension (§2.5, §2.8, §3.3).
extension CellResolver {
  /// One value of an axis and what it is worth.
  struct AxisChild {
    let value: Int32
    /// The set of exactly the parent's restrictions and this value; `nil` where no fact names it.
    let set: Int?
    let outcome: Outcome
    /// Cells the value was read from; empty where it was summed over time or another axis.
    let cells: [Int]
  }

  struct AcrossAxis {
    let axis: Axis
    let children: [AxisChild]
    let outcome: Outcome
    /// Some value is stated for exactly this period.
    let isStatedHere: Bool
    /// Some child is a sum of entries, which are no split of a target.
    let hasEntries: Bool
  }

  /// The first complete axis, else the narrower entries, else the first partial axis.
  func acrossDimensions(_ spot: Spot) -> Outcome {
    let near = narrowerCells(spot)
    guard !near.isEmpty else { return .absent }
    var partial: Outcome?
    for axis in axes(of: near, beyond: spot.set) {
      let outcome = across(axis, spot, near).outcome
      if outcome.isComplete { return outcome }
      if !outcome.isAbsent, partial == nil { partial = outcome }
    }
    let entries = narrowerEntries(spot, near)
    return entries.isAbsent ? partial ?? .absent : entries
  }

  /// Cells of the same metric and layer, in or around the period, that restrict more than `spot`.
  func narrowerCells(_ spot: Spot) -> [Int] {
    var found: [Int] = []
    for cell in store.cells(spot.owner, spot.base, near: spot.period) {
      let key = store.keys[cell]
      let inside = store.periods.periods[CellKey.period(key)].isBelow(period(spot))
      if inside, !store.flags[cell].isDisjoint(with: .valued),
        store.dimensions.isNarrower(CellKey.set(key), than: spot.set)
      {
        found.append(cell)
      }
    }
    return found
  }

  func axes(of cells: [Int], beyond set: Int) -> [Axis] {
    var found: [Axis] = []
    for cell in cells { store.dimensions.addAxes(of: CellKey.set(store.keys[cell]), beyond: set, to: &found) }
    return found.sorted()
  }

  /// D(cell, axis).
  func across(_ axis: Axis, _ spot: Spot, _ near: [Int]) -> AcrossAxis {
    switch base(spot).kind {
    case .flow, .stock: return across(axis, spot, near, restricted: 1)
    case .ratio, .probability:
      return AcrossAxis(axis: axis, children: [], outcome: .absent, isStatedHere: false, hasEntries: false)
    }
  }

  /// - Parameter restricted: How many axes more than `spot` the children restrict.
  private func across(_ axis: Axis, _ spot: Spot, _ near: [Int], restricted: Int) -> AcrossAxis {
    var valued: [(value: Int32, cell: Int)] = []
    for cell in near {
      guard let value = store.dimensions.value(of: CellKey.set(store.keys[cell]), on: axis) else { continue }
      valued.append((value, cell))
    }
    valued.sort { $0.value != $1.value ? $0.value < $1.value : $0.cell < $1.cell }
    let cells = valued.map(\.cell)
    var sum = CellSum()
    var children: [AxisChild] = []
    var hasEntries = false
    var end = 0
    while end < valued.count {
      let first = end
      while end < valued.count, valued[end].value == valued[first].value { end += 1 }
      let child = axisChild(valued[first].value, cells[first..<end], spot, axis, restricted)
      guard !child.outcome.isAbsent else { continue }
      sum.add(child.outcome)
      children.append(child)
      if child.outcome.way == .narrowerEntries || child.outcome.way == .entries { hasEntries = true }
    }
    if !hasEntries, !isSplit(children, cells, axis) { sum.lack() }
    let isHere = near.contains { CellKey.period(store.keys[$0]) == spot.period }
    return AcrossAxis(
      axis: axis, children: children, outcome: sum.finished(.decomposed(.dimension(axis))), isStatedHere: isHere,
      hasEntries: hasEntries)
  }

  private func axisChild(
    _ value: Int32, _ cells: ArraySlice<Int>, _ spot: Spot, _ axis: Axis, _ restricted: Int
  ) -> AxisChild {
    let count = store.dimensions.count(of: spot.set) + restricted
    func isExact(_ cell: Int) -> Bool { store.dimensions.count(of: CellKey.set(store.keys[cell])) == count }
    func isHere(_ cell: Int) -> Bool { CellKey.period(store.keys[cell]) == spot.period }
    let set = cells.first(where: isExact).map { CellKey.set(store.keys[$0]) }
    if let cell = cells.first(where: { isHere($0) && isExact($0) && store.flags[$0].contains(.statement) }),
      let outcome = declared(cell: cell)
    {
      return AxisChild(value: value, set: set, outcome: outcome, cells: [cell])
    }
    let entries = cells.filter { isHere($0) && !store.flags[$0].contains(.statement) }
    if !entries.isEmpty {
      return AxisChild(value: value, set: set, outcome: sum(ofEntries: entries), cells: entries)
    }
    let overTime = set.map { timeOnly(spot.restricted(to: $0)) } ?? .absent
    if overTime.isComplete { return AxisChild(value: value, set: set, outcome: overTime, cells: []) }
    var partial: Outcome? = overTime.isAbsent ? nil : overTime
    let narrower = cells.filter { isHere($0) && !isExact($0) }
    let used = axes(of: narrower, beyond: spot.set)
    for next in used where !isUsed(next, with: axis, by: restricted, in: narrower, spot) {
      let deeper = across(next, spot, narrower, restricted: restricted + 1).outcome
      if deeper.isComplete { return AxisChild(value: value, set: set, outcome: deeper, cells: []) }
      if !deeper.isAbsent, partial == nil { partial = deeper }
    }
    return AxisChild(value: value, set: set, outcome: partial ?? .absent, cells: [])
  }

  /// An axis on which all cells have the same value has been gone down already.
  private func isUsed(_ next: Axis, with axis: Axis, by restricted: Int, in cells: [Int], _ spot: Spot) -> Bool {
    if next == axis { return true }
    guard restricted > 1 else { return false }
    let values = cells.map { store.dimensions.value(of: CellKey.set(store.keys[$0]), on: next) }
    return values.allSatisfy { $0 == values[0] }
  }

  private func sum(ofEntries cells: [Int]) -> Outcome {
    var sum = CellSum()
    for cell in cells { if let value = declared(cell: cell) { sum.add(value) } }
    return sum.finished(.narrowerEntries)
  }

  /// The sum of all rows of exactly this period that are more narrowly restricted (§3.6).
  func narrowerEntries(_ spot: Spot, _ near: [Int]) -> Outcome {
    switch base(spot).kind {
    case .flow, .stock: break
    case .ratio, .probability: return .absent
    }
    let rows = near.filter {
      CellKey.period(store.keys[$0]) == spot.period && !store.flags[$0].contains(.statement)
    }
    return rows.isEmpty ? .absent : sum(ofEntries: rows)
  }

  /// §2.8.
  private func isSplit(_ children: [AxisChild], _ cells: [Int], _ axis: Axis) -> Bool {
    if store.dimensions.areAll(children.map(\.value), on: axis) { return true }
    guard children.count > 1, let first = cells.first else { return false }
    let file = store.facts[Int(store.inForce[first])].range.file
    return cells.allSatisfy {
      let fact = Int(store.inForce[$0])
      return store.facts[fact].range.file == file && store.facts[fact].carrier != .prose
    }
  }
}

extension Period {
  /// Whether it is `other`, lies in it, or is a week that reaches into it.
  func isBelow(_ other: Period) -> Bool {
    if other.contains(self) { return true }
    return level == .week && (other.level <= .month || other.level == .span) && overlaps(other)
  }
}
