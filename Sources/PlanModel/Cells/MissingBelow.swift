internal import PlanSyntax

/// What a partial sum lacks at any depth, and which parts a period has at a level further down.
extension CellResolver {
  func child(_ spot: Spot, _ outcome: Outcome, share: Period? = nil) -> Decomposition.Child {
    let cell = find(spot)
    return Decomposition.Child(
      address: address(spot), value: outcome.value, way: outcome.way, completeness: outcome.completeness, share: share,
      isDisputed: outcome.isDisputed, isEstimated: outcome.isEstimated, facts: cell < 0 ? [] : facts(behind: cell))
  }

  /// The facts whose value a cell has: the statement in force, or all entries.
  func facts(behind cell: Int) -> [Int] {
    if store.flags[cell].contains(.statement) { return [Int(store.inForce[cell])] }
    guard store.flags[cell].contains(.entries) else { return [] }
    return store.facts(of: cell).map { Int($0) }.filter {
      store.facts[$0].standing == .entry && store.facts[$0].form == .amount
    }
  }

  /// What a child's partial sum lacks, along the way it was found.
  func missing(below spot: Spot, _ outcome: Outcome) -> [Decomposition.Missing] {
    guard outcome.completeness == .partial, case .decomposed(let axis) = outcome.way else { return [] }
    if case .time(let level) = axis {
      let partition = store.periods.partitions(of: spot.period).first { $0.level == level }
      return decomposition(spot, .time(partition.map { shownLevel(spot, $0) } ?? level)).missing
    }
    return decomposition(spot, axis).missing
  }

  /// Workdays of a week inside a month that state nothing.
  func missingDays(of week: Spot, in month: Period, _ outcome: Outcome) -> [Decomposition.Missing] {
    guard outcome.completeness == .partial else { return [] }
    return decomposition(week, .time(.day)).missing.filter { month.contains($0.address.period) }
  }

  /// The parts of a period at a level, each with the cell it is a direct part of.
  ///
  /// Levels between are gone through one by one, so that a week which reaches over the border of a month stands in both.
  func parts(of spot: Spot, at level: PeriodLevel) -> [(days: Period, part: PeriodIndex.Part, parent: Spot)] {
    let partitions = store.periods.partitions(of: spot.period)
    if let direct = partitions.first(where: { $0.level == level }) {
      let periods = store.periods.periods(of: direct, in: spot.period)
      return zip(direct.parts, periods).map { ($1, store.periods.parts[$0], spot) }
    }
    guard let between = partitions.last(where: { $0.level < level }) else { return [] }
    let periods = store.periods.periods(of: between, in: spot.period)
    return zip(between.parts, periods).flatMap { index, days in
      let part = store.periods.parts[index]
      if part.id != PeriodIndex.Part.absent { return parts(of: spot.at(period: Int(part.id)), at: level) }
      return store.periods.tree.pieces(of: days, by: level).map { piece in
        let required = store.periods.calendar.workdays(in: piece.days) > 0
        return (piece.part, PeriodIndex.Part(id: .max, isRequired: required, isWhole: piece.isWhole), spot)
      }
    }
  }
}

extension Period {
  /// The days that both have; `self` where they share none.
  func intersection(with other: Period) -> Period {
    guard overlaps(other) else { return self }
    return Period(level: .span, start: max(start, other.start), end: min(end, other.end))
  }
}
