import PlanModel
import PlanSource
import PlanSyntax

/// Numbers of the model as cells of a table.
struct ReportFigures {
  let book: PlanBook

  var resolver: CellResolver { book.resolver }

  func name(_ owner: OwnerID) -> ReportTable.Cell {
    if owner == resolver.strategyOwner { return .init(.text(LocalText(zh: "战略", en: "strategy"))) }
    let organization = book.context.organization
    let name = organization[owner].name
    // A bare name that several bear says nothing.
    if case .one = organization.find(name) { return .init(.name(name)) }
    return .init(.name(organization.path(of: owner)))
  }

  func name(_ metric: MetricID) -> ReportTable.Cell {
    let known = book.context.registry[metric]
    return .init(known.bookName.map { .name($0) } ?? .text(known.names))
  }

  func values(_ set: DimensionSet) -> ReportTable.Cell {
    let values = book.dimensions[set].map(\.value)
    return .init(values.isEmpty ? .none : .name(values.joined(separator: " · ")))
  }

  func value(_ number: ExactDecimal, _ address: CellAddress) -> ReportTable.Value {
    if case .money(let currency) = address.unit { return .money(number, currency) }
    switch book.context.registry[address.metric].unit {
    case .percent: return .percent(number, parts: nil)
    case .days: return .days(number)
    case .count: return .count(number)
    case .money, .hours: return .plain(number)
    }
  }

  func figure(
    _ number: ExactDecimal, _ address: CellAddress, marks: [ReportTable.Mark] = [], facts: [Int] = []
  ) -> ReportTable.Cell {
    .init(value(number, address), marks: marks, sources: facts.map { place(of: $0) })
  }

  /// The target a cell declares, or an empty cell.
  func declared(_ address: CellAddress) -> ReportTable.Cell {
    guard let found = resolver.declaredValue(address) else { return .init(.none) }
    return figure(found.value, address, marks: found.isDisputed ? [.disputed] : [], facts: [found.fact])
  }

  /// The sum of a decomposition, or an empty cell.
  func sum(of found: Decomposition?, _ address: CellAddress) -> ReportTable.Cell {
    guard let found, let sum = found.sum else { return .init(.none) }
    var marks: [ReportTable.Mark] = found.completeness == .partial ? [.incomplete] : []
    if found.children.contains(where: \.isDisputed) { marks.append(.disputed) }
    if found.isEstimated { marks.append(.estimated) }
    return figure(sum, address, marks: marks, facts: found.children.flatMap(\.facts))
  }

  func place(of fact: Int) -> SourceRange { resolver.store.facts[fact].range }

  /// What a report shows for a cell: the resolved value with its marks, a ratio from its parts, or that nothing was reported.
  func resolved(_ address: CellAddress) -> ReportTable.Cell {
    if let found = resolver.resolve(address) {
      let facts = resolver.declaredValue(address).map { [$0.fact] } ?? []
      return figure(found.value, address, marks: marks(found, address), facts: facts)
    }
    if let ratio = resolver.ratio(address) { return self.ratio(ratio, address) }
    return .init(isUnreported(address) ? .notReported : .none)
  }

  private func ratio(_ ratio: Cell.Ratio, _ address: CellAddress) -> ReportTable.Cell {
    let isPercent = book.context.registry[address.metric].unit == .percent
    let top = isPercent ? ratio.numerator.value.scaled(byPowerOfTen: 2) : ratio.numerator.value
    guard let top, let quotient = top.divided(by: ratio.denominator.value, digits: 12) else { return .init(.none) }
    var marks: [ReportTable.Mark] = [.decomposed]
    if ratio.numerator.isDisputed || ratio.denominator.isDisputed { marks.append(.disputed) }
    if ratio.numerator.completeness == .partial || ratio.denominator.completeness == .partial {
      marks.append(.incomplete)
    }
    if ratio.numerator.isEstimated || ratio.denominator.isEstimated { marks.append(.estimated) }
    let parts = ReportTable.Fraction(ratio.numerator.value, ratio.denominator.value)
    if isPercent { return .init(.percent(quotient, parts: parts), marks: marks) }
    if case .money(let currency) = ratio.numeratorAddress.unit {
      return .init(.money(quotient, currency), marks: marks)
    }
    return .init(.plain(quotient), marks: marks)
  }

  func marks(_ found: Cell.Resolved, _ address: CellAddress) -> [ReportTable.Mark] {
    var marks: [ReportTable.Mark] = []
    switch found.way {
    case .declared: break
    case .entries, .decomposed, .narrowerEntries, .toDateAndLater, .ratio: marks.append(.decomposed)
    }
    if found.isDisputed || differsUndeclared(found, address) { marks.append(.disputed) }
    let isToDate = address.layer == .actual && found.reach.map { $0 < address.period.end } ?? false
    if found.completeness == .partial { marks.append(isToDate && !hasEnded(address.period) ? .toDate : .incomplete) }
    if found.isEstimated { marks.append(.estimated) }
    return marks
  }

  /// docs/model.md §6.2: complete decompositions that differ, with nothing declared.
  private func differsUndeclared(_ found: Cell.Resolved, _ address: CellAddress) -> Bool {
    guard case .decomposed(let used) = found.way, found.completeness == .complete, address.layer != .actual else {
      return false
    }
    return resolver.cell(address).decompositions.contains { other in
      guard other.axis != used, other.completeness == .complete, other.shareCount == 0, let sum = other.sum else {
        return false
      }
      // What exceeds the whole by exactly the unit's buffer was planned to.
      return sum != found.value && (used != .organization || resolver.padded(sum, address) != found.value)
    }
  }

  /// An ended period with a target and without an actual.
  private func isUnreported(_ address: CellAddress) -> Bool {
    guard address.layer == .actual, hasEnded(address.period) else { return false }
    var target = address
    target.layer = .target
    return resolver.resolve(target) != nil
  }

  /// A period has ended once its last workday is over.
  func hasEnded(_ period: Period) -> Bool {
    let calendar = book.context.calendar
    if period.end < book.today { return true }
    guard period.start < book.today else { return false }
    return calendar.workdays(from: book.today, to: period.end) == 0
  }
}
