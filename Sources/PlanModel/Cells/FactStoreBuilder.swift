package import PlanSyntax

extension FactStore {
  /// Why a fact is in no cell (docs/model.md §1.5).
  package enum SetAside: String, Sendable {
    case unknownOwner, unknownMetric, unknownPeriod
    /// What an action costs or is to bring, or a condition needs, belongs to the action or condition.
    case ofAction
    /// A target or forecast that counts up to a day.
    case cumulative
    /// More different periods, dimension sets or metrics than a book can hold.
    case tooMany
  }

  /// Sorts facts into cells.
  ///
  /// - Parameter facts: In path order and, within a file, in the order of the text.
  /// - Parameter declaredValues: Per axis, the values that the book declares, where it does.
  package init(
    facts: [Fact], owners: Organization, metrics: MetricRegistry, dimensions: DimensionTable,
    declaredValues: [Axis: [String]] = [:], fiscal: FiscalYear, calendar: WorkCalendar, plans: PlanCoverage
  ) {
    let placed = Placement(facts: facts, owners: owners, metrics: metrics, sets: dimensions.count, plans: plans)
    let (periods, periodIDs) = PeriodIndex.make(
      stated: placed.statedPeriods, tree: PeriodTree(fiscal), calendar: calendar)
    let (bases, baseIDs) = Self.bases(placed.bases, metrics: metrics)
    let isKept = periods.periods.count < CellKey.mostPeriods && bases.count < CellKey.mostBases
    let counted = isKept ? placed.facts : []

    var starts = [Int](repeating: 0, count: owners.nodes.count + 2)
    for fact in counted { starts[Int(fact.owner) + 1] += 1 }
    for owner in 1..<starts.count { starts[owner] += starts[owner - 1] }
    var next = starts
    var records = [Record](repeating: Record(key: 0, fact: 0), count: counted.count)
    for fact in counted {
      let period = periodIDs[Int(fact.period)]
      let key = CellKey.pack(Int(baseIDs[Int(fact.base)]), Int(period), Int(facts[Int(fact.fact)].dimensions.index))
      records[next[Int(fact.owner)]] = Record(key: key, fact: fact.fact)
      next[Int(fact.owner)] += 1
    }
    records.withUnsafeMutableBufferPointer { buffer in
      for owner in 0..<starts.count - 1 {
        var own = UnsafeMutableBufferPointer(rebasing: buffer[starts[owner]..<starts[owner + 1]])
        own.sort { $0.key != $1.key ? $0.key < $1.key : $0.fact < $1.fact }
      }
    }
    var cells = CellRuns(capacity: counted.count)
    var ownerStarts = [0]
    for owner in 0..<starts.count - 1 {
      cells.append(records[starts[owner]..<starts[owner + 1]], of: OwnerID(owner), facts, bases, periods, plans)
      ownerStarts.append(cells.keys.count)
    }
    self.facts = facts
    self.bases = bases
    self.periods = periods
    self.dimensions = DimensionIndex(dimensions, declared: declaredValues)
    self.ownerStarts = ownerStarts
    keys = cells.keys
    cellStarts = cells.starts + [UInt32(records.count)]
    order = records.map(\.fact)
    values = cells.values
    flags = cells.flags
    inForce = cells.inForce
  }

  /// Why a fact has no cell; `nil` where it has one.
  package static func reason(_ fact: Fact) -> SetAside? {
    if fact.owner == nil { return .unknownOwner }
    if fact.metric == nil { return .unknownMetric }
    if fact.period.known == nil { return .unknownPeriod }
    if fact.carrier == .actionItem || fact.carrier == .condition { return .ofAction }
    return fact.isToDate && fact.layer != .actual ? .cumulative : nil
  }

  struct Record {
    var key: UInt64
    var fact: UInt32
  }

  /// Bases in the order of metric, layer, tier, unit, and the id of each packed one.
  private static func bases(_ packed: [UInt64], metrics: MetricRegistry) -> ([Base], ids: [UInt16]) {
    let order = packed.indices.sorted { packed[$0] < packed[$1] }
    var ids = [UInt16](repeating: 0, count: packed.count)
    var bases: [Base] = []
    for index in order {
      ids[index] = UInt16(truncatingIfNeeded: bases.count)
      bases.append(Placement.base(packed[index], metrics: metrics))
    }
    for index in bases.indices {
      func isSibling(_ other: Int) -> Bool {
        bases[other].metric == bases[index].metric && bases[other].layer == bases[index].layer
          && bases[other].tier == bases[index].tier
      }
      var low = index
      var high = index + 1
      while low > 0, isSibling(low - 1) { low -= 1 }
      while high < bases.count, isSibling(high) { high += 1 }
      bases[index].siblings = low..<high
      if bases[index].layer != .target {
        bases[index].target = bases.indices.first {
          bases[$0].metric == bases[index].metric && bases[$0].layer == .target && bases[$0].tier == .target
            && bases[$0].unit == bases[index].unit
        }
      }
    }
    return (bases, ids)
  }
}

/// What each fact that has a cell is keyed by, before periods and bases are put in order.
struct Placement {
  struct Keyed {
    let fact: UInt32
    let owner: UInt32
    let base: UInt16
    let period: UInt32
  }

  private(set) var facts: [Keyed] = []
  private(set) var statedPeriods: [Period] = []
  private(set) var bases: [UInt64] = []

  init(facts all: [Fact], owners: Organization, metrics: MetricRegistry, sets: Int, plans: PlanCoverage) {
    var periodIndex = PackedIndex()
    var baseIndex = PackedIndex()
    let strategy = UInt32(owners.nodes.count)
    facts.reserveCapacity(all.count)
    var file = UInt32.max
    var isStrategy = false
    for index in all.indices {
      guard let owner = all[index].owner, let metric = all[index].metric, let period = all[index].period.known,
        !all[index].isToDate || all[index].layer == .actual, all[index].carrier != .actionItem,
        all[index].carrier != .condition, owners.nodes.indices.contains(Int(owner.index)),
        metrics.metrics.indices.contains(Int(metric.index)), all[index].dimensions.index < min(sets, CellKey.mostSets)
      else { continue }
      if all[index].range.file.index != file {
        file = all[index].range.file.index
        isStrategy = plans.plan(of: all[index].range.file)?.isStrategy ?? false
      }
      let base = Self.pack(metric, all[index].layer, all[index].tier, CellUnit(all[index].unit))
      let baseID = baseIndex.intern(base)
      let periodID = periodIndex.intern(PeriodIndex.pack(period))
      if Int(periodID) == statedPeriods.count { statedPeriods.append(period) }
      guard baseID < CellKey.mostBases else { continue }
      let isAbove = isStrategy && owners[owner].parent == nil
      facts.append(
        Keyed(
          fact: UInt32(index), owner: isAbove ? strategy : UInt32(owner.index), base: UInt16(baseID), period: periodID))
    }
    bases = baseIndex.keys
  }

  static func pack(_ metric: MetricID, _ layer: Layer, _ tier: Tier, _ unit: CellUnit) -> UInt64 {
    let currency: UInt64 = if case .money(let currency) = unit { UInt64(currency.code) + 1 } else { 0 }
    let metric = UInt64(UInt16(bitPattern: metric.index))
    return metric << 40 | UInt64(layer.rawValue) << 36 | UInt64(tier.rawValue) << 32 | currency
  }

  static func base(_ packed: UInt64, metrics: MetricRegistry) -> FactStore.Base {
    let metric = MetricID(Int(packed >> 40))
    let currency = UInt32(packed & 0xFFFF_FFFF)
    let letters = currency == 0 ? nil : [16, 8, 0].map { UInt8((currency - 1) >> $0 & 0xFF) }
    let unit = letters.flatMap { Currency(String(decoding: $0, as: UTF8.self)) }.map { CellUnit.money($0) } ?? .plain
    let known = metrics[metric]
    return FactStore.Base(
      metric: metric, layer: Layer(rawValue: UInt8(packed >> 36 & 0xF)) ?? .target,
      tier: Tier(rawValue: UInt8(packed >> 32 & 0xF)) ?? .target, unit: unit,
      isSummable: (known.unit == .money) == (unit != .plain), kind: known.kind, isBetterHigh: known.better == .high)
  }
}
