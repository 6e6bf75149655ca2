internal import PlanSyntax

/// Cells under construction: one after another, each from the run of facts that share its key.
struct CellRuns {
  private(set) var keys: [UInt64] = []
  private(set) var starts: [UInt32] = []
  private(set) var values: [ExactDecimal] = []
  private(set) var flags: [FactStore.CellFlags] = []
  private(set) var inForce: [UInt32] = []
  private var count: UInt32 = 0

  init(capacity: Int) {
    keys.reserveCapacity(capacity / 2)
    starts.reserveCapacity(capacity / 2)
    values.reserveCapacity(capacity / 2)
    flags.reserveCapacity(capacity / 2)
    inForce.reserveCapacity(capacity / 2)
  }

  /// Adds the cells of one owner, whose records are sorted.
  mutating func append(
    _ records: ArraySlice<FactStore.Record>, of owner: OwnerID, _ facts: [Fact], _ bases: [FactStore.Base],
    _ periods: PeriodIndex, _ plans: PlanCoverage
  ) {
    var first = records.startIndex
    while first < records.endIndex {
      let key = records[first].key
      var end = first + 1
      while end < records.endIndex, records[end].key == key { end += 1 }
      let period = periods.periods[CellKey.period(key)]
      let isSummable = bases[CellKey.base(key)].isSummable
      var run = Run()
      for record in records[first..<end] {
        run.add(record.fact, facts, isSummable, isLone: end - first == 1) {
          plans.isOwn(facts[Int(record.fact)].range.file, of: owner, for: period)
        }
      }
      keys.append(key)
      starts.append(count)
      count += UInt32(end - first)
      let (value, flags, winner) = run.finished()
      values.append(value)
      self.flags.append(flags)
      inForce.append(winner)
      first = end
    }
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
  mutating func add(
    _ index: UInt32, _ facts: [Fact], _ isSummable: Bool, isLone: Bool, _ isOwnPlan: () -> Bool
  ) {
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
    let own = !isLone && isOwnPlan()
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
