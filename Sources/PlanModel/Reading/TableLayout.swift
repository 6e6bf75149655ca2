import PlanSource
import PlanSyntax

/// How a table is laid out: which rows are headers, which columns label its rows, and what the others measure.
struct TableLayout {
  enum Shape { case measures, customers, actions, unknown }

  let table: PlanTable
  var context: ReadingContext
  let firstHeaderRow: Int
  let firstBodyRow: Int
  private(set) var columns: [HeaderMeaning]
  private(set) var axisColumns: [Int] = []
  /// The column that says what each row is counted in.
  private(set) var unitColumn: Int?
  private(set) var shape = Shape.unknown
  /// One metric over two axes.
  private(set) var isMatrix = false
  /// Columns of more than one layer stand side by side.
  private(set) var hasLayers = false

  /// The axis that the first labelling column runs along.
  var rowAxis: AxisHeader? { axisColumns.first.flatMap { columns[$0].header } }

  init(
    _ table: PlanTable, _ tree: PlanTree, _ book: BookContext, _ source: SourceFile, _ context: ReadingContext,
    _ memory: inout HeaderMemory
  ) {
    self.table = table
    self.context = context
    let title = Self.isTitle(table) ? 1 : 0
    firstHeaderRow = title
    var columns = (0..<table.columnCount).map { column in
      memory.meaning(ofCell: table.index(title, column), table, tree, book, source)
    }
    var body = title + 1
    if body < table.rowCount, Self.isSecondHeader(table, tree, row: body) {
      for column in 1..<max(1, table.columnCount) where columns[column].isEmpty {
        columns[column] = columns[column - 1]
      }
      columns = columns.enumerated().map { column, above in
        above.joined(with: memory.meaning(ofCell: table.index(body, column), table, tree, book, source))
      }
      body += 1
    }
    self.columns = columns
    firstBodyRow = body
    nameUnknownColumns(tree, source)
    settleAxes(tree, book, source, &memory)
    settleShape()
  }

  private static func isTitle(_ table: PlanTable) -> Bool {
    guard table.rowCount > 2, table.columnCount > 2, table.states[0] == .text else { return false }
    return (1..<table.columnCount).allSatisfy { table.states[$0] == .blank }
  }

  /// Merged headers come out of Word as a first row with gaps and a second one of words under it.
  private static func isSecondHeader(_ table: PlanTable, _ tree: PlanTree, row: Int) -> Bool {
    let above = (0..<table.columnCount).map { table.cells[table.index(row - 1, $0)].isEmpty }
    guard above.dropFirst().contains(true) else { return false }
    var words = 0
    for column in 0..<table.columnCount where table.states[table.index(row, column)] == .text {
      let phrase = table.cells[table.index(row, column)]
      if column == 0, !above[0] { return false }
      guard phrase.tokens.allSatisfy({ tree.tokens[$0].kind != .quantity }) else { return false }
      words += 1
    }
    return words > 1
  }

  /// Under a heading that names a metric and an axis, a header that means nothing else is a value of the axis.
  private mutating func nameUnknownColumns(_ tree: PlanTree, _ source: SourceFile) {
    guard let axis = context.axis, context.metric != nil else { return }
    for column in columns.indices.dropFirst() {
      let header = columns[column]
      guard !header.isEmpty, !header.isFullyKnown, header.metric == nil, header.period == nil, header.derived == nil,
        header.dimension == nil, header.owner == nil
      else { continue }
      let phrase = table.cells[table.index(firstHeaderRow, column)]
      columns[column].dimension = .words(axis, phrase.range)
      columns[column].layer = nil
      columns[column].attribute = nil
    }
  }

  private mutating func settleAxes(
    _ tree: PlanTree, _ book: BookContext, _ source: SourceFile, _ memory: inout HeaderMemory
  ) {
    for column in columns.indices {
      let header = columns[column]
      let isNumeric = firstNumber(column, tree)
      if header.attribute == .unit, column > 0, holdsUnits(column, book, source) {
        unitColumn = column
        columns[column] = HeaderMeaning()
      } else if column == 0 {
        if !(header.isMeasure && isNumeric) { axisColumns.append(0) }
        if header.header == nil, header.attribute == .responsible || header.attribute == .title && !namesOwners {
          columns[0].header = .owner
        }
      } else if header.header != nil, header.metric == nil, header.dimension == nil, !isNumeric,
        header.layer == nil || header.header == .metric
      {
        axisColumns.append(column)
      } else if header.attribute == .responsible, !isNumeric {
        columns[column].header = .owner
        axisColumns.append(column)
      }
    }
    if axisColumns.first == 0, columns[0].header == nil { columns[0].header = guessedAxis(tree, book, source, &memory) }
    if axisColumns.contains(0), columns[0].header == .metric,
      !labels(tree, book, source, &memory).contains(where: { $0.metric != nil })
    {
      // 项目 heads metrics as well as projects; the rows tell.
      columns[0].header = guessedAxis(tree, book, source, &memory) ?? .metric
    }
  }

  private var namesOwners: Bool { columns.contains { $0.header == .owner || $0.attribute == .responsible } }

  private func holdsUnits(_ column: Int, _ book: BookContext, _ source: SourceFile) -> Bool {
    for row in firstBodyRow..<table.rowCount where table.states[table.index(row, column)] == .text {
      let bytes = source.bytes
      return HeaderUnit.read(bytes.span, table.cells[table.index(row, column)].range, book.quantityReader) != nil
    }
    return false
  }

  /// Whether the column's first stated cell is a number.
  private func firstNumber(_ column: Int, _ tree: PlanTree) -> Bool {
    for row in firstBodyRow..<table.rowCount {
      let cell = table.index(row, column)
      guard table.states[cell] == .text, let first = table.cells[cell].tokens.first else { continue }
      return tree.tokens[first].kind == .quantity
    }
    return false
  }

  private func labels(
    _ tree: PlanTree, _ book: BookContext, _ source: SourceFile, _ memory: inout HeaderMemory
  ) -> [HeaderMeaning] {
    (firstBodyRow..<table.rowCount).prefix(24).map { row in
      memory.meaning(ofCell: table.index(row, 0), table, tree, book, source)
    }
  }

  /// What most row labels are.
  private func guessedAxis(
    _ tree: PlanTree, _ book: BookContext, _ source: SourceFile, _ memory: inout HeaderMemory
  ) -> AxisHeader? {
    let labels = labels(tree, book, source, &memory)
    let metrics = labels.count { $0.metric != nil }
    let periods = labels.count { $0.period != nil }
    let owners = labels.count { $0.owner != nil }
    let items = labels.count { $0.derived == nil }
    guard max(metrics, periods, owners) * 2 > items else { return nil }
    if metrics >= periods, metrics >= owners { return .metric }
    return periods >= owners ? .period : .owner
  }

  private mutating func settleShape() {
    let hasMetric =
      columns.contains { $0.metric != nil && $0.header == nil } || context.metric != nil
      || axisColumns.contains { columns[$0].header == .metric }
    let hasCustomer = columns.contains { $0.header == .customer }
    let hasAmount = columns.contains { $0.attribute == .expectedAmount || $0.attribute == .probability }
    let hasItem = columns.contains { $0.attribute == .item && $0.metric == nil }
    let hasDue = columns.contains { $0.attribute == .due }
    let hasMetricColumn = columns.contains { $0.metric != nil && $0.attribute == nil || $0.period != nil }
    if hasCustomer, hasAmount || context.section == .customers {
      shape = .customers
    } else if hasItem && hasDue || (hasItem || hasDue) && !hasMetricColumn {
      shape = .actions
    } else if hasMetric || context.section == .targets, columns.contains(where: \.isMeasure) {
      shape = .measures
    }
    let measured = columns.indices.filter { columns[$0].isMeasure && !axisColumns.contains($0) }
    isMatrix =
      shape == .measures && context.metric != nil && rowAxis != .metric && !measured.isEmpty
      && measured.allSatisfy { columns[$0].metric == nil && columns[$0].layer == nil }
      && measured.contains { columns[$0].dimension != nil || columns[$0].owner != nil || columns[$0].period != nil }
    for column in axisColumns where columns[column].isMeasure { columns[column].silence() }
    let layer = columns.first { $0.layer != nil }?.layer
    hasLayers = columns.contains { $0.layer != nil && $0.layer != layer }
  }
}

extension HeaderMeaning {
  /// A column that labels rows measures nothing.
  fileprivate mutating func silence() {
    metric = nil
    period = nil
    outerPeriod = nil
    layer = nil
    owner = nil
    dimension = nil
    derived = nil
  }
}

/// What was read from the body of a table, cell by cell.
struct TableGrid {
  /// Index in `FactReader.facts`, -1 for none; row-major.
  var facts: [Int32]
  var blanks: [Bool]
  /// In the order of the cells.
  var derived: [DerivedCell] = []
  var rowKinds: [FactReader.RowMeaning.Kind]

  init(rows: Int, columns: Int) {
    facts = Array(repeating: -1, count: rows * columns)
    blanks = Array(repeating: false, count: rows * columns)
    rowKinds = Array(repeating: .skipped, count: rows)
  }
}

/// A total, rate or difference as it is written.
struct DerivedCell {
  /// Index in `PlanTable.cells`.
  let cell: Int
  /// Index in `PlanTree.quantities`.
  let quantity: Int
  let range: Range<Int>
  let context: ReadingContext
}
