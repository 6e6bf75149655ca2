/// What a cell is worth, computed from `docs/model.md` alone; the numbers in comments are its steps.
struct ModelByTheBook {
  let book: ResolutionBook
  let layer: ResolutionCase.Layer

  struct Cell: Hashable {
    var owner: String
    var period: String
    var industry: String?
  }

  enum Axis: String { case organization, month, industry }

  struct Sum {
    let axis: Axis
    let value: Int
    let isComplete: Bool
    let children: [(cell: Cell, worth: Worth)]
    let missing: [(cell: Cell, why: String)]
  }

  struct Worth {
    let value: Int
    let isDeclared: Bool
    let isComplete: Bool
    var isDisputed = false
    var statement: Statement?
    var axis: Axis?
  }

  /// 3.1
  func declared(_ cell: Cell, on layer: ResolutionCase.Layer? = nil) -> Statement? {
    book.statements.first {
      $0.owner == cell.owner && $0.period == cell.period && $0.industry == cell.industry
        && $0.layer == layer ?? self.layer
    }
  }

  /// 3.6 for plans, 4.1 to 4.3 for actuals.
  func worth(_ cell: Cell) -> Worth? {
    if let found = declared(cell) {
      return Worth(value: found.value, isDeclared: true, isComplete: true, statement: found)
    }
    let sums = [overOrganization(cell), overTime(cell), overIndustries(cell)].compactMap { $0 }
    if layer == .actual {
      // 4.2 before 4.3: the owner's own parts come before anybody else's numbers.
      let order: [Axis] = [.month, .organization, .industry]
      for axis in order { if let sum = sums.first(where: { $0.axis == axis }) { return worth(sum, beside: []) } }
      return nil
    }
    return (sums.first(where: \.isComplete) ?? sums.first).map { worth($0, beside: sums) }
  }

  private func worth(_ sum: Sum, beside others: [Sum]) -> Worth {
    // Two complete sums that differ, and nothing that decides between them.
    let isDisputed = sum.isComplete && others.contains { $0.isComplete && $0.value != sum.value }
    return Worth(
      value: sum.value, isDeclared: false, isComplete: sum.isComplete, isDisputed: isDisputed, axis: sum.axis)
  }

  private func along(_ axis: Axis, _ cell: Cell) -> Sum? {
    switch axis {
    case .organization: overOrganization(cell)
    case .month: overTime(cell)
    case .industry: overIndustries(cell)
    }
  }

  /// 2.4, 2.7
  func overOrganization(_ cell: Cell) -> Sum? {
    sum(
      .organization,
      (ResolutionBook.tree[cell.owner] ?? []).map { Cell(owner: $0, period: cell.period, industry: cell.industry) }
    ) { child in
      if layer == .actual { return declared(child, on: .target) == nil ? nil : "not reported" }
      return book.planned.contains(child.owner) ? nil : "no plan"
    }
  }

  /// 2.1, 2.6, and 3.3: along time only the owner's own plans count, for actuals the people too (4.2).
  func overTime(_ cell: Cell) -> Sum? {
    guard cell.period == ResolutionBook.quarter else { return nil }
    let months = ResolutionBook.months.map { Cell(owner: cell.owner, period: $0, industry: cell.industry) }
    if layer == .actual, !months.contains(where: { declared($0) != nil }) { return nil }
    return sum(.month, months, isOwn: layer != .actual) { _ in layer == .actual ? "not reported" : "not stated" }
  }

  /// 2.5, 2.8
  func overIndustries(_ cell: Cell) -> Sum? {
    guard cell.industry == nil else { return nil }
    let parts = ResolutionBook.industries.map { Cell(owner: cell.owner, period: cell.period, industry: $0) }
    return sum(.industry, parts, isOwn: true) { _ in "not stated" }
  }

  /// 3.2, 3.4. `isOwn`: what others state does not make a child's value.
  private func sum(_ axis: Axis, _ cells: [Cell], isOwn: Bool = false, whyMissing: (Cell) -> String?) -> Sum? {
    var children: [(cell: Cell, worth: Worth)] = []
    var missing: [(cell: Cell, why: String)] = []
    for cell in cells {
      let own = declared(cell).map { Worth(value: $0.value, isDeclared: true, isComplete: true, statement: $0) }
      if let worth = isOwn ? own : worth(cell) {
        children.append((cell, worth))
        // What a child lacks, its parent lacks.
        if !worth.isComplete, let way = worth.axis { missing += along(way, cell)?.missing ?? [] }
      } else if let why = whyMissing(cell) {
        missing.append((cell, why))
      }
    }
    guard !children.isEmpty else { return nil }
    return Sum(
      axis: axis, value: children.reduce(0) { $0 + $1.worth.value },
      isComplete: missing.isEmpty && children.allSatisfy(\.worth.isComplete), children: children, missing: missing)
  }
}
