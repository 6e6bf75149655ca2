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
    declaredValues: [Axis: [String]] = [:], fiscal: FiscalYear, calendar: WorkCalendar, plans: PlanCoverage,
    workers: any Workers = OneByOne()
  ) {
    let sets = dimensions.count
    let chunks = workers.map((facts.count + Self.chunk - 1) / Self.chunk) { chunk in
      let range = chunk * Self.chunk..<min(facts.count, (chunk + 1) * Self.chunk)
      return Placement(facts: facts, range, owners: owners, metrics: metrics, sets: sets, plans: plans)
    }
    let (periods, periodIDs) = PeriodIndex.make(
      stated: chunks.flatMap(\.statedPeriods), tree: PeriodTree(fiscal), calendar: calendar)
    let (bases, baseIDs) = Self.bases(chunks.flatMap(\.bases), metrics: metrics)
    let isKept = periods.periods.count < CellKey.mostPeriods && bases.count < CellKey.mostBases
    let (records, starts) = Self.records(isKept ? chunks : [], baseIDs, periodIDs, owners: owners.nodes.count + 1)

    let ranges = OwnerRanges.of(starts, atLeast: Self.chunk / 8)
    let parts = workers.map(ranges.count) { part in
      let owners = ranges[part]
      var cells = CellRuns(records[starts[owners.lowerBound]..<starts[owners.upperBound]])
      for owner in owners {
        cells.append(starts[owner + 1] - starts[owner], of: OwnerID(owner), facts, bases, periods, plans)
      }
      cells.close()
      return cells
    }
    self.init(facts: facts, bases, periods, DimensionIndex(dimensions, declared: declaredValues), parts)
  }

  private init(
    facts: [Fact], _ bases: [Base], _ periods: PeriodIndex, _ dimensions: DimensionIndex,
    _ parts: consuming [CellRuns]
  ) {
    var all = CellRuns(
      capacity: parts.reduce(0) { $0 + $1.keys.count }, facts: parts.reduce(0) { $0 + $1.order.count })
    parts.reverse()
    // Each goes as soon as it is taken over: all of them twice is a lot of memory.
    while let part = parts.popLast() { all.append(part) }
    self.facts = facts
    self.bases = bases
    self.periods = periods
    self.dimensions = dimensions
    ownerStarts = [0] + all.ownerEnds
    runStarts = Self.runStarts(ownerStarts, all.keys, bases.count)
    keys = all.keys
    cellStarts = all.starts + [UInt32(all.order.count)]
    order = all.order
    values = all.values
    flags = all.flags
    inForce = all.inForce
  }

  /// So many facts are worth a piece of work of their own.
  private static var chunk: Int { 1 << 14 }

  /// The key of every fact that has a cell, owner by owner, and where each owner's begin.
  private static func records(
    _ chunks: [Placement], _ baseIDs: [UInt16], _ periodIDs: [UInt32], owners: Int
  ) -> ([Record], starts: [Int]) {
    var starts = [Int](repeating: 0, count: owners + 1)
    for chunk in chunks { for fact in chunk.facts { starts[Int(fact.owner) + 1] += 1 } }
    for owner in 1..<starts.count { starts[owner] += starts[owner - 1] }
    var next = starts
    var records = [Record](repeating: Record(key: 0, fact: 0), count: starts[owners])
    var (firstBase, firstPeriod) = (0, 0)
    for chunk in chunks {
      for fact in chunk.facts {
        let base = Int(baseIDs[firstBase + Int(fact.base)])
        let period = Int(periodIDs[firstPeriod + Int(fact.period)])
        records[next[Int(fact.owner)]] = Record(key: CellKey.pack(base, period, Int(fact.set)), fact: fact.fact)
        next[Int(fact.owner)] += 1
      }
      firstBase += chunk.bases.count
      firstPeriod += chunk.statedPeriods.count
    }
    return (records, starts)
  }

  /// Where the cells of each owner and base begin; nothing where that would take more room than the cells.
  private static func runStarts(_ ownerStarts: [Int], _ keys: [UInt64], _ bases: Int) -> [UInt32] {
    let owners = ownerStarts.count - 1
    guard owners * bases <= 2 * keys.count + 4096 else { return [] }
    var starts: [UInt32] = []
    starts.reserveCapacity(owners * bases + 1)
    for owner in 0..<owners {
      var cell = ownerStarts[owner]
      for base in 0..<bases {
        starts.append(UInt32(cell))
        while cell < ownerStarts[owner + 1], CellKey.base(keys[cell]) == base { cell += 1 }
      }
    }
    return starts + [UInt32(keys.count)]
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

  /// Bases in the order of metric, layer, tier, unit, and the id of each packed one; some are packed several times.
  private static func bases(_ packed: [UInt64], metrics: MetricRegistry) -> ([Base], ids: [UInt16]) {
    let order = packed.indices.sorted { packed[$0] < packed[$1] }
    var ids = [UInt16](repeating: 0, count: packed.count)
    var bases: [Base] = []
    var last: UInt64?
    for index in order {
      if packed[index] != last { bases.append(Placement.base(packed[index], metrics: metrics)) }
      ids[index] = UInt16(truncatingIfNeeded: bases.count - 1)
      last = packed[index]
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
