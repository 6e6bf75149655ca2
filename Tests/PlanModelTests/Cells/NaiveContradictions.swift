@testable import PlanModel
import PlanSource
import PlanSyntax

/// §6.1 to §6.3, as the plain evaluator reads them.
extension NaiveCells {
  func contradictions() -> [String] {
    var found: [String] = []
    for cell in stated() {
      guard let value = inForce(cell)?.fact.value else { continue }
      for level in levels(cell.period) {
        guard let sum = overTime(cell, level, deep: true, { own($0) }), sum.isComplete else { continue }
        found += contradiction(cell, .time(level), value, sum)
      }
      if organization.nodes.indices.contains(Int(cell.owner.index)), let sum = overOrganization(cell) {
        found += contradiction(cell, .organization, value, sum)
      }
      for axis in axesHere(cell) {
        let (worth, _, hasEntries) = across(cell, axis)
        guard let sum = worth, !hasEntries, sum.isComplete || sum.value > value else { continue }
        found += contradiction(cell, .dimension(axis), value, sum)
      }
    }
    return found + undeclared()
  }

  private func undeclared() -> [String] {
    var found: [String] = []
    for cell in unstated() {
      var sums: [(DecompositionAxis, Worth)] = []
      let isUnit = !organization.children(of: cell.owner).isEmpty
      if isUnit, let sum = overOrganization(cell) { sums.append((.organization, sum)) }
      for level in levels(cell.period) {
        if let sum = overTime(cell, level, deep: true, { own($0) }) { sums.append((.time(level), sum)) }
      }
      for axis in axesHere(cell) {
        let (worth, _, hasEntries) = across(cell, axis)
        if let worth, !hasEntries { sums.append((.dimension(axis), worth)) }
      }
      sums.removeAll { !$0.1.isComplete || $0.1.isBlocked }
      guard let first = sums.first else { continue }
      for (axis, sum) in sums.dropFirst() {
        let difference = sum.value.subtracting(first.1.value)!
        let percent = buffer(cell, first.0)
        if sum.value.adding(sum.value.multiplied(by: percent)!.divided(by: 100, digits: 6)!)! == first.1.value {
          continue
        }
        if difference.isZero || difference.magnitude < ExactDecimal(sum.shares + first.1.shares) { continue }
        if first.0 == .organization, !difference.isNegative, mayBringTheRest(cell) { continue }
        found.append(Self.text(cell, axis, difference))
      }
    }
    return found
  }

  private func contradiction(
    _ cell: CellAddress, _ axis: DecompositionAxis, _ value: ExactDecimal, _ sum: Worth
  ) -> [String] {
    if sum.isBlocked { return [] }
    let percent = buffer(cell, axis)
    let expected = value.adding(value.multiplied(by: percent)!.divided(by: 100, digits: 6)!)!
    let difference = sum.value.subtracting(expected)!
    let rounded = sum.shares + (percent.isZero ? 0 : 1)
    if difference.isZero || difference.magnitude < ExactDecimal(rounded) { return [] }
    if axis == .organization, difference.isNegative {
      if cell.dimensions != .none, !sum.isComplete { return [] }
      if mayBringTheRest(cell) { return [] }
    }
    return [Self.text(cell, axis, difference)]
  }

  /// Whether an open position stands in or below the unit.
  private func mayBringTheRest(_ cell: CellAddress) -> Bool {
    organization.nodes.indices.contains { index in
      let node = organization.nodes[index]
      return organization.ancestors(of: OwnerID(index)).contains(cell.owner) && node.isOpen
        && node.from ?? cell.period.end <= cell.period.end && node.until ?? cell.period.start >= cell.period.start
    }
  }

  private func buffer(_ cell: CellAddress, _ axis: DecompositionAxis) -> ExactDecimal {
    guard kind(cell) == .flow, book.metrics[cell.metric].better == .high else { return .zero }
    let node = organization[cell.owner]
    let own = book.buffers.filter { $0.owner == cell.owner && $0.period.contains(cell.period) }
      .min { $0.period.start.distance(to: $0.period.end) < $1.period.start.distance(to: $1.period.end) }?.percent
    switch axis {
    case .organization: return node.kind == .unit ? own ?? node.buffer : .zero
    case .time: return node.kind == .person ? own ?? .zero : .zero
    case .dimension: return .zero
    }
  }

  private func axesHere(_ cell: CellAddress) -> [Axis] {
    let own = values(cell.dimensions).map(\.axis)
    let here = narrower(cell).filter { $0.period.known == cell.period }
    return Set(here.flatMap { values($0.dimensions).map(\.axis) }).subtracting(own).sorted()
  }

  private func isTarget(_ cell: CellAddress) -> Bool {
    let isMoney = book.metrics[cell.metric].unit == .money
    return cell.layer == .target && cell.tier == .target && isMoney == (cell.unit != .plain)
      && (kind(cell) == .flow || kind(cell) == .stock)
  }

  private func stated() -> Set<CellAddress> {
    Set(
      book.facts.map {
        CellAddress(
          owner: $0.owner!, metric: $0.metric!, period: $0.period.known!, dimensions: $0.dimensions, layer: $0.layer,
          tier: $0.tier, unit: CellUnit($0.unit))
      }
    ).filter { isTarget($0) && inForce($0) != nil }
  }

  /// Cells above a stated one in time, and the whole of a stated split, that have no number of their own.
  private func unstated() -> Set<CellAddress> {
    var found: Set<CellAddress> = []
    for cell in stated() {
      if cell.dimensions != .none { found.insert(with(cell) { $0.dimensions = .none }) }
      var next = [cell.period]
      while let period = next.popLast() {
        let up: [PeriodLevel] =
          switch period.level {
          case .year, .span: []
          case .half: [.year]
          case .quarter: [.half]
          case .month: [.quarter]
          case .tenDay, .week: [.month]
          case .day: [.tenDay, .week]
          }
        for level in up {
          for day in [period.start, period.end] {
            let parent = tree.period(of: level, holding: day)!
            next.append(parent)
            found.insert(with(cell) { $0.period = parent })
          }
        }
      }
    }
    return found.filter { declared($0) == nil }
  }

  static func text(_ cell: CellAddress, _ axis: DecompositionAxis, _ difference: ExactDecimal) -> String {
    "\(cell.owner.index) \(cell.period.id(in: .calendar)) \(cell.dimensions.index) \(cell.unit) \(axis) \(difference)"
  }
}

extension CellResolver {
  func described(_ candidate: MismatchCandidate) -> String {
    NaiveCells.text(address(candidate.spot), candidate.axis, candidate.difference)
  }
}
