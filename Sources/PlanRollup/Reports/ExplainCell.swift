import PlanModel
import PlanSource
import PlanSyntax

extension Report {
  /// Where a number comes from, down to the lines of plans.
  package static let explain = Report(
    id: "explain",
    summary: LocalText(zh: "一个数字从哪里来", en: "Where a number comes from"),
    why: LocalText(
      zh: "逐层列出采用的数、采用的理由、相加的各项和搁置的写法，直到计划里的那一行。",
      en: "Shows the number in force, why, what was added and what was set aside, down to the line of a plan."),
    options: [.cell],
    examples: ["plancompile explain 王岚/签约额/2026-Q2", "plancompile explain '华东区/bookings/2026/actual?industry=医疗'"],
    build: { book, options throws(ReportProblem) in
      guard let cell = options.cell else { throw .malformedCell("") }
      return ExplainTable(book, options).table(of: try CellPath.read(cell, in: book))
    })
}

private struct ExplainTable {
  let figures: ReportFigures
  let words: GapWords
  /// Levels of children below the cell.
  let depth: Int

  /// A larger table would not be read; the rest is counted.
  static let mostRows = 2000

  init(_ book: PlanBook, _ options: ReportOptions) {
    figures = ReportFigures(book: book)
    words = GapWords(figures)
    depth = min(max(options.depth ?? 12, 0), 64)
  }

  func table(of addresses: [CellAddress]) -> ReportTable {
    var table = ReportTable(
      id: "explain", title: LocalText(zh: "数字的来处", en: "Where the number comes from"),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: "owner"), .key),
        .init("metric", LocalText(zh: "指标", en: "metric"), .key),
        .init("period", LocalText(zh: "期间", en: "period"), .key),
        .init("dimension", LocalText(zh: "维度", en: "dimension"), .key),
        .init("what", LocalText(zh: "是什么", en: "what"), .key),
        .init("value", LocalText(zh: "数值", en: "value"), .measure),
        .init("place", LocalText(zh: "位置", en: "place"), .remark),
        .init("text", LocalText(zh: "原文", en: "text"), .remark),
      ])
    let known = addresses.filter { figures.resolved($0).value != .none }
    for address in known.isEmpty ? Array(addresses.prefix(1)) : known { explain(address, in: &table) }
    if table.rows.count >= Self.mostRows {
      table.notes.append(LocalText(zh: "只列出前 \(Self.mostRows) 行", en: "only the first \(Self.mostRows) rows are shown"))
    }
    return table
  }

  private func explain(_ address: CellAddress, in table: inout ReportTable) {
    let cell = figures.resolver.cell(address)
    let how = cell.resolved.map { words.way($0.way) } ?? (cell.ratio == nil ? nil : words.way(.ratio))
    let title = how.map { LocalText(zh: "采用（\($0.zh)）", en: "resolved (\($0.en))") }
    table.rows.append(
      row(address, title ?? LocalText(zh: "没有任何计划写到", en: "nothing is stated"), figures.resolved(address), kind: .total)
    )
    statements(of: cell, 1, in: &table)
    if let ratio = cell.ratio {
      part(ratio.numeratorAddress, LocalText(zh: "分子", en: "numerator"), in: &table)
      part(ratio.denominatorAddress, LocalText(zh: "分母", en: "denominator"), in: &table)
    }
    for found in cell.decompositions {
      let isUsed = cell.resolved?.way == .decomposed(found.axis) || isSameOverTime(cell.resolved?.way, found.axis)
      show(found, of: address, isUsed: isUsed, 1, in: &table)
    }
  }

  /// Halves that nobody states are shown as their quarters.
  private func isSameOverTime(_ way: Way?, _ axis: DecompositionAxis) -> Bool {
    way == .decomposed(.time(.half)) && axis == .time(.quarter)
  }

  private func part(_ address: CellAddress, _ what: LocalText, in table: inout ReportTable) {
    table.rows.append(row(address, what, figures.resolved(address), depth: 1))
    let cell = figures.resolver.cell(address)
    statements(of: cell, 2, in: &table)
    for found in cell.decompositions { show(found, of: address, isUsed: true, 2, in: &table) }
  }

  private func statements(of cell: Cell, _ level: Int, in table: inout ReportTable) {
    let inForce = cell.inForce.map { figures.book.store.facts[$0] }
    for fact in cell.statements {
      let what: LocalText =
        if fact == cell.inForce {
          LocalText(zh: "声明，采用", en: "declared, in force")
        } else if figures.book.store.facts[fact].value == inForce?.value {
          LocalText(zh: "声明，数值相同", en: "declared, the same")
        } else if figures.book.store.facts[fact].isToDate { LocalText(zh: "截至某日，搁置", en: "to date, set aside") } else {
          LocalText(zh: "声明，数值不同，搁置", en: "declared, differs, set aside")
        }
      table.rows.append(row(cell.address, what, of: fact, level))
    }
    for fact in cell.entries {
      let isUsed = cell.statements.isEmpty
      let what = isUsed ? LocalText(zh: "一行", en: "row") : LocalText(zh: "一行，搁置", en: "row, set aside")
      table.rows.append(row(cell.address, what, of: fact, level))
    }
    for fact in cell.setAside {
      table.rows.append(row(cell.address, LocalText(zh: "不能相加，搁置", en: "cannot be added, set aside"), of: fact, level))
    }
  }

  /// One decomposition; what was used is followed down to the lines of plans, others one level.
  private func show(
    _ found: Decomposition, of address: CellAddress, isUsed: Bool, _ level: Int, in table: inout ReportTable
  ) {
    guard table.rows.count < Self.mostRows else { return }
    let name = words.axis(found.axis)
    let isPartial = found.completeness == .partial
    let lacks = isPartial ? LocalText(zh: "，不完整", en: ", incomplete") : LocalText(zh: "", en: "")
    table.rows.append(
      row(
        address, LocalText(zh: "按\(name.zh)分解合计\(lacks.zh)", en: "decomposed by \(name.en)\(lacks.en)"),
        figures.sum(of: found, address), depth: level, showsPlace: false))
    for child in found.children where table.rows.count < Self.mostRows {
      show(child, isUsed: isUsed, level + 1, in: &table)
    }
    for missing in found.missing where table.rows.count < Self.mostRows {
      let why = words.reason(missing.reason)
      table.rows.append(
        row(missing.address, LocalText(zh: "缺：\(why.zh)", en: "missing: \(why.en)"), .init(.none), depth: level + 1))
    }
    for owner in found.open {
      var open = address
      open.owner = owner
      table.rows.append(row(open, LocalText(zh: "空缺岗位", en: "open position"), .init(.none), depth: level + 1))
    }
  }

  private func show(_ child: Decomposition.Child, isUsed: Bool, _ level: Int, in table: inout ReportTable) {
    let share = child.share.map { LocalText(zh: "，\($0.start)–\($0.end) 的份额", en: ", share of \($0.start)–\($0.end)") }
    let way = words.way(child.way)
    let what = LocalText(zh: way.zh + (share?.zh ?? ""), en: way.en + (share?.en ?? ""))
    var marks: [ReportTable.Mark] = child.isDisputed ? [.disputed] : []
    if child.completeness == .partial { marks.append(.incomplete) }
    if child.isEstimated { marks.append(.estimated) }
    let figure = figures.figure(child.value, child.address, marks: marks, facts: child.facts)
    table.rows.append(row(child.address, what, figure, depth: level, fact: child.facts.first))
    for fact in child.facts.dropFirst() {
      table.rows.append(row(child.address, LocalText(zh: "一行", en: "row"), of: fact, level + 1))
    }
    guard isUsed, level < depth, case .decomposed(let axis) = child.way, child.facts.isEmpty else { return }
    let next: DecompositionAxis = axis == .time(.half) ? .time(.quarter) : axis
    if let below = figures.resolver.decomposition(of: child.address, along: next) {
      for grandchild in below.children where table.rows.count < Self.mostRows && grandchild.address != child.address {
        show(grandchild, isUsed: true, level + 1, in: &table)
      }
    }
  }

  private func row(_ address: CellAddress, _ what: LocalText, of fact: Int, _ level: Int) -> ReportTable.Row {
    let known = figures.book.store.facts[fact]
    return row(address, what, .init(figures.value(of: known), sources: [known.range]), depth: level, fact: fact)
  }

  private func row(
    _ address: CellAddress, _ what: LocalText, _ figure: ReportTable.Cell, kind: ReportTable.Row.Kind = .item,
    depth: Int = 0, fact: Int? = nil, showsPlace: Bool = true
  ) -> ReportTable.Row {
    let place = showsPlace ? fact.map { figures.place(of: $0) } ?? figure.sources.first : nil
    return ReportTable.Row(
      kind: kind, depth: depth,
      cells: [
        figures.name(address.owner), figures.name(address.metric), .init(.period(address.period)),
        figures.values(address.dimensions), .init(.text(what)), figure,
        .init(place.map { .place($0) } ?? .none), .init(place.map { .name(figures.book.text(of: $0)) } ?? .none),
      ])
  }
}
