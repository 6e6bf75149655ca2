import PlanModel
import PlanSource
import PlanSyntax

extension Report {
  /// Totals: the tree of owners × periods, or any axes.
  package static let rollup = Report(
    id: "rollup",
    summary: LocalText(zh: "按组织与期间汇总目标", en: "Targets by organization and period"),
    why: LocalText(
      zh: "声明的目标与分解合计分开列出，差额一目了然；上级目标不会与下级分解重复相加。",
      en: "The declared target and the sum of what it was broken into stand side by side and are never added."),
    options: [.by, .metric, .period, .layer, .where, .depth],
    examples: [
      "plancompile", "plancompile --by team,quarter --metric 签约额", "plancompile --by month --where owner=华东区",
    ],
    build: { book, options throws(ReportProblem) in
      options.by.isEmpty && (options.layers.isEmpty || options.layers == [.target])
        ? RollupTree(book, options).table() : RollupByAxes(book, options).table()
    })
}

/// The report's own layout: metrics, under each the tree of owners, for each the year and its quarters.
private struct RollupTree {
  let figures: ReportFigures
  let options: ReportOptions
  let choice: ReportChoice
  let suppressed: SuppressedMismatches

  init(_ book: PlanBook, _ options: ReportOptions) {
    figures = ReportFigures(book: book)
    self.options = options
    choice = ReportChoice(book, options)
    suppressed = SuppressedMismatches(book)
  }

  func table() -> ReportTable {
    var table = ReportTable(
      id: "rollup", title: LocalText(zh: "目标汇总", en: "Targets"),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: "owner"), .key),
        .init("metric", LocalText(zh: "指标", en: "metric"), .key),
        .init("period", LocalText(zh: "期间", en: "period"), .key),
        .init("declared", LocalText(zh: "目标", en: "target"), .measure),
        .init("decomposed", LocalText(zh: "分解合计", en: "decomposed"), .measure),
        .init("gap", LocalText(zh: "差额", en: "gap"), .measure),
        .init("resolved", LocalText(zh: "采用", en: "resolved"), .measure),
        .init("remark", LocalText(zh: "说明", en: "remark"), .remark),
      ])
    let periods = choice.periods.flatMap { period in
      options.periods.isEmpty ? [period] + figures.book.periodTree.parts(of: period, by: .quarter) : [period]
    }
    for metric in choice.metrics(on: [.target]) {
      for (owner, depth) in choice.owners(under: options.owners, depth: options.depth) {
        for period in periods {
          for unit in choice.units(of: metric, .target) {
            var address = CellAddress(
              owner: owner, metric: metric, period: period, dimensions: choice.dimensions ?? .none, unit: unit)
            address.tier = options.tiers.first ?? .target
            if choice.dimensions != nil, let row = row(address, depth) { table.rows.append(row) }
          }
        }
      }
    }
    table.notes = choice.notes()
    return table
  }

  private func row(_ address: CellAddress, _ depth: Int) -> ReportTable.Row? {
    let resolved = figures.resolved(address)
    guard resolved.value != .none else { return nil }
    let declared = figures.resolver.declaredValue(address)
    let main = mainDecomposition(address)
    var gap = ReportTable.Cell(.none)
    var remarks: [LocalText?] = []
    if let main {
      remarks.append(GapWords(figures).lacks(main, address.owner))
      if let declared, let sum = main.sum, let difference = declared.value.subtracting(sum) {
        let reason = suppressed.reason(address, main.axis)
        gap = figures.figure(difference, address, marks: reason == nil ? [] : [.suppressed])
        remarks.append(reason.flatMap { GapWords(figures).suppressed($0) })
      }
    }
    return ReportTable.Row(
      depth: depth,
      cells: [
        figures.name(address.owner), figures.name(address.metric), .init(.period(address.period)),
        figures.declared(address), figures.sum(of: main, address), gap, resolved,
        .init(GapWords.joined(remarks).map { .text($0) } ?? .none),
      ])
  }

  /// The decomposition that stands beside a target: by organization for units, over time for people; the first there is.
  private func mainDecomposition(_ address: CellAddress) -> Decomposition? {
    let isUnit = figures.book.context.organization[address.owner].kind == .unit
    if isUnit, let people = figures.resolver.decomposition(of: address, along: .organization), people.sum != nil {
      return people
    }
    var found = figures.resolver.decompositionsOverTime(of: address).filter { $0.sum != nil }
    if !found.contains(where: { $0.completeness == .complete }) {
      found = figures.resolver.cell(address).decompositions.filter { $0.sum != nil && $0.axis != .organization }
    }
    return found.first { $0.completeness == .complete } ?? found.first
  }
}
