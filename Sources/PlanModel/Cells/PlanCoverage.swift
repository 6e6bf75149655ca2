package import PlanSource
package import PlanSyntax

/// Whose plan for which period every file of a book is.
package struct PlanCoverage: Sendable {
  package struct Plan: Sendable {
    package let file: FileID
    package let owner: OwnerID?
    package let period: Period?
    /// Strategies stand one level above the division.
    package let isStrategy: Bool

    package init(file: FileID, owner: OwnerID?, period: Period?, isStrategy: Bool = false) {
      self.file = file
      self.owner = owner
      self.period = period
      self.isStrategy = isStrategy
    }
  }

  /// By file index.
  private let plans: [Plan?]
  /// By owner index, without strategies.
  private let periods: [[Period]]

  package init(_ plans: [Plan]) {
    var byFile = [Plan?](repeating: nil, count: (plans.map { Int($0.file.index) }.max() ?? -1) + 1)
    var byOwner = [[Period]](
      repeating: [], count: (plans.compactMap { $0.owner.map { Int($0.index) } }.max() ?? -1) + 1)
    for plan in plans {
      byFile[Int(plan.file.index)] = plan
      if let owner = plan.owner, let period = plan.period, owner.index >= 0, !plan.isStrategy {
        byOwner[Int(owner.index)].append(period)
      }
    }
    self.plans = byFile
    periods = byOwner
  }

  package func plan(of file: FileID) -> Plan? { file.index < plans.count ? plans[Int(file.index)] : nil }

  /// Whether a file is this owner's plan for exactly this period.
  package func isOwn(_ file: FileID, of owner: OwnerID, for period: Period) -> Bool {
    guard let plan = plan(of: file) else { return false }
    return plan.owner == owner && plan.period == period
  }

  /// Whether the owner has a plan whose period is, contains or lies in `period` (docs/model.md §2.7).
  package func hasPlan(_ owner: OwnerID, for period: Period) -> Bool {
    periods(of: owner).contains { $0.contains(period) || period.contains($0) }
  }

  /// The periods that an owner has plans for, in the order of their files.
  package func periods(of owner: OwnerID) -> [Period] {
    owner.index >= 0 && owner.index < periods.count ? periods[Int(owner.index)] : []
  }
}

/// Over-assignment that a plan's `上浮` declares.
package struct PlanBuffer: Sendable {
  package let owner: OwnerID
  package let period: Period
  /// 10 for `10%`.
  package let percent: ExactDecimal

  package init(owner: OwnerID, period: Period, percent: ExactDecimal) {
    self.owner = owner
    self.period = period
    self.percent = percent
  }
}
