import PlanSource
import PlanSyntax

/// Reads the row of targets in a table about something else: `Quota Target` under columns that are levels of a job.
extension FactReader {
  func readNamedRows(_ layout: TableLayout) {
    let table = layout.table
    guard table.columnCount > 1 else { return }
    for row in layout.firstBodyRow..<table.rowCount where table.states[table.index(row, 0)] == .text {
      let phrase = table.cells[table.index(row, 0)]
      guard namesMetric(phrase) else { continue }
      let label = HeaderMeaning(phrase, tree, book, source)
      guard label.isFullyKnown, label.layer == .target, label.derived == nil else { continue }
      for column in 1..<table.columnCount where table.states[table.index(row, column)] == .text {
        var context = layout.context
        context.metric = label.metric
        context.layer = .target
        context.metricName = nil
        if let unit = label.unit { context.unit = unit }
        takeOwner(ofColumn: column, layout, &context)
        readPhrase(table.cells[table.index(row, column)].tokens, context, carrier: .table, policy: .known)
      }
    }
  }

  private func namesMetric(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { index in
      tree.tokens[index].kind == .word && book.lexicon[tree.tokens[index].value].metric != nil
    }
  }

  /// The column is somebody's by what its header says: a name of the book, else a level or role.
  private func takeOwner(ofColumn column: Int, _ layout: TableLayout, _ context: inout ReadingContext) {
    let header = layout.columns[column]
    if let owner = header.owner, let node = contextReader.single(owner, under: context.owner) {
      context.owner = node
      context.ownerName = nil
    } else if !header.isEmpty {
      context.owner = nil
      context.ownerName = source.text(header.range)
    }
  }
}
