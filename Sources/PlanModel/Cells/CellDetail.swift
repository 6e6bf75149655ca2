package import PlanSyntax

/// Whole cells, with everything that speaks for their value: for reports and explanations.
extension CellResolver {
  /// A cell; one that nobody wrote about is empty.
  package func cell(_ address: CellAddress) -> Cell {
    guard let spot = spot(address) else { return Cell(address: address, ratio: ratio(address)) }
    let cell = find(spot)
    let facts = cell < 0 ? [] : store.facts(of: cell).map { Int($0) }
    let summable = facts.filter { base(spot).isSummable && store.facts[$0].form == .amount }
    let hasStatement = cell >= 0 && store.flags[cell].contains(.statement)
    let inForce = hasStatement ? Int(store.inForce[cell]) : nil
    let statements = summable.filter { store.facts[$0].standing == .statement }
    let entries = summable.filter { store.facts[$0].standing == .entry }
    var entrySum: ExactDecimal? = entries.isEmpty ? nil : .zero
    for entry in entries { entrySum = entrySum?.adding(store.facts[entry].value) }
    let outcome = resolved(spot, depth: 0)
    return Cell(
      address: address, declared: inForce.map { store.facts[$0].value }, inForce: inForce,
      differing: inForce.map { differing(from: $0, among: statements) } ?? [],
      statements: (inForce.map { [$0] } ?? []) + statements.filter { $0 != inForce }, entries: entries,
      entrySum: entrySum, setAside: facts.filter { !summable.contains($0) }, decompositions: decompositions(spot),
      resolved: outcome.isAbsent ? nil : Cell.Resolved(outcome, isActual: base(spot).isActual),
      ratio: outcome.isAbsent ? ratio(address) : nil)
  }

  /// What a report shows for a cell; `nil` where nothing is known.
  package func resolve(_ address: CellAddress) -> Cell.Resolved? {
    guard let spot = spot(address) else { return nil }
    let outcome = resolved(spot, depth: 0)
    return outcome.isAbsent ? nil : Cell.Resolved(outcome, isActual: base(spot).isActual)
  }

  /// The value of a cell's statement in force; `nil` where there is none.
  package func declaredValue(_ address: CellAddress) -> (value: ExactDecimal, fact: Int, isDisputed: Bool)? {
    guard let spot = spot(address) else { return nil }
    let cell = find(spot)
    guard cell >= 0, store.flags[cell].contains(.statement) else { return nil }
    return (store.values[cell], Int(store.inForce[cell]), store.flags[cell].contains(.disputed))
  }

  /// The parts of a ratio that nobody declared (§3.8); `nil` where a part is unknown.
  package func ratio(_ address: CellAddress) -> Cell.Ratio? {
    guard case .ratio(let parts?) = metrics[address.metric].kind else { return nil }
    func part(_ metric: MetricID) -> (CellAddress, Cell.Resolved)? {
      var found: (CellAddress, Cell.Resolved)?
      for unit in units(of: metric, layer: address.layer, tier: address.tier) {
        var part = address
        part.metric = metric
        part.unit = unit
        guard let value = resolve(part) else { continue }
        // A ratio over several currencies is none.
        if found != nil { return nil }
        found = (part, value)
      }
      return found
    }
    guard let numerator = part(parts.numerator), let denominator = part(parts.denominator) else { return nil }
    guard numerator.0.unit == denominator.0.unit || numerator.0.unit == .plain || denominator.0.unit == .plain else {
      return nil
    }
    return Cell.Ratio(
      numerator: numerator.1, denominator: denominator.1, numeratorAddress: numerator.0,
      denominatorAddress: denominator.0)
  }

  /// The units in which a metric is stated on a layer and tier, currencies in the order of their codes.
  package func units(of metric: MetricID, layer: Layer, tier: Tier = .target) -> [CellUnit] {
    store.bases.filter { $0.metric == metric && $0.layer == layer && $0.tier == tier && $0.isSummable }.map(\.unit)
  }

  /// Every metric that is stated on a layer, in the order of the registry.
  package func metrics(on layer: Layer, tier: Tier = .target) -> [MetricID] {
    var found: [MetricID] = []
    for base in store.bases where base.layer == layer && base.tier == tier && found.last != base.metric {
      found.append(base.metric)
    }
    return found
  }

  func spot(_ address: CellAddress) -> Spot? {
    let owner = Int(address.owner.index)
    guard owner >= 0, owner < store.ownerCount, let period = store.periods.id(of: address.period),
      address.dimensions.index < store.dimensions.table.count,
      let base = store.bases.firstIndex(where: {
        $0.metric == address.metric && $0.layer == address.layer && $0.tier == address.tier && $0.unit == address.unit
      })
    else { return nil }
    return Spot(owner: owner, base: base, period: Int(period), set: Int(address.dimensions.index))
  }

  func address(_ spot: Spot) -> CellAddress { address(spot, period: period(spot)) }

  func address(_ spot: Spot, period: Period) -> CellAddress {
    let base = base(spot)
    return CellAddress(
      owner: OwnerID(spot.owner), metric: base.metric, period: period,
      dimensions: DimensionSet(index: UInt32(spot.set)), layer: base.layer, tier: base.tier, unit: base.unit)
  }

  /// Statements of another value than the one in force, one a value and file; of actuals to date only those of the same day.
  func differing(from inForce: Int, among statements: [Int]) -> [Int] {
    let winner = store.facts[inForce]
    var found: [Int] = []
    for index in statements where store.facts[index].value != winner.value {
      let fact = store.facts[index]
      guard fact.isToDate == winner.isToDate, fact.extras?.toDate == winner.extras?.toDate else { continue }
      let isKnown = found.contains {
        store.facts[$0].value == fact.value && store.facts[$0].range.file == fact.range.file
      }
      if !isKnown { found.append(index) }
    }
    return found
  }
}

extension Cell.Resolved {
  init(_ outcome: CellResolver.Outcome, isActual: Bool) {
    self.init(
      value: outcome.value, way: outcome.way, completeness: outcome.completeness,
      reach: isActual ? Day(number: outcome.reach) : nil, isDisputed: outcome.isDisputed,
      isEstimated: outcome.isEstimated)
  }
}

extension Cell {
  /// A cell that nobody wrote about.
  fileprivate init(address: CellAddress, ratio: Ratio?) {
    self.init(
      address: address, declared: nil, inForce: nil, differing: [], statements: [], entries: [], entrySum: nil,
      setAside: [], decompositions: [], resolved: nil, ratio: ratio)
  }
}
