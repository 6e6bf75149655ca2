import PlanModel
import PlanSource
import PlanSyntax

/// The cells of a book with what rules say about them.
struct BookCells {
  let book: PlanBook
  let context: RuleContext
  let resolver: CellResolver
  let wording: PeriodWording
  /// Files whose name, heading and front matter disagree: another rule speaks of them, and their numbers prove nothing.
  private let doubtfulFiles: Set<FileID>
  private let doubtfulOwners: Set<OwnerID>

  init(_ book: PlanBook, _ context: RuleContext) {
    self.book = book
    self.context = context
    resolver = book.resolver
    wording = PeriodWording(context.book.fiscal)
    let doubtful = book.files.filter { !$0.scope.contradictions.isEmpty }
    doubtfulFiles = Set(doubtful.map(\.source.id))
    doubtfulOwners = Set(doubtful.compactMap(\.scope.owner?.value))
  }

  /// What a finder of the resolver finds for all owners, in their order.
  func forOwners<Found: Sendable>(_ find: @Sendable (CellResolver, Range<Int>) -> [Found]) -> [Found] {
    let ranges = resolver.ownerRanges
    return context.workers.map(ranges.count) { [resolver] in find(resolver, ranges[$0]) }.flatMap(\.self)
  }

  var registry: MetricRegistry { context.book.registry }

  func fact(_ index: Int) -> Fact { book.store.facts[index] }

  func amount(_ index: Int) -> LocalText { AmountWording.text(fact(index), registry) }

  func amount(_ value: ExactDecimal, of address: CellAddress) -> LocalText {
    AmountWording.text(value, unit(of: address), metric: registry[address.metric])
  }

  /// Whether any of these facts stands in a file whose own scope is doubtful.
  func areDoubtful(_ facts: [Int]) -> Bool { facts.contains { doubtfulFiles.contains(fact($0).range.file) } }

  func isDoubtful(_ owner: OwnerID) -> Bool { doubtfulOwners.contains(owner) }

  /// Whether a fact stands in a plan of this owner.
  func isOwn(_ index: Int, of owner: OwnerID) -> Bool {
    let scope = book.files[Int(fact(index).range.file.index)].scope
    return scope.owner?.value == owner
  }

  /// A node's name; of the strategy above the division, what it is.
  func name(_ owner: OwnerID) -> LocalText {
    let nodes = context.book.organization.nodes
    guard nodes.indices.contains(Int(owner.index)) else { return LocalText(zh: "战略", en: "the strategy") }
    return LocalText(zh: nodes[Int(owner.index)].name, en: nodes[Int(owner.index)].name)
  }

  func isUnit(_ owner: OwnerID) -> Bool {
    let nodes = context.book.organization.nodes
    return !nodes.indices.contains(Int(owner.index)) || nodes[Int(owner.index)].kind == .unit
  }

  func metric(_ address: CellAddress) -> LocalText { registry[address.metric].label }

  /// The values that the cell is restricted to, in brackets; empty for the whole.
  func restriction(_ address: CellAddress) -> LocalText {
    let values = book.dimensions[address.dimensions].map(\.value)
    guard !values.isEmpty else { return LocalText(zh: "", en: "") }
    return LocalText(zh: "（\(values.joined(separator: "、"))）", en: " (\(values.joined(separator: ", ")))")
  }

  /// `2026年第二季度签约额`, `Q2 2026 bookings`, with the owner where the plan at hand is not that owner's.
  func title(_ address: CellAddress, at index: Int) -> LocalText {
    let period = wording.text(address.period)
    let metric = metric(address)
    let restriction = restriction(address)
    let whose = isOwn(index, of: address.owner) ? LocalText(zh: "", en: "") : name(address.owner)
    return LocalText(
      zh: "\(whose.zh.isEmpty ? "" : whose.zh + " ")\(period.zh)\(metric.zh)\(restriction.zh)",
      en: "\(whose.en.isEmpty ? "" : whose.en + ", ")\(period.en) \(metric.en)\(restriction.en)")
  }

  private func unit(of address: CellAddress) -> FactUnit {
    if case .money(let currency) = address.unit { return .money(currency) }
    switch registry[address.metric].unit {
    case .money: return .money(context.book.currency)
    case .count: return .count
    case .percent: return .percent
    case .days: return .days
    case .hours: return .hours
    }
  }
}
