import PlanModel
import PlanSource
import PlanSyntax

extension Report {
  /// Targets whose decomposition does not reach them, with the children that make the difference.
  package static let gap = Report(
    id: "gap",
    summary: LocalText(zh: "目标与分解的差额", en: "Declared targets against what they were broken into"),
    why: LocalText(
      zh: "差额追到具体的人、期间和计划里的那一行；缺谁、缺哪一期都点名。",
      en: "Traces each difference to people, periods and the line of a plan; names who or what is missing."),
    options: [.metric, .period, .where, .depth],
    examples: ["plancompile gap --against decomposition", "plancompile gap --metric 签约额 --period 2026-Q2"],
    build: { book, options throws(ReportProblem) in GapTable(book, options).table() })
}

private struct GapTable {
  let figures: ReportFigures
  let options: ReportOptions
  let words: GapWords
  let suppressed: SuppressedMismatches

  /// More children of one target are counted, not listed.
  static let mostChildren = 40

  init(_ book: PlanBook, _ options: ReportOptions) {
    figures = ReportFigures(book: book)
    self.options = options
    words = GapWords(figures)
    suppressed = SuppressedMismatches(book)
  }

  func table() -> ReportTable {
    var table = ReportTable(
      id: "gap", title: LocalText(zh: "目标与分解的差额", en: "Targets and their decomposition"),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: "owner"), .key),
        .init("metric", LocalText(zh: "指标", en: "metric"), .key),
        .init("period", LocalText(zh: "期间", en: "period"), .key),
        .init("dimension", LocalText(zh: "维度", en: "dimension"), .key),
        .init("axis", LocalText(zh: "分解方式", en: "broken down by"), .key),
        .init("declared", LocalText(zh: "目标", en: "target"), .measure),
        .init("decomposed", LocalText(zh: "分解合计", en: "decomposed"), .measure),
        .init("gap", LocalText(zh: "差额", en: "gap"), .measure),
        .init("planned", LocalText(zh: "计划上浮", en: "planned over-assignment"), .measure),
        .init("remark", LocalText(zh: "说明", en: "remark"), .remark),
      ])
    let choice = ReportChoice(figures.book, options)
    let owners = Set(choice.owners(under: options.owners, depth: options.depth).map(\.0))
    let isAll = options.owners.isEmpty && options.depth == nil
    var isAnyStated = false
    let gaps = figures.resolver.gaps(of: 0..<figures.resolver.ownerCount) { address in
      let isShown = (isAll || owners.contains(address.owner)) && isWanted(address)
      isAnyStated = isAnyStated || isShown
      return isShown
    }
    for gap in gaps { add(gap, to: &table) }
    if !gaps.isEmpty { table.notes.append(LocalText(zh: "差额 = 目标 − 分解合计", en: "gap = target − decomposed")) }
    if isAnyStated {
      table.meaningWhenEmpty = LocalText(zh: "目标与分解一致", en: "every target and its decomposition agree")
    }
    return table
  }

  private func isWanted(_ address: CellAddress) -> Bool {
    guard options.metrics.isEmpty || options.metrics.contains(address.metric) else { return false }
    guard options.periods.isEmpty || options.periods.contains(where: { $0.contains(address.period) }) else {
      return false
    }
    let values = figures.book.dimensions[address.dimensions]
    return options.dimensions.allSatisfy { values.contains($0) }
  }

  private func add(_ gap: Gap, to table: inout ReportTable) {
    let address = gap.address
    let found = gap.decomposition
    let isAsPlanned = found.completeness == .complete && gap.gap.adding(gap.planned)?.isZero == true
    let asPlanned = LocalText(zh: "与计划上浮一致", en: "as planned")
    let reason = suppressed.reason(address, found.axis)
    let note = GapWords.joined([
      isAsPlanned ? asPlanned : words.lacks(found, address.owner), reason.flatMap { words.suppressed($0) },
    ])
    table.rows.append(
      ReportTable.Row(
        kind: .total,
        cells: keys(address, found.axis) + [
          figures.declared(address), figures.sum(of: found, address),
          figures.figure(gap.gap, address, marks: reason == nil ? [] : [.suppressed]),
          gap.planned.isZero ? .init(.none) : figures.figure(gap.planned, address),
          .init(note.map { .text($0) } ?? .none),
        ]))
    if isAsPlanned { return }
    for child in found.children.prefix(Self.mostChildren) {
      table.rows.append(row(child, found.axis))
    }
    let rest = found.children.count - Self.mostChildren
    if rest > 0 {
      table.rows.append(remark(address, found.axis, LocalText(zh: "… 另有 \(rest) 项", en: "… and \(rest) more")))
    }
    for missing in found.missing.prefix(Self.mostChildren) {
      table.rows.append(remark(missing.address, found.axis, words.reason(missing.reason)))
    }
  }

  private func row(_ child: Decomposition.Child, _ axis: DecompositionAxis) -> ReportTable.Row {
    var marks: [ReportTable.Mark] = []
    if child.way != .declared { marks.append(.decomposed) }
    if child.completeness == .partial { marks.append(.incomplete) }
    if child.isDisputed { marks.append(.disputed) }
    if child.isEstimated { marks.append(.estimated) }
    let share = child.share.map { share in
      LocalText(zh: "其中 \(share.start)–\(share.end)", en: "of it \(share.start)–\(share.end)")
    }
    let remark = share ?? (child.way == .declared ? nil : words.way(child.way))
    return ReportTable.Row(
      depth: 1,
      cells: keys(child.address, axis) + [
        .init(.none), figures.figure(child.value, child.address, marks: marks, facts: child.facts), .init(.none),
        .init(.none), .init(remark.map { .text($0) } ?? .none),
      ])
  }

  private func remark(_ address: CellAddress, _ axis: DecompositionAxis, _ text: LocalText) -> ReportTable.Row {
    ReportTable.Row(
      depth: 1,
      cells: keys(address, axis) + [.init(.none), .init(.none), .init(.none), .init(.none), .init(.text(text))])
  }

  private func keys(_ address: CellAddress, _ axis: DecompositionAxis) -> [ReportTable.Cell] {
    [
      figures.name(address.owner), figures.name(address.metric), .init(.period(address.period)),
      figures.values(address.dimensions), .init(.text(words.axis(axis))),
    ]
  }
}
