internal import PlanSyntax

/// Answers what a cell of a book is worth, step by step as docs/model.md has it.
///
/// Nothing is computed before it is asked for, and nothing is kept: every method is a pure function of the book, so owners can be
/// worked on side by side.
package struct CellResolver: Sendable {
  package let store: FactStore
  package let organization: Organization
  package let metrics: MetricRegistry
  package let plans: PlanCoverage
  /// By owner index.
  private let buffers: [Int32: [PlanBuffer]]
  let roots: [OwnerID]

  /// Units nested deeper are not summed (docs/model.md §3.9).
  static let mostLevels = 64

  package init(
    store: FactStore, organization: Organization, metrics: MetricRegistry, plans: PlanCoverage,
    buffers: [PlanBuffer] = []
  ) {
    self.store = store
    self.organization = organization
    self.metrics = metrics
    self.plans = plans
    self.buffers = Dictionary(grouping: buffers) { $0.owner.index }
    roots = organization.roots
  }

  /// The owner of strategy plans: one above the roots of the organization, and no node of it.
  package var strategyOwner: OwnerID { OwnerID(store.strategyOwner) }

  /// The children of an owner in the organization, whoever they are and whenever they are there.
  func children(of owner: Int) -> ArraySlice<OwnerID> {
    owner == store.strategyOwner ? roots[...] : organization.children(of: OwnerID(owner))
  }

  /// By what the children of a declared cell are planned to exceed it, in percent (docs/model.md §6.1).
  func buffer(of owner: Int, in period: Period, along axis: DecompositionAxis, base: FactStore.Base) -> ExactDecimal {
    guard base.kind == .flow, base.isBetterHigh, owner < organization.nodes.count else { return .zero }
    let isUnit = organization.nodes[owner].kind == .unit
    switch axis {
    case .organization where isUnit:
      return planBuffer(of: owner, in: period) ?? organization.nodes[owner].buffer
    case .time where !isUnit:
      return planBuffer(of: owner, in: period) ?? .zero
    default:
      return .zero
    }
  }

  private func planBuffer(of owner: Int, in period: Period) -> ExactDecimal? {
    let around = buffers[Int32(owner)]?.filter { $0.period.contains(period) } ?? []
    // Of two for the same period the first in path order counts.
    return around.enumerated().min { lhs, rhs in
      let left = lhs.element.period.start.distance(to: lhs.element.period.end)
      let right = rhs.element.period.start.distance(to: rhs.element.period.end)
      return (left, lhs.offset) < (right, rhs.offset)
    }?.element.percent
  }
}

extension CellResolver {
  /// A cell by numbers of the store; it need not exist.
  struct Spot: Hashable, Sendable {
    var owner: Int
    var base: Int
    var period: Int
    var set: Int
    /// Asked only whether anything is stated at all: other units are not looked at.
    var isProbe = false

    func at(period: Int) -> Spot { with { $0.period = period } }
    func of(_ owner: Int) -> Spot { with { $0.owner = owner } }
    func restricted(to set: Int) -> Spot { with { $0.set = set } }

    func with(_ change: (inout Spot) -> Void) -> Spot {
      var copy = self
      change(&copy)
      return copy
    }
  }

  /// What a cell is worth.
  struct Outcome: Sendable {
    var value = ExactDecimal.zero
    var completeness = Completeness.absent
    var way = Way.declared
    /// The last day that an actual covers.
    var reach = Int32.max
    /// Something below is stated in another unit, or cannot be summed.
    var isBlocked = false
    var isDisputed = false
    /// Some share of a week was measured in workdays of a year whose holidays are not known.
    var isEstimated = false
    /// Shares of weeks in the value.
    var shares = 0

    var isAbsent: Bool { completeness == .absent }
    var isComplete: Bool { completeness == .complete }

    static let absent = Outcome()
  }

  func base(_ spot: Spot) -> FactStore.Base { store.bases[spot.base] }
  func period(_ spot: Spot) -> Period { store.periods.periods[spot.period] }
  func find(_ spot: Spot) -> Int { store.find(spot.owner, spot.base, spot.period, spot.set) }

  /// The value of the cell itself (§3.1): the statement in force, else the sum of its entries.
  func declared(_ spot: Spot) -> Outcome? {
    let cell = find(spot)
    return cell < 0 ? nil : declared(cell: cell)
  }

  func declared(cell: Int) -> Outcome? {
    let flags = store.flags[cell]
    guard !flags.isDisjoint(with: .valued) else { return nil }
    var outcome = Outcome(value: store.values[cell], completeness: .complete)
    outcome.way = flags.contains(.statement) ? .declared : .entries
    outcome.isDisputed = flags.contains(.disputed)
    outcome.reach = reach(cell: cell)
    return outcome
  }

  /// §4.4: the end of the period; of a statement to date, its day.
  private func reach(cell: Int) -> Int32 {
    let period = store.periods.periods[CellKey.period(store.keys[cell])]
    guard store.flags[cell].contains(.toDate) else { return period.end.number }
    let day = store.facts[Int(store.inForce[cell])].extras?.toDate
    return day.map { min($0.number, period.end.number) } ?? period.start.number - 1
  }

  /// Why a cell without a value is stated nevertheless (§2.7.3): as something that cannot be summed, or in another unit.
  func statedOtherwise(_ spot: Spot) -> Decomposition.Missing.Reason? {
    let cell = find(spot)
    if cell >= 0, store.flags[cell].contains(.unsummable) { return .notSummable }
    guard !spot.isProbe else { return nil }
    for sibling in base(spot).siblings where sibling != spot.base {
      let other = spot.with {
        $0.base = sibling
        $0.isProbe = true
      }
      let found = find(other)
      if found >= 0, !store.bases[sibling].isSummable { return .notSummable }
      if store.bases[sibling].isSummable, !resolved(other, depth: 0).isAbsent { return .otherCurrency }
    }
    return nil
  }

  /// Whether the owner states anything of this metric and layer in or around the period.
  func isAnythingNear(_ spot: Spot) -> Bool { store.isAnything(spot.owner, spot.base, near: spot.period) }
}

/// A running sum of children.
struct CellSum {
  private(set) var total: ExactDecimal? = .zero
  private(set) var isAnyStated = false
  private var lacksSome = false
  private var outcome = CellResolver.Outcome.absent
  private var lastReach = Int32.min
  private var firstReach = Int32.max

  mutating func add(_ child: CellResolver.Outcome) {
    isAnyStated = true
    total = total?.adding(child.value)
    outcome.isBlocked = outcome.isBlocked || child.isBlocked
    outcome.isDisputed = outcome.isDisputed || child.isDisputed
    outcome.isEstimated = outcome.isEstimated || child.isEstimated
    outcome.shares += child.shares
    lastReach = max(lastReach, child.reach)
    firstReach = min(firstReach, child.reach)
    if child.completeness == .partial { lacksSome = true }
  }

  mutating func lack(isBlocked: Bool = false) {
    lacksSome = true
    if isBlocked { outcome.isBlocked = true }
  }

  /// §3.4. A sum that leaves the range of numbers is absent, and contradicts nothing (§3.9).
  func finished(_ way: Way, reachesWithLast: Bool = true) -> CellResolver.Outcome {
    var result = outcome
    result.way = way
    guard isAnyStated, let total else {
      result.isBlocked = result.isBlocked || isAnyStated
      return result
    }
    result.value = total
    result.completeness = lacksSome ? .partial : .complete
    result.reach = reachesWithLast ? lastReach : firstReach
    return result
  }
}
