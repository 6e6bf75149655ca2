internal import PlanSyntax

/// What one owner's own plans say, without the organization: declared, else along time, else along dimensions (§3.3, §3.6).
extension CellResolver {
  func own(_ spot: Spot) -> Outcome {
    if let declared = declared(spot) { return declared }
    return ownDecomposed(spot)
  }

  /// As `own`, for a cell that is known to have no value of its own.
  func ownDecomposed(_ spot: Spot) -> Outcome {
    guard isAnythingNear(spot) else { return .absent }
    var partial: Outcome?
    for partition in store.periods.partitions(of: spot.period) {
      let sum = overTime(spot, partition, withDimensions: true)
      if sum.isComplete { return sum }
      if !sum.isAbsent, partial == nil { partial = sum }
    }
    let across = acrossDimensions(spot)
    if across.isComplete { return across }
    return partial ?? across
  }

  /// Declared or summed along time only: what a value of a dimension is worth in a longer period.
  func timeOnly(_ spot: Spot) -> Outcome {
    if let declared = declared(spot) { return declared }
    guard isAnythingNear(spot) else { return .absent }
    var partial: Outcome?
    for partition in store.periods.partitions(of: spot.period) {
      let sum = overTime(spot, partition, withDimensions: false)
      if sum.isComplete { return sum }
      if !sum.isAbsent, partial == nil { partial = sum }
    }
    return partial ?? .absent
  }

  /// D(cell, time) by one partition (§3.2, §3.7).
  func overTime(_ spot: Spot, _ partition: PeriodIndex.Partition, withDimensions: Bool) -> Outcome {
    switch store.bases[spot.base].kind {
    case .flow: return flowOverTime(spot, partition, withDimensions)
    case .stock: return stockOverTime(spot, partition, withDimensions)
    case .ratio, .probability: return .absent
    }
  }

  /// D(cell, time) by one partition where it is complete and can contradict the cell, else `nil`.
  func completeOverTime(_ spot: Spot, _ partition: PeriodIndex.Partition) -> Outcome? {
    let isFlow = store.bases[spot.base].kind == .flow
    let sum =
      isFlow
      ? flowOverTime(spot, partition, true, isWholeWanted: true) : overTime(spot, partition, withDimensions: true)
    return sum.isComplete && !sum.isBlocked ? sum : nil
  }

  /// - Parameter isWholeWanted: The first part that is missing ends the search, and nothing is answered.
  private func flowOverTime(
    _ spot: Spot, _ partition: PeriodIndex.Partition, _ withDimensions: Bool, isWholeWanted: Bool = false
  ) -> Outcome {
    var sum = CellSum()
    for index in partition.parts {
      let part = store.periods.parts[index]
      let child = partValue(spot, part, withDimensions)
      if !child.isAbsent {
        if isWholeWanted, !child.isComplete { return .absent }
        sum.add(child)
      } else if part.isRequired {
        if isWholeWanted { return .absent }
        sum.lack(isBlocked: child.isBlocked || part.id != PeriodIndex.Part.absent && isStatedOtherwise(spot, part))
      }
    }
    return sum.finished(.decomposed(.time(partition.level)))
  }

  /// The value of a part, or the parent's share of a week that reaches over its border.
  func partValue(_ spot: Spot, _ part: PeriodIndex.Part, _ withDimensions: Bool) -> Outcome {
    guard part.id != PeriodIndex.Part.absent else { return .absent }
    let child = spot.at(period: Int(part.id))
    if !part.isWhole { return share(ofWeek: child, in: period(spot)) }
    return withDimensions ? own(child) : timeOnly(child)
  }

  func isStatedOtherwise(_ spot: Spot, _ part: PeriodIndex.Part) -> Bool {
    statedOtherwise(spot.at(period: Int(part.id))) != nil
  }

  private func stockOverTime(
    _ spot: Spot, _ partition: PeriodIndex.Partition, _ withDimensions: Bool
  ) -> Outcome {
    var lacksLater = false
    var isBlocked = false
    for index in partition.parts.reversed() {
      let part = store.periods.parts[index]
      var child = stockPartValue(spot, part, withDimensions)
      if !child.isAbsent {
        if lacksLater { child.completeness = .partial }
        child.isBlocked = child.isBlocked || isBlocked
        child.way = .decomposed(.time(partition.level))
        return child
      }
      guard part.isRequired else { continue }
      lacksLater = true
      if part.id != PeriodIndex.Part.absent, isStatedOtherwise(spot, part) { isBlocked = true }
    }
    return .absent
  }

  /// A stock belongs to the period that holds its last day, so a week that ends after the parent is none of it, and
  /// one that begins before it only with a number for its end.
  func stockPartValue(_ spot: Spot, _ part: PeriodIndex.Part, _ withDimensions: Bool) -> Outcome {
    guard part.id != PeriodIndex.Part.absent, store.periods.periods[Int(part.id)].end <= period(spot).end else {
      return .absent
    }
    let child = spot.at(period: Int(part.id))
    let outcome = withDimensions ? own(child) : timeOnly(child)
    return part.isWhole || outcome.isComplete ? outcome : .absent
  }
}

/// Weeks at a border (§5).
extension CellResolver {
  /// What a week adds to a month that holds only some of its days.
  func share(ofWeek week: Spot, in month: Period) -> Outcome {
    var inside = CellSum()
    var all = CellSum()
    for partition in store.periods.partitions(of: week.period) {
      for (index, day) in zip(partition.parts, store.periods.periods(of: partition, in: week.period)) {
        let part = store.periods.parts[index]
        let child = part.id == PeriodIndex.Part.absent ? nil : declared(week.at(period: Int(part.id)))
        let isInside = month.contains(day)
        if let child {
          all.add(child)
          if isInside { inside.add(child) }
        } else if part.isRequired {
          all.lack()
          if isInside { inside.lack() }
        }
      }
    }
    let way = Way.decomposed(.time(.day))
    guard let whole = declared(week) else { return inside.finished(way) }
    let days = all.finished(way)
    if days.isComplete, days.value == whole.value, inside.isAnyStated {
      var share = inside.finished(way)
      share.isDisputed = share.isDisputed || whole.isDisputed
      return share
    }
    return split(whole, week, in: month)
  }

  private func split(_ whole: Outcome, _ week: Spot, in month: Period) -> Outcome {
    let days = period(week)
    let isLater = days.start < month.start
    let border = isLater ? month.start : month.end.advanced(by: 1)
    let sides = [
      Period(level: .span, start: days.start, end: border.advanced(by: -1)),
      Period(level: .span, start: border, end: days.end),
    ]
    let cell = find(week)
    let precision = cell < 0 ? 0 : Int(store.facts[Int(store.inForce[cell])].precision)
    guard
      let split = WorkdaySplit.split(
        value: whole.value, precision: precision, over: sides, calendar: store.periods.calendar)
    else {
      var absent = Outcome.absent
      absent.isBlocked = true
      return absent
    }
    var share = whole
    share.value = split.shares[isLater ? 1 : 0]
    share.shares = 1
    share.isEstimated = store.periods.calendar.state(of: days) != .official
    share.reach = min(whole.reach, month.end.number)
    return share
  }
}
