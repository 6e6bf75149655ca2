import PlanModel
import PlanSource
import PlanSyntax

/// Dimensions, organization and actuals of the plain evaluator.
extension NaiveCells {
  typealias Values = [DimensionValue]

  func values(_ set: DimensionSet) -> Values { book.dimensions[set] }

  /// Facts of the owner and metric in the period whose dimensions are narrower than the cell's.
  func narrower(_ cell: CellAddress) -> [Fact] {
    let own = values(cell.dimensions)
    return (factsByOwner[cell.owner] ?? []).filter { fact in
      if fact.dimensions == .none { return false }
      let theirs = values(fact.dimensions)
      guard fact.owner == cell.owner, fact.metric == cell.metric, fact.layer == cell.layer, fact.tier == cell.tier,
        CellUnit(fact.unit) == cell.unit, isSummable(fact), !fact.isToDate || fact.layer == .actual,
        let period = fact.period.known,
        cell.period.contains(period)
          || period.level == .week && cell.period.level <= .month && cell.period.overlaps(period)
      else { return false }
      return theirs.count > own.count && own.allSatisfy { theirs.contains($0) }
    }
  }

  func axes(_ cell: CellAddress) -> [Axis] {
    let own = values(cell.dimensions).map(\.axis)
    return Set(narrower(cell).flatMap { values($0.dimensions).map(\.axis) }).subtracting(own).sorted()
  }

  func hasStatement(_ fact: Fact) -> Bool {
    inForce(
      CellAddress(
        owner: fact.owner!, metric: fact.metric!, period: fact.period.known!, dimensions: fact.dimensions,
        layer: fact.layer, tier: fact.tier, unit: CellUnit(fact.unit))) != nil
  }

  func entries(_ cell: CellAddress) -> Worth? {
    let rows = narrower(cell).filter { $0.period.known == cell.period && $0.standing == .entry && !hasStatement($0) }
    guard !rows.isEmpty, kind(cell) == .flow || kind(cell) == .stock else { return nil }
    let sum = rows.reduce(ExactDecimal.zero) { $0.adding($1.value)! }
    return Worth(value: sum, isComplete: true, way: .narrowerEntries, reach: cell.period.end.number)
  }

  func across(_ cell: CellAddress, _ axis: Axis) -> (worth: Worth?, isStatedHere: Bool, hasEntries: Bool) {
    guard kind(cell) == .flow || kind(cell) == .stock else { return (nil, false, false) }
    return across(narrower(cell), values(cell.dimensions), cell, axis)
  }

  private func across(
    _ near: [Fact], _ own: Values, _ cell: CellAddress, _ axis: Axis
  ) -> (worth: Worth?, isStatedHere: Bool, hasEntries: Bool) {
    let onAxis = near.filter { values($0.dimensions).contains { $0.axis == axis } }
    let names = Set(onAxis.flatMap { values($0.dimensions) }.filter { $0.axis == axis })
    var sum = Sum()
    var stated: [String] = []
    var hasEntries = false
    for name in names.sorted(by: { $0.value < $1.value }) {
      let bucket = onAxis.filter { values($0.dimensions).contains(name) }
      guard let worth = value(own + [name], bucket, cell) else { continue }
      stated.append(name.value)
      if worth.way == .entries || worth.way == .narrowerEntries { hasEntries = true }
      sum.add(worth)
    }
    if !hasEntries {
      let facts = onAxis.filter { !hasStatement($0) || isInForce($0) }
      let isOneTable =
        stated.count > 1 && Set(facts.map(\.range.file)).count == 1 && facts.allSatisfy { $0.carrier != .prose }
      let isAll = book.declaredValues[axis].map { !$0.isEmpty && Set($0).isSubset(of: stated) } ?? false
      sum.lacks = !isOneTable && !isAll
    }
    return (
      sum.finished(.decomposed(.dimension(axis))), near.contains { $0.period.known == cell.period }, hasEntries
    )
  }

  private func isInForce(_ fact: Fact) -> Bool {
    let cell = CellAddress(
      owner: fact.owner!, metric: fact.metric!, period: fact.period.known!, dimensions: fact.dimensions,
      layer: fact.layer, tier: fact.tier, unit: CellUnit(fact.unit))
    return inForce(cell)?.fact.range == fact.range
  }

  private func value(_ set: Values, _ bucket: [Fact], _ cell: CellAddress) -> Worth? {
    let here = bucket.filter { $0.period.known == cell.period }
    let child = book.dimensions.find(set).map { found in with(cell) { $0.dimensions = found } }
    if let child, inForce(child) != nil { return declared(child) }
    let rows = here.filter { $0.standing == .entry && !hasStatement($0) }
    if !rows.isEmpty {
      let sum = rows.reduce(ExactDecimal.zero) { $0.adding($1.value)! }
      return Worth(value: sum, isComplete: true, way: .narrowerEntries, reach: cell.period.end.number)
    }
    let overTime = child.flatMap { timeOnly($0) }
    if let overTime, overTime.isComplete { return overTime }
    let deeper = here.filter { values($0.dimensions).count > set.count }
    let open = Set(deeper.flatMap { values($0.dimensions).map(\.axis) }).subtracting(set.map(\.axis)).sorted()
    let found = open.map { across(deeper, set, cell, $0).worth }
    return found.compactMap { $0 }.first(where: \.isComplete) ?? first([overTime] + found)
  }

  // §2.4, §2.7

  func resolved(_ cell: CellAddress, deep: Bool = true) -> Worth? {
    let question = Question(cell: cell, deep: deep)
    if let known = settled[question] { return known }
    let worth = resolvedAfresh(cell, deep: deep)
    settled[question] = .some(worth)
    return worth
  }

  private func resolvedAfresh(_ cell: CellAddress, deep: Bool) -> Worth? {
    if cell.layer == .actual { return actualAfresh(cell, deep: deep) }
    if let declared = declared(cell) { return declared }
    let people = overOrganization(cell, deep: deep)
    if let people, people.isComplete { return people }
    let own = own(cell, deep: deep)
    return own?.isComplete == true ? own : people ?? own
  }

  /// States the whole and, for this very period, nothing along the cell's axes.
  private func isUnsplit(_ cell: CellAddress) -> Bool {
    guard cell.dimensions != .none, cell.layer != .actual else { return false }
    let axes = values(cell.dimensions).map(\.axis)
    let split = (factsByOwner[cell.owner] ?? []).contains { fact in
      fact.owner == cell.owner && fact.metric == cell.metric && fact.layer == cell.layer && fact.tier == cell.tier
        && CellUnit(fact.unit) == cell.unit && fact.period.known == cell.period
        && values(fact.dimensions).contains { axes.contains($0.axis) }
    }
    return !split && resolved(with(cell) { $0.dimensions = .none }) != nil
  }

  func overOrganization(_ cell: CellAddress, deep: Bool = true) -> Worth? {
    guard kind(cell) == .flow || kind(cell) == .stock else { return nil }
    let children = organization.children(of: cell.owner).filter { child in
      let node = organization[child]
      return (node.from.map { $0 <= cell.period.end } ?? true) && (node.until.map { cell.period.start <= $0 } ?? true)
    }
    let worths = children.map { child in resolved(with(cell) { $0.owner = child }, deep: deep) }
    var sum = Sum()
    for worth in worths { if let worth { sum.add(worth) } }
    let silent = zip(children, worths).filter { $0.1 == nil }.map(\.0)
    let siblings = silent.filter { isExpected($0, cell.period) }
    if silent.contains(where: { organization[$0].isOpen }) { sum.lacks = true }
    for child in silent where !organization[child].isOpen {
      let address = with(cell) { $0.owner = child }
      if isStatedOtherwise(address, deep: deep) {
        sum.lacks = true
        sum.isBlocked = true
      } else if isUnsplit(address) {
        sum.lacks = true
      } else if siblings.contains(child), isMissing(address, stated: sum.worths.count, siblings: siblings.count) {
        sum.lacks = true
      }
    }
    return sum.finished(.decomposed(.organization), first: true)
  }

  private func isMissing(_ cell: CellAddress, stated: Int, siblings: Int) -> Bool {
    if cell.layer == .actual {
      return resolved(with(cell) { ($0.layer, $0.tier) = (.target, .target) }) != nil
    }
    let hasPlan = book.plans.contains {
      $0.owner == cell.owner && ($0.period!.contains(cell.period) || cell.period.contains($0.period!))
    }
    return !hasPlan || cell.dimensions == .none && stated * 2 > stated + siblings - 1
  }

  private func isExpected(_ owner: OwnerID, _ period: Period) -> Bool {
    let node = organization[owner]
    if node.isOpen || node.isLead { return false }
    if node.kind == .person { return true }
    let hasPlan = book.plans.contains {
      $0.owner == owner && ($0.period!.contains(period) || period.contains($0.period!))
    }
    return hasPlan
      || organization.descendants(of: owner).contains {
        organization[$0].kind == .person && organization[$0].isPresent(in: period)
      }
  }

  // §4

  func actual(_ cell: CellAddress, deep: Bool = true) -> Worth? { resolved(cell, deep: deep) }

  private func actualAfresh(_ cell: CellAddress, deep: Bool) -> Worth? {
    var stated = declared(cell)
    let isToDate = inForce(cell)?.fact.isToDate == true
    if let stated, !isToDate { return stated }
    if let reach = stated?.reach, reach < cell.period.end.number { stated?.isComplete = false }
    guard kind(cell) == .flow || kind(cell) == .stock else { return stated }
    var candidates: [(worth: Worth, parts: [(Part, Worth?)])] = []
    for level in levels(cell.period) where statesPart(cell, level) {
      let parts = parts(cell.period, level).map { ($0, actualPart(cell, $0, deep: deep)) }
      if let worth = summed(parts, cell, level) { candidates.append((worth, parts)) }
    }
    let furthest = candidates.map(\.worth.reach).max()
    let overTime = candidates.first { $0.worth.isComplete } ?? candidates.first { $0.worth.reach == furthest }
    let dimensional = axes(cell).map { across(cell, $0).worth }
    let found =
      overTime?.worth ?? overOrganization(cell, deep: deep)
      ?? dimensional.compactMap({ $0 }).first(where: \.isComplete) ?? entries(cell) ?? first(dimensional)
    guard let stated else { return found }
    guard let found, found.reach > stated.reach else { return stated }
    if let parts = overTime?.parts, let hybrid = hybrid(stated, parts, cell) { return hybrid }
    return found
  }

  private func statesPart(_ cell: CellAddress, _ level: PeriodLevel) -> Bool {
    let levels: [PeriodLevel] =
      level == .tenDay
      ? [.tenDay, .day] : level == .week ? [.week, .day] : PeriodLevel.allCases.filter { $0 >= level && $0 != .span }
    return (factsByOwner[cell.owner] ?? []).contains { fact in
      guard let period = fact.period.known, period != cell.period, levels.contains(period.level), isSummable(fact)
      else {
        return false
      }
      return fact.owner == cell.owner && fact.metric == cell.metric && fact.layer == .actual && fact.tier == cell.tier
        && fact.dimensions == cell.dimensions && CellUnit(fact.unit) == cell.unit && period.overlaps(cell.period)
    }
  }

  private func actualPart(_ cell: CellAddress, _ part: Part, deep: Bool) -> Worth? {
    let child = with(cell) { $0.period = part.whole }
    if part.isWhole { return actual(child, deep: deep) }
    if kind(cell) == .stock {
      let last = part.whole.end <= cell.period.end ? actual(child, deep: deep) : nil
      return last?.isComplete == true ? last : nil
    }
    if let whole = declared(child) {
      var share = share(child, part)
      if whole.reach < part.whole.end.number { share?.isComplete = false }
      return share
    }
    var sum = Sum()
    for day in parts(part.inside, .day) {
      if let found = actual(with(cell, { $0.period = day.whole }), deep: deep) {
        sum.add(found)
      } else if isRequired(day) {
        sum.lacks = true
      }
    }
    return sum.finished(.decomposed(.time(.day)))
  }

  private func summed(_ parts: [(Part, Worth?)], _ cell: CellAddress, _ level: PeriodLevel) -> Worth? {
    let way = Way.decomposed(.time(level))
    if kind(cell) == .stock {
      guard let last = parts.lastIndex(where: { $0.1 != nil }), var worth = parts[last].1 else { return nil }
      worth.way = way
      if parts[(last + 1)...].contains(where: { isRequired($0.0) }) { worth.isComplete = false }
      return worth
    }
    var sum = Sum()
    for (part, worth) in parts {
      if let worth { sum.add(worth) } else if isRequired(part) { sum.lacks = true }
    }
    return sum.finished(way)
  }

  private func hybrid(_ stated: Worth, _ parts: [(Part, Worth?)], _ cell: CellAddress) -> Worth? {
    guard kind(cell) == .flow else { return nil }
    let isHeld = parts.contains { part, worth in
      worth != nil && part.whole.start.number <= stated.reach && stated.reach < part.whole.end.number
    }
    let lacks = parts.contains { part, worth in
      part.whole.end.number <= stated.reach && isRequired(part) && worth?.isComplete != true
    }
    guard !isHeld, lacks else { return nil }
    var sum = Sum()
    var whole = stated
    whole.isComplete = true
    sum.add(whole)
    for (part, worth) in parts where part.whole.end.number > stated.reach {
      if let worth { sum.add(worth) } else if isRequired(part) { sum.lacks = true }
    }
    return sum.finished(.toDateAndLater)
  }
}
