import PlanSource
import PlanSyntax

/// Turns written totals, rates and differences into assertions: what they say beside what the numbers around them give.
extension FactReader {
  func readTotals(_ layout: TableLayout, _ grid: TableGrid) {
    for derived in grid.derived {
      let row = derived.cell / layout.table.columnCount
      let column = derived.cell % layout.table.columnCount
      let rowIsTotal = grid.rowKinds[row] == .total
      switch layout.columns[column].derived {
      case .total?: rowTotal(row, column, layout, grid, derived)
      case .attainment?, .variance?, .growth?: comparison(row, column, layout, grid, derived, rowIsTotal: rowIsTotal)
      case .share?: share(row, column, layout, grid, derived)
      case .chainGrowth?, .average?, .cumulative?: break
      case nil: if rowIsTotal { columnTotal(row, column, layout, grid, derived) }
      }
    }
  }

  // MARK: Sums

  private func columnTotal(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ grid: TableGrid, _ derived: DerivedCell
  ) {
    var cells: [Int] = []
    cells.reserveCapacity(row - layout.firstBodyRow)
    var last = row
    for above in stride(from: row - 1, through: layout.firstBodyRow, by: -1) {
      if grid.rowKinds[above] == .total {
        // A subtotal right above closes its own group; what lies above it belongs to that group.
        if last == row, cells.isEmpty { last = above; continue }
        if isSubtotal(above, layout) { break }
        continue
      }
      if grid.rowKinds[above] == .item { cells.append(layout.table.index(above, column)) }
    }
    guard !cells.contains(where: { grid.blanks[$0] }) else { return }
    let runsOverTime = layout.rowAxis?.isPeriod ?? false
    cells.reverse()
    sum(cells, grid, derived, layout, overTime: runsOverTime)
  }

  private func isSubtotal(_ row: Int, _ layout: TableLayout) -> Bool {
    guard let column = layout.axisColumns.first else { return false }
    let phrase = layout.table.cells[layout.table.index(row, column)]
    let text = source.text(phrase.range)
    return text.contains("小计") || text.lowercased().contains("subtotal")
  }

  private func rowTotal(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ grid: TableGrid, _ derived: DerivedCell
  ) {
    if grid.rowKinds[row] == .total {
      grandTotal(row, column, layout, grid, derived)
      return
    }
    guard grid.rowKinds[row] == .item else { return }
    var cells: [Int] = []
    for before in stride(from: column - 1, through: 0, by: -1) {
      if layout.columns[before].derived == .total { break }
      guard layout.columns[before].isMeasure, layout.columns[before].derived == nil else { continue }
      cells.append(layout.table.index(row, before))
    }
    guard !cells.contains(where: { grid.blanks[$0] }) else { return }
    let runsOverTime = layout.columns.contains { $0.period != nil }
    sum(finest(cells.reversed(), grid), grid, derived, layout, overTime: runsOverTime)
  }

  /// The corner of a matrix: the sum of everything in it.
  private func grandTotal(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ grid: TableGrid, _ derived: DerivedCell
  ) {
    guard layout.isMatrix else { return }
    var cells: [Int] = []
    for above in layout.firstBodyRow..<row where grid.rowKinds[above] == .item {
      for before in 0..<column where layout.columns[before].isMeasure && layout.columns[before].derived == nil {
        cells.append(layout.table.index(above, before))
      }
    }
    guard !cells.contains(where: { grid.blanks[$0] }) else { return }
    sum(cells, grid, derived, layout, overTime: layout.rowAxis?.isPeriod ?? false)
  }

  /// Where quarters and halves stand side by side only the shortest are parts of the whole.
  private func finest(_ cells: [Int], _ grid: TableGrid) -> [Int] {
    let levels = cells.compactMap { cell in fact(cell, grid).flatMap { facts[$0].period.known?.level } }
    guard levels.count == cells.count, let finest = levels.max(), levels.contains(where: { $0 != finest }) else {
      return cells
    }
    return cells.filter { fact($0, grid).flatMap { facts[$0].period.known?.level } == finest }
  }

  /// The index of a cell's fact.
  private func fact(_ cell: Int, _ grid: TableGrid) -> Int? {
    let index = grid.facts[cell]
    return index >= 0 ? Int(index) : nil
  }

  private func sum(
    _ cells: [Int], _ grid: TableGrid, _ derived: DerivedCell, _ layout: TableLayout, overTime: Bool
  ) {
    guard cells.count > 1, let first = fact(cells[0], grid) else { return }
    var parts: [Int] = []
    parts.reserveCapacity(cells.count)
    var total = ExactDecimal.zero
    for cell in cells {
      guard let part = fact(cell, grid), isLike(part, first), let sum = total.adding(facts[part].value) else { return }
      total = sum
      parts.append(part)
    }
    guard let stated = stated(derived, like: facts[first].unit), stated.unit == facts[first].unit else { return }
    var expected = Assertion.Expected.number(total)
    if let metric = facts[first].metric {
      switch book.registry[metric].kind {
      case .flow: break
      case .stock:
        if overTime {
          guard let last = parts.last, stated.value != facts[last].value else { return }
          expected = .notAggregable(sum: total)
        }
      case .ratio, .probability: expected = .notAggregable(sum: nil)
      }
    }
    add(.total, derived, stated, expected, parts, layout)
  }

  /// Whether two numbers can be parts of one sum.
  private func isLike(_ part: Int, _ first: Int) -> Bool {
    facts[part].form == .amount && !facts[part].isToDate && facts[part].metric == facts[first].metric
      && facts[part].unit == facts[first].unit && facts[part].layer == facts[first].layer
      && facts[part].tier == facts[first].tier
  }

  // MARK: Rates and differences

  private func comparison(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ grid: TableGrid, _ derived: DerivedCell, rowIsTotal: Bool
  ) {
    guard !rowIsTotal, let kind = layout.columns[column].derived else { return }
    // The nearest columns before count: `Q1目标 | Q1实际 | Q1完成率 | Q2目标 …`.
    var target: Int?
    var actual: Int?
    var baseline: Int?
    for distance in 1..<max(2, layout.table.columnCount) {
      for side in 0..<2 {
        let other = side == 0 ? column - distance : column + distance
        guard other >= 0, other < layout.table.columnCount, let fact = fact(layout.table.index(row, other), grid),
          facts[fact].form == .amount
        else { continue }
        if let period = layout.columns[column].period, layout.columns[other].period != period { continue }
        switch facts[fact].layer {
        case .target: target = target ?? fact
        case .actual: actual = actual ?? fact
        case .baseline: baseline = baseline ?? fact
        case .forecast: break
        }
      }
    }
    switch kind {
    case .attainment:
      guard let actual, let target, isComparable(actual, target) else { return }
      guard let stated = stated(derived, like: facts[actual].unit), stated.unit == .percent else { return }
      add(.attainment, derived, stated, .ratio(facts[actual].value, facts[target].value), [target, actual], layout)
    case .variance:
      guard let actual, let target, isComparable(actual, target) else { return }
      guard let difference = facts[actual].value.subtracting(facts[target].value),
        let stated = stated(derived, like: facts[actual].unit), stated.unit == facts[actual].unit,
        difference.magnitude != stated.value.magnitude || !isShortfall(layout.columns[column])
      else { return }
      add(.variance, derived, stated, .number(difference), [target, actual], layout)
    case .growth:
      guard let baseline, let now = actual ?? target, facts[now].unit == facts[baseline].unit,
        target == nil || actual == nil, let change = facts[now].value.subtracting(facts[baseline].value),
        let stated = stated(derived, like: facts[now].unit), stated.unit == .percent
      else { return }
      add(.growth, derived, stated, .ratio(change, facts[baseline].value), [baseline, now], layout)
    case .total, .chainGrowth, .share, .cumulative, .average: break
    }
  }

  private func isComparable(_ actual: Int, _ target: Int) -> Bool {
    facts[actual].unit == facts[target].unit && facts[actual].hasPeriod(of: facts[target])
  }

  /// A column headed 缺口 states the missing amount without its sign.
  private func isShortfall(_ header: HeaderMeaning) -> Bool { header.derived == .variance }

  private func share(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ grid: TableGrid, _ derived: DerivedCell
  ) {
    guard grid.rowKinds[row] == .item,
      let measured = (0..<column).last(where: { layout.columns[$0].isMeasure && layout.columns[$0].derived == nil })
    else { return }
    var parts: [Int] = []
    for other in layout.firstBodyRow..<layout.table.rowCount where grid.rowKinds[other] == .item {
      guard let part = fact(layout.table.index(other, measured), grid) else { return }
      parts.append(part)
    }
    guard let mine = fact(layout.table.index(row, measured), grid), parts.count > 1,
      parts.allSatisfy({ facts[$0].unit == facts[mine].unit && facts[$0].metric == facts[mine].metric })
    else { return }
    var total = ExactDecimal.zero
    for part in parts {
      guard let sum = total.adding(facts[part].value) else { return }
      total = sum
    }
    guard let stated = stated(derived, like: facts[mine].unit), stated.unit == .percent else { return }
    add(.share, derived, stated, .ratio(facts[mine].value, total), [mine], layout)
  }

  // MARK: What is written

  private struct Stated {
    let value: ExactDecimal
    let unit: FactUnit
    let digits: Int
    let magnitude: Int8
  }

  private func stated(_ derived: DerivedCell, like partUnit: FactUnit) -> Stated? {
    let quantity = tree.quantities[derived.quantity]
    guard let (value, _, unit, magnitude) = baseUnits(quantity, derived.context) else { return nil }
    let precision = Int(quantity.precision)
    return Stated(
      value: value, unit: unit == .unknown ? partUnit : unit, digits: max(0, Int(quantity.magnitude) - precision),
      magnitude: Int8(clamping: Int(magnitude) + Int(quantity.magnitude)))
  }

  private func add(
    _ kind: Assertion.Kind, _ derived: DerivedCell, _ stated: Stated, _ expected: Assertion.Expected,
    _ inputs: [Int], _ layout: TableLayout
  ) {
    // What is right needs no more looking at.
    if case .number(let number) = expected, number == stated.value { return }
    assertions.append(
      Assertion(
        kind: kind, range: sourceRange(derived.range), stated: stated.value, digits: stated.digits, unit: stated.unit,
        magnitude: stated.magnitude, expected: expected, metric: inputs.first.flatMap { facts[$0].metric },
        inputs: inputs.map { facts[$0].range },
        isMatrix: layout.isMatrix))
  }
}
