import PlanSource
import PlanSyntax

/// Reads tables with a customer or opportunity on every row: their amounts are forecasts, added up and never in conflict.
extension FactReader {
  func readCustomerTable(_ layout: TableLayout) {
    let table = layout.table
    let probabilityColumn = layout.columns.indices.first {
      layout.columns[$0].attribute == .probability
    }
    for row in layout.firstBodyRow..<table.rowCount {
      let line = rowMeaning(row, layout)
      guard line.kind == .item else {
        markDerived(row, layout)
        continue
      }
      let probability = probabilityColumn.flatMap { percent(table.cells[table.index(row, $0)]) }
      for column in table.columnCount > 0 ? 0..<table.columnCount : 0..<0 {
        let header = layout.columns[column]
        guard !layout.axisColumns.contains(column), column != probabilityColumn,
          header.attribute == .expectedAmount || header.metric != nil, header.derived == nil,
          table.states[table.index(row, column)] == .text
        else { continue }
        var context = line.context
        context.metric = header.metric ?? moneyMetric(context) ?? book.bookings
        context.metricName = nil
        if context.owner == nil, context.ownerName == nil { context.owner = scope.owner?.value }
        if let unit = header.unit { context.unit = unit }
        context.layer = header.layer ?? .forecast
        narrow(&context, to: header)
        readAmount(table.cells[table.index(row, column)], context, probability)
      }
    }
  }

  /// The metric of the heading, unless it counts the customers themselves.
  private func moneyMetric(_ context: ReadingContext) -> MetricID? {
    context.metric.flatMap { book.registry[$0].unit == .money ? $0 : nil }
  }

  private func readAmount(_ phrase: Phrase, _ context: ReadingContext, _ probability: ExactDecimal?) {
    guard let index = phrase.tokens.first(where: { tree.tokens[$0].kind == .quantity }) else { return }
    let token = tree.tokens[index]
    let quantity = tree.quantities[Int(token.value)]
    guard context.metric.map({ fits(quantity.unit, $0) }) ?? true else {
      fates[Int(token.value)] = .otherUnit
      return
    }
    guard
      let fact = fact(
        quantity, token.range, context, .customerTable, standing: .entry, probability: probability)
    else { return }
    fates[Int(token.value)] = .fact
    facts.append(fact)
  }

  private func percent(_ phrase: Phrase) -> ExactDecimal? {
    guard let index = phrase.tokens.first(where: { tree.tokens[$0].kind == .quantity }) else { return nil }
    let quantity = tree.quantities[Int(tree.tokens[index].value)]
    guard quantity.unit == .percent else { return nil }
    fates[Int(tree.tokens[index].value)] = .attribute
    return quantity.value
  }

  private func markDerived(_ row: Int, _ layout: TableLayout) {
    for column in 0..<layout.table.columnCount {
      for index in layout.table.cells[layout.table.index(row, column)].tokens where tree.tokens[index].kind == .quantity
      {
        fates[Int(tree.tokens[index].value)] = .derived
      }
    }
  }
}
