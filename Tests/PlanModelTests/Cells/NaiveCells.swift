import PlanModel
import PlanSource
import PlanSyntax

/// docs/model.md once more, as plainly as it can be written: one function a step, facts looked through again and again.
/// It shares nothing with the engine but the calendar.
final class NaiveCells {
  struct Worth: Equatable {
    var value: ExactDecimal
    var isComplete: Bool
    var way: Way
    var reach: Int32
    var isBlocked = false
    var shares = 0
  }

  let book: CellBook
  let organization: Organization
  let coverage: PlanCoverage
  let tree: PeriodTree
  private let factsByCell: [CellAddress: [Fact]]
  let factsByOwner: [OwnerID: [Fact]]
  private let units: Set<CellUnit>
  /// Answers given before: the same question is asked many times.
  private var owned: [Question: Worth?] = [:]
  private var summedOverTime: [CellAddress: Worth?] = [:]
  var settled: [Question: Worth?] = [:]

  struct Question: Hashable {
    let cell: CellAddress
    let deep: Bool
  }

  init(_ book: CellBook) {
    self.book = book
    factsByCell = Dictionary(grouping: book.facts.filter { !$0.isToDate || $0.layer == .actual }) {
      CellAddress(
        owner: $0.owner!, metric: $0.metric!, period: $0.period.known!, dimensions: $0.dimensions, layer: $0.layer,
        tier: $0.tier, unit: CellUnit($0.unit))
    }
    units = Set(book.facts.map { CellUnit($0.unit) })
    factsByOwner = Dictionary(grouping: book.facts) { $0.owner! }
    organization = book.organization
    coverage = PlanCoverage(book.plans)
    tree = PeriodTree(book.fiscal)
  }

  // §1

  func facts(_ cell: CellAddress) -> [Fact] { factsByCell[cell] ?? [] }

  func isSummable(_ fact: Fact) -> Bool {
    guard let metric = fact.metric, fact.form == .amount else { return false }
    return (book.metrics[metric].unit == .money) == (CellUnit(fact.unit) != .plain)
  }

  func inForce(_ cell: CellAddress) -> (fact: Fact, others: [Fact])? {
    var statements = facts(cell).filter { $0.standing == .statement && isSummable($0) }
    if statements.contains(where: { !$0.isToDate }) { statements.removeAll(where: \.isToDate) }
    let furthest = statements.map { $0.extras?.toDate?.number ?? Int32.min }.max()
    statements.removeAll { $0.isToDate && ($0.extras?.toDate?.number ?? Int32.min) != furthest }
    let own = statements.first { coverage.isOwn($0.range.file, of: cell.owner, for: cell.period) }
    guard let winner = own ?? statements.first else { return nil }
    return (winner, statements.filter { $0.value != winner.value })
  }

  func declared(_ cell: CellAddress) -> Worth? {
    if let (fact, _) = inForce(cell) {
      var reach = cell.period.end.number
      if fact.isToDate { reach = min(reach, fact.extras?.toDate?.number ?? cell.period.start.number - 1) }
      return Worth(value: fact.value, isComplete: true, way: .declared, reach: reach)
    }
    let entries = facts(cell).filter { $0.standing == .entry && isSummable($0) }
    guard !entries.isEmpty else { return nil }
    let sum = entries.reduce(ExactDecimal.zero) { $0.adding($1.value)! }
    return Worth(value: sum, isComplete: true, way: .entries, reach: cell.period.end.number)
  }

  // §2

  struct Part {
    let whole: Period
    let inside: Period
    var isWhole: Bool { whole == inside }
  }

  func levels(_ period: Period) -> [PeriodLevel] {
    switch period.level {
    case .year: return [.half]
    case .half: return [.quarter]
    case .quarter: return [.month]
    case .month: return [.tenDay, .week]
    case .tenDay, .week: return [.day]
    case .day: return []
    case .span:
      return [period.start.civil.day == 1 && period.end.advanced(by: 1).civil.day == 1 ? .month : .day]
    }
  }

  func parts(_ period: Period, _ level: PeriodLevel) -> [Part] {
    var found: [Part] = []
    var day = period.start
    while day <= period.end {
      let whole = tree.period(of: level, holding: day)!
      let start = max(whole.start, period.start)
      let end = min(whole.end, period.end)
      let isCut = start != whole.start || end != whole.end
      found.append(Part(whole: whole, inside: isCut ? Period(level: .span, start: start, end: end) : whole))
      day = whole.end.advanced(by: 1)
    }
    return found
  }

  func isRequired(_ part: Part) -> Bool { book.calendar.workdays(in: part.inside) > 0 }

  func isAnything(_ cell: CellAddress) -> Bool {
    factsByOwner[cell.owner]?.contains {
      $0.metric == cell.metric && $0.period.known?.overlaps(cell.period) == true
    } ?? false
  }

  func with(_ cell: CellAddress, _ change: (inout CellAddress) -> Void) -> CellAddress {
    var copy = cell
    change(&copy)
    return copy
  }

  /// §2.7.3; `deep` asks in other currencies.
  func isStatedOtherwise(_ cell: CellAddress, deep: Bool) -> Bool {
    if facts(cell).contains(where: { !isSummable($0) }) { return true }
    guard deep else { return false }
    return units.contains { unit in
      guard unit != cell.unit else { return false }
      let other = with(cell) { $0.unit = unit }
      let isMoney = book.metrics[cell.metric].unit == .money
      if isMoney == (unit == .plain) { return !facts(other).isEmpty }
      return resolved(other, deep: false) != nil
    }
  }

  // §3

  struct Sum {
    var total = ExactDecimal.zero
    var worths: [Worth] = []
    var lacks = false
    var isBlocked = false

    mutating func add(_ worth: Worth) {
      total = total.adding(worth.value)!
      worths.append(worth)
    }

    func finished(_ way: Way, first: Bool = false) -> Worth? {
      guard !worths.isEmpty else { return nil }
      let reaches = worths.map(\.reach)
      return Worth(
        value: total, isComplete: !lacks && worths.allSatisfy(\.isComplete), way: way,
        reach: first ? reaches.min()! : reaches.max()!, isBlocked: isBlocked || worths.contains(where: \.isBlocked),
        shares: worths.map(\.shares).reduce(0, +))
    }
  }

  func first(_ ways: [Worth?]) -> Worth? {
    let found = ways.compactMap { $0 }
    return found.first(where: \.isComplete) ?? found.first
  }

  func kind(_ cell: CellAddress) -> MetricKind { book.metrics[cell.metric].kind }

  func own(_ cell: CellAddress, deep: Bool = true) -> Worth? {
    let question = Question(cell: cell, deep: deep)
    if let known = owned[question] { return known }
    let worth = ownAfresh(cell, deep: deep)
    owned[question] = .some(worth)
    return worth
  }

  private func ownAfresh(_ cell: CellAddress, deep: Bool) -> Worth? {
    if let declared = declared(cell) { return declared }
    guard isAnything(cell) else { return nil }
    let over = levels(cell.period).map { overTime(cell, $0, deep: deep) { own($0, deep: deep) } }
    let axes = axes(cell).map { across(cell, $0).worth }
    if let complete = (over + axes).compactMap({ $0 }).first(where: \.isComplete) { return complete }
    return entries(cell) ?? first(over + axes)
  }

  func timeOnly(_ cell: CellAddress) -> Worth? {
    if let declared = declared(cell) { return declared }
    guard isAnything(cell) else { return nil }
    if let known = summedOverTime[cell] { return known }
    let worth = first(levels(cell.period).map { overTime(cell, $0, deep: true) { timeOnly($0) } })
    summedOverTime[cell] = .some(worth)
    return worth
  }

  func overTime(
    _ cell: CellAddress, _ level: PeriodLevel, deep: Bool, _ worth: (CellAddress) -> Worth?
  ) -> Worth? {
    let parts = parts(cell.period, level)
    switch kind(cell) {
    case .flow:
      var sum = Sum()
      for part in parts {
        let child = with(cell) { $0.period = part.whole }
        if let found = part.isWhole ? worth(child) : share(child, part) {
          sum.add(found)
        } else if isRequired(part) {
          sum.lacks = true
          if isStatedOtherwise(child, deep: deep) { sum.isBlocked = true }
        }
      }
      // A share of which nothing is inside is no number, and blocks nothing.
      return sum.finished(.decomposed(.time(level)))
    case .stock:
      var lacks = false
      var isBlocked = false
      for part in parts.reversed() {
        let child = with(cell) { $0.period = part.whole }
        if part.whole.end <= cell.period.end, var found = worth(child), part.isWhole || found.isComplete {
          found.way = .decomposed(.time(level))
          found.isComplete = found.isComplete && !lacks
          found.isBlocked = found.isBlocked || isBlocked
          return found
        }
        if isRequired(part) {
          lacks = true
          if isStatedOtherwise(child, deep: deep) { isBlocked = true }
        }
      }
      return nil
    default: return nil
    }
  }

  // §5

  func share(_ week: CellAddress, _ part: Part) -> Worth? {
    var inside = Sum()
    var all = Sum()
    for day in parts(week.period, .day) {
      let isInside = part.inside.contains(day.whole)
      if let found = declared(with(week, { $0.period = day.whole })) {
        all.add(found)
        if isInside { inside.add(found) }
      } else if isRequired(day) {
        all.lacks = true
        if isInside { inside.lacks = true }
      }
    }
    let way = Way.decomposed(.time(.day))
    guard let whole = declared(week) else { return inside.finished(way) }
    if let days = all.finished(way), days.isComplete, days.value == whole.value, let share = inside.finished(way) {
      return share
    }
    let first = part.inside.start == week.period.start
    let other =
      first
      ? Period(level: .span, start: part.inside.end.advanced(by: 1), end: week.period.end)
      : Period(level: .span, start: week.period.start, end: part.inside.start.advanced(by: -1))
    var days = [part.inside, other].map { book.calendar.workdays(in: $0) }
    if days == [0, 0] { days = [part.inside, other].map { $0.start.distance(to: $0.end) + 1 } }
    // Numbers of the tests have no digits behind the point, and a unit of 1: floor, and a rest of one by remainder.
    let value = Int(whole.value.coefficient)
    let negative = value < 0
    let mine = abs(value) * days[0]
    let theirs = abs(value) * days[1]
    let total = days[0] + days[1]
    var share = mine / total
    if abs(value) - share - theirs / total > 0 {
      let remainder = (mine % total, theirs % total)
      if remainder.0 > remainder.1 || remainder.0 == remainder.1 && first { share += 1 }
    }
    var result = whole
    result.value = ExactDecimal(negative ? -share : share)
    result.shares = 1
    result.reach = min(whole.reach, part.inside.end.number)
    return result
  }
}
