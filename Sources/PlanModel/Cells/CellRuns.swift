internal import PlanSyntax

/// Cells of some owners under construction: one after another, each from the run of facts that share its key.
struct CellRuns {
  private(set) var keys: [UInt64] = []
  private(set) var starts: [UInt32] = []
  private(set) var values: [ExactDecimal] = []
  private(set) var flags: [FactStore.CellFlags] = []
  private(set) var inForce: [UInt32] = []
  /// The facts of all cells, one run a cell.
  private(set) var order: [UInt32] = []
  /// Where the cells of each owner end.
  private(set) var ownerEnds: [Int] = []
  private var records: [FactStore.Record] = []
  private var sort = RecordSort()

  init(capacity: Int, facts: Int) {
    keys.reserveCapacity(capacity)
    starts.reserveCapacity(capacity + 1)
    values.reserveCapacity(capacity)
    flags.reserveCapacity(capacity)
    inForce.reserveCapacity(capacity)
    order.reserveCapacity(facts)
  }

  /// - Parameter records: Of all owners that are going to be appended, one owner's after another's.
  init(_ records: ArraySlice<FactStore.Record>) {
    self.init(capacity: records.count, facts: records.count)
    self.records = Array(records)
  }

  /// Adds the cells of the next owner.
  ///
  /// - Parameter count: How many of the records are this owner's.
  mutating func append(
    _ count: Int, of owner: OwnerID, _ facts: [Fact], _ bases: [FactStore.Base], _ periods: PeriodIndex,
    _ plans: PlanCoverage
  ) {
    var first = order.count
    let last = first + count
    sort.sort(&records, first..<last)
    while first < last {
      let key = records[first].key
      let isSummable = bases[CellKey.base(key)].isSummable
      starts.append(UInt32(first))
      order.append(records[first].fact)
      var end = first + 1
      while end < last, records[end].key == key {
        order.append(records[end].fact)
        end += 1
      }
      var run = Run()
      if end - first == 1 {
        run.add(records[first].fact, facts, isSummable, isOwn: false)
      } else {
        let period = periods.periods[CellKey.period(key)]
        for index in first..<end {
          let fact = records[index].fact
          let isOwn = plans.isOwn(facts[Int(fact)].range.file, of: owner, for: period)
          run.add(fact, facts, isSummable, isOwn: isOwn)
        }
      }
      keys.append(key)
      let (value, flags, winner) = run.finished()
      values.append(value)
      self.flags.append(flags)
      inForce.append(winner)
      first = end
    }
    ownerEnds.append(keys.count)
  }

  /// Gives back what is only needed while owners are appended.
  mutating func close() {
    records = []
    sort = RecordSort()
  }

  /// Adds the cells of the owners that follow.
  mutating func append(_ other: CellRuns) {
    let (cells, facts) = (keys.count, UInt32(order.count))
    keys += other.keys
    starts += other.starts.lazy.map { $0 + facts }
    values += other.values
    flags += other.flags
    inForce += other.inForce
    order += other.order
    ownerEnds += other.ownerEnds.lazy.map { $0 + cells }
  }
}

/// The facts of one cell, as they are met in path order.
private struct Run {
  private var flags: FactStore.CellFlags = []
  private var winner = FactStore.noFact
  private var value = ExactDecimal.zero
  private var isOwn = false
  /// For a statement to date, the day it reaches.
  private var reach: Int32?
  private var entrySum: ExactDecimal? = .zero
  private var firstEntry = FactStore.noFact

  /// docs/model.md §1.4; of actuals a final statement beats one to date, and of those the one that reaches further (§4.5).
  ///
  /// - Parameter own: The fact stands in the owner's own plan for the cell's period.
  mutating func add(_ index: UInt32, _ facts: [Fact], _ isSummable: Bool, isOwn own: Bool) {
    let position = Int(index)
    guard isSummable, facts[position].form == .amount else {
      flags.insert(.unsummable)
      return
    }
    let number = facts[position].value
    if facts[position].standing == .entry {
      flags.insert(.entries)
      entrySum = entrySum?.adding(number)
      if firstEntry == FactStore.noFact { firstEntry = index }
      return
    }
    let day = facts[position].isToDate ? facts[position].extras?.toDate?.number ?? Int32.min : nil
    guard flags.contains(.statement) else {
      take(index, number, own, day)
      return
    }
    if day != reach {
      // Different days do not contradict each other.
      if let reach, day.map({ $0 > reach }) ?? true {
        flags.remove(.disputed)
        take(index, number, own, day)
      }
      return
    }
    if number != value { flags.insert(.disputed) }
    if own, !isOwn { take(index, number, own, day) }
  }

  private mutating func take(_ index: UInt32, _ number: ExactDecimal, _ own: Bool, _ day: Int32?) {
    flags.insert(.statement)
    if day == nil { flags.remove(.toDate) } else { flags.insert(.toDate) }
    winner = index
    value = number
    isOwn = own
    reach = day
  }

  func finished() -> (ExactDecimal, FactStore.CellFlags, UInt32) {
    if flags.contains(.statement) { return (value, flags, winner) }
    guard flags.contains(.entries) else { return (.zero, flags, FactStore.noFact) }
    guard let entrySum else { return (.zero, flags.subtracting(.entries).union(.unsummable), FactStore.noFact) }
    return (entrySum, flags, firstEntry)
  }
}
