internal import PlanSyntax

/// Actuals (§4).
extension CellResolver {
  func actual(_ spot: Spot, depth: Int) -> Outcome {
    var stated = declared(spot)
    let isToDate = stated != nil && store.flags[find(spot)].contains(.toDate)
    if let stated, !isToDate { return stated }
    if let reach = stated?.reach, reach < period(spot).end.number { stated?.completeness = .partial }
    guard base(spot).kind == .flow || base(spot).kind == .stock else { return stated ?? .absent }
    let overTime = actualOverTime(spot, depth: depth)
    var found = overTime?.outcome ?? .absent
    if found.isAbsent, !children(of: spot.owner).isEmpty { found = overOrganization(spot, depth: depth) }
    if found.isAbsent, isAnythingNear(spot) { found = acrossDimensions(spot) }
    guard let stated else { return found }
    guard !found.isAbsent, found.reach > stated.reach else { return stated }
    return overTime.flatMap { later(than: stated, $0, spot) } ?? found
  }

  /// Sub-period by sub-period (§4.2), by the partition that says most.
  struct ActualParts {
    let level: PeriodLevel
    var parts: [(period: Period, isRequired: Bool, outcome: Outcome)] = []
    var outcome = Outcome.absent
  }

  func actualOverTime(_ spot: Spot, depth: Int) -> ActualParts? {
    var best: ActualParts?
    for partition in store.periods.partitions(of: spot.period) where isAnyOwn(in: partition, spot) {
      let parts = actualParts(spot, partition, depth: depth)
      if parts.outcome.isComplete { return parts }
      guard !parts.outcome.isAbsent else { continue }
      if best.map({ $0.outcome.reach < parts.outcome.reach }) ?? true { best = parts }
    }
    return best
  }

  private func actualParts(_ spot: Spot, _ partition: PeriodIndex.Partition, depth: Int) -> ActualParts {
    var result = ActualParts(level: partition.level)
    let periods = store.periods.periods(of: partition, in: spot.period)
    for (index, days) in zip(partition.parts, periods) {
      let part = store.periods.parts[index]
      var outcome = Outcome.absent
      if part.id != PeriodIndex.Part.absent {
        let child = spot.at(period: Int(part.id))
        if part.isWhole {
          outcome = actual(child, depth: depth)
        } else if base(spot).kind == .flow {
          outcome = actualShare(ofWeek: child, in: period(spot), depth: depth)
        } else if days.end <= period(spot).end {
          let last = actual(child, depth: depth)
          outcome = last.isComplete ? last : .absent
        }
      }
      result.parts.append((days, part.isRequired, outcome))
    }
    let way = Way.decomposed(.time(partition.level))
    result.outcome = base(spot).kind == .stock ? Self.last(of: result, way) : Self.sum(of: result, way)
    return result
  }

  private static func sum(of parts: ActualParts, _ way: Way) -> Outcome {
    var sum = CellSum()
    for part in parts.parts {
      if !part.outcome.isAbsent { sum.add(part.outcome) } else if part.isRequired { sum.lack() }
    }
    return sum.finished(way)
  }

  private static func last(of parts: ActualParts, _ way: Way) -> Outcome {
    var lacksLater = false
    for part in parts.parts.reversed() {
      if !part.outcome.isAbsent {
        var outcome = part.outcome
        outcome.way = way
        if lacksLater { outcome.completeness = .partial }
        return outcome
      }
      if part.isRequired { lacksLater = true }
    }
    return .absent
  }

  private func actualShare(ofWeek week: Spot, in month: Period, depth: Int) -> Outcome {
    if let whole = declared(week) {
      var share = share(ofWeek: week, in: month)
      if whole.reach < period(week).end.number, !share.isAbsent { share.completeness = .partial }
      return share
    }
    var sum = CellSum()
    for partition in store.periods.partitions(of: week.period) {
      for (index, day) in zip(partition.parts, store.periods.periods(of: partition, in: week.period)) {
        guard month.contains(day) else { continue }
        let part = store.periods.parts[index]
        let child = part.id == PeriodIndex.Part.absent ? .absent : actual(week.at(period: Int(part.id)), depth: depth)
        if !child.isAbsent { sum.add(child) } else if part.isRequired { sum.lack() }
      }
    }
    return sum.finished(.decomposed(.time(.day)))
  }

  /// Whether the owner states an actual of its own for some part of this partition, at any depth.
  private func isAnyOwn(in partition: PeriodIndex.Partition, _ spot: Spot) -> Bool {
    store.cells(spot.owner, spot.base, near: spot.period).contains { cell in
      let key = store.keys[cell]
      let inside = store.periods.periods[CellKey.period(key)]
      guard CellKey.set(key) == spot.set, CellKey.period(key) != spot.period, inside.level != .span,
        !store.flags[cell].isDisjoint(with: .valued), inside.overlaps(period(spot))
      else { return false }
      switch partition.level {
      case .tenDay: return inside.level == .tenDay || inside.level == .day
      case .week: return inside.level == .week || inside.level == .day
      default: return inside.level >= partition.level
      }
    }
  }

  /// §4.6: the statement to date for the parts it covers, and what came after.
  private func later(than stated: Outcome, _ found: ActualParts, _ spot: Spot) -> Outcome? {
    guard base(spot).kind == .flow else { return nil }
    let covered = found.parts.filter { $0.period.end.number <= stated.reach }
    let straddles = found.parts.contains {
      $0.period.start.number <= stated.reach && stated.reach < $0.period.end.number && !$0.outcome.isAbsent
    }
    guard !straddles, covered.contains(where: { $0.isRequired && !$0.outcome.isComplete }) else { return nil }
    var sum = CellSum()
    var base = stated
    base.completeness = .complete
    sum.add(base)
    for part in found.parts where part.period.end.number > stated.reach {
      if !part.outcome.isAbsent { sum.add(part.outcome) } else if part.isRequired { sum.lack() }
    }
    return sum.finished(.toDateAndLater)
  }
}
