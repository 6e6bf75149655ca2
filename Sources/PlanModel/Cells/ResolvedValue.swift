internal import PlanSyntax

/// With the organization (§2.4, §2.7, §3.6).
extension CellResolver {
  func resolved(_ spot: Spot, depth: Int) -> Outcome {
    if base(spot).isActual { return actual(spot, depth: depth) }
    if let declared = declared(spot) { return declared }
    let people = children(of: spot.owner).isEmpty ? .absent : overOrganization(spot, depth: depth)
    if people.isComplete { return people }
    let own = ownDecomposed(spot)
    return own.isComplete || people.isAbsent ? own : people
  }

  /// D(cell, organization).
  func overOrganization(_ spot: Spot, depth: Int) -> Outcome {
    var sum = CellSum()
    forEachChild(of: spot, depth: depth) { _, outcome, reason in
      if !outcome.isAbsent { return sum.add(outcome) }
      if let reason { sum.lack(isBlocked: reason == .otherCurrency || reason == .notSummable) }
    }
    return sum.finished(.decomposed(.organization), reachesWithLast: false)
  }

  /// Every child that is there in the period: its value, or why it is missing, or (with an open position) neither.
  ///
  /// Children with a value come first, each group in the order of the organization.
  func forEachChild(
    of spot: Spot, depth: Int, _ body: (Int, Outcome, Decomposition.Missing.Reason?) -> Void
  ) {
    switch base(spot).kind {
    case .flow, .stock: break
    case .ratio, .probability: return
    }
    guard depth < Self.mostLevels else { return }
    var stated = 0
    var silent: [Int] = []
    for child in children(of: spot.owner) where isThere(child, in: period(spot)) {
      let index = Int(child.index)
      let outcome = resolved(spot.of(index), depth: depth + 1)
      if outcome.isAbsent {
        silent.append(index)
      } else {
        stated += 1
        body(index, outcome, nil)
      }
    }
    guard stated > 0 else { return }
    let expected = silent.filter { isExpected($0, in: period(spot)) }
    for index in silent {
      if organization.nodes[index].isOpen {
        body(index, .absent, .openPosition)
      } else if let reason = missing(
        spot.of(index), isExpected: expected.contains(index), stated: stated, of: stated + expected.count)
      {
        body(index, .absent, reason)
      }
    }
  }

  func isThere(_ owner: OwnerID, in period: Period) -> Bool {
    // A whole node is a lot to copy for two days of it.
    let index = Int(owner.index)
    if let from = organization.nodes[index].from, from > period.end { return false }
    if let until = organization.nodes[index].until, until < period.start { return false }
    return true
  }

  /// Whether somebody without a number counts as a sibling at all: no open position, no lead, no unit without people or plan.
  private func isExpected(_ owner: Int, in period: Period) -> Bool {
    if organization.nodes[owner].isOpen || organization.nodes[owner].isLead { return false }
    guard organization.nodes[owner].kind == .unit else { return true }
    if plans.hasPlan(OwnerID(owner), for: period) { return true }
    return organization.descendants(of: OwnerID(owner)).contains {
      organization.nodes[Int($0.index)].kind == .person && organization.nodes[Int($0.index)].isPresent(in: period)
    }
  }

  /// Whether the owner states, for exactly this period, any value of an axis that the cell restricts.
  private func isSplit(_ spot: Spot) -> Bool {
    store.group(spot.owner, spot.base, spot.period).contains { cell in
      !store.dimensions.axes(of: CellKey.set(store.keys[cell]), shared: spot.set).isEmpty
    }
  }

  /// §2.7.
  private func missing(_ spot: Spot, isExpected: Bool, stated: Int, of all: Int) -> Decomposition.Missing.Reason? {
    if let reason = statedOtherwise(spot) { return reason }
    if spot.set != 0, !base(spot).isActual, !isSplit(spot), !resolved(spot.restricted(to: 0), depth: 0).isAbsent {
      return .notSplit
    }
    guard isExpected else { return nil }
    if base(spot).isActual {
      guard let target = base(spot).target else { return nil }
      return resolved(spot.with { $0.base = target }, depth: 0).isAbsent ? nil : .notReported
    }
    if !plans.hasPlan(OwnerID(spot.owner), for: period(spot)) { return .noPlan }
    return spot.set == 0 && 2 * stated > all - 1 ? .noMetric : nil
  }
}
