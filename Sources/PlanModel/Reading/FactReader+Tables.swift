import PlanSource
import PlanSyntax

/// Reads tables: their meaning comes from headers and row labels, never from position alone.
extension FactReader {
  func readTable(_ table: PlanTable, _ element: PlanTree.Element, _ context: ReadingContext) {
    guard table.rowCount > 1, !isSilent(context.section) else { return }
    var layout = TableLayout(table, tree, book, source, context, &headers)
    takeTitle(layout, &layout.context)
    switch layout.shape {
    case .actions: readActionTable(layout, in: element.section)
    case .customers: readCustomerTable(layout)
    case .measures: readMeasureTable(layout)
    case .unknown: readNamedRows(layout)
    }
  }

  /// Sections whose tables hold no facts.
  private func isSilent(_ section: SectionKind?) -> Bool {
    switch section {
    case .competition, .conditions, .obstacles, .rewards, .penalties, .support, .roles, .risks, .changeLog, .scores,
      .projects, .capability, .strategy:
      true
    default: false
    }
  }

  /// A first row that is one cell across the table is its title.
  private func takeTitle(_ layout: TableLayout, _ context: inout ReadingContext) {
    guard layout.firstHeaderRow > 0 else { return }
    contextReader.narrow(&context, by: layout.table.cells[0])
  }

  // MARK: Metrics by period, owner, dimension or layer

  private func readMeasureTable(_ layout: TableLayout) {
    let table = layout.table
    var grid = TableGrid(rows: table.rowCount, columns: table.columnCount)
    columnSteps.removeAll(keepingCapacity: true)
    for _ in layout.columns { columnSteps.append(ColumnStep()) }
    for row in layout.firstBodyRow..<table.rowCount {
      let line = rowMeaning(row, layout)
      grid.rowKinds[row] = line.kind
      for column in 0..<table.columnCount where layout.columns[column].isMeasure {
        let cell = table.index(row, column)
        guard table.states[cell] == .text else {
          grid.blanks[cell] = true
          continue
        }
        readCell(row, column, layout, line, &grid)
      }
    }
    readTotals(layout, grid)
  }

  private func readCell(
    _ row: Int, _ column: Int, _ layout: TableLayout, _ line: RowMeaning, _ grid: inout TableGrid
  ) {
    let cell = layout.table.index(row, column)
    let phrase = layout.table.cells[cell]
    let header = layout.columns[column]
    var context = line.context
    apply(header, column, &context, rowHasMetric: line.hasMetric)
    let isDerived = line.derived != nil || header.derived != nil && header.derived != .cumulative
    if header.isCumulative { context.isToDate = true }
    if isDerived {
      for index in phrase.tokens where tree.tokens[index].kind == .quantity {
        fates[Int(tree.tokens[index].value)] = .derived
      }
      if let index = phrase.tokens.onlyElement, tree.tokens[index].kind == .quantity {
        grid.derived.append(
          DerivedCell(cell: cell, quantity: Int(tree.tokens[index].value), range: phrase.range, context: context))
      }
      return
    }
    guard context.metric != nil || context.metricName != nil || context.section == .targets else { return }
    let carrier = carrier(layout, context)
    if let index = phrase.tokens.onlyElement, tree.tokens[index].kind == .quantity {
      let token = tree.tokens[index]
      let quantity = tree.quantities[Int(token.value)]
      if context.metric.map({ !fits(quantity.unit, $0) }) ?? false, quantity.unit == .percent, quantity.form == .amount
      {
        fates[Int(token.value)] = .otherUnit
        return
      }
      guard let fact = fact(quantity, token.range, context, carrier, metricName: context.metricName) else { return }
      fates[Int(token.value)] = .fact
      grid.facts[cell] = Int32(facts.count)
      facts.append(fact)
    } else {
      let policy: Policy = context.section == .targets || context.metric != nil ? .all : .known
      let before = facts.count
      readPhrase(phrase.tokens, context, carrier: carrier, policy: policy, label: phrase)
      if facts.count == before + 1 { grid.facts[cell] = Int32(before) }
    }
  }

  private func apply(
    _ header: HeaderMeaning, _ column: Int, _ context: inout ReadingContext, rowHasMetric: Bool
  ) {
    if let metric = header.metric, !rowHasMetric || header.metric != nil && context.metric == nil {
      context.metric = metric
      context.metricName = nil
    }
    if let owner = header.owner, let node = contextReader.single(owner, under: context.owner) {
      context.owner = node
      context.ownerName = nil
    }
    if let layer = header.layer { context.layer = layer }
    if let tier = header.tier, tier != .target { context.tier = tier }
    if let dimension = header.dimension { take(dimension, column, &context) }
    narrow(&context, to: header, column)
    if header.metric == nil, context.metric == nil, context.metricName == nil, header.hasName {
      context.metricName = source.text(header.range)
    }
    if let unit = header.unit { context.unit = unit }
  }

  /// Where a column leads a context from, and to.
  struct ColumnStep {
    var from: Period?
    var to: Period?
    var dimensionsFrom: ReadingContext.Dimensions?
    var dimensionsTo = ReadingContext.Dimensions.none
  }

  /// Rows of one table mostly begin in the same period, so a column is placed once.
  private func narrow(_ context: inout ReadingContext, to header: HeaderMeaning, _ column: Int) {
    guard let written = header.period else { return }
    let from = context.period
    if let known = columnSteps[column].to, columnSteps[column].from == from {
      context.period = known
      context.periodWords = nil
      return
    }
    narrow(&context, to: header)
    if case .firstQuarters = written { return }
    guard header.outerPeriod == nil, !header.isCumulative, context.period != from else { return }
    columnSteps[column].from = from
    columnSteps[column].to = context.period
  }

  private func take(_ value: HeaderMeaning.Value, _ column: Int, _ context: inout ReadingContext) {
    if columnSteps[column].dimensionsFrom != context.dimensions {
      columnSteps[column].dimensionsFrom = context.dimensions
      columnSteps[column].dimensionsTo = adding(value, to: context.dimensions)
    }
    context.dimensions = columnSteps[column].dimensionsTo
  }

  func narrow(_ context: inout ReadingContext, to label: HeaderMeaning) {
    if let outer = label.outerPeriod { narrow(&context, to: outer, label) }
    if let period = label.period { narrow(&context, to: period, label) }
  }

  private func narrow(_ context: inout ReadingContext, to written: WrittenPeriod, _ label: HeaderMeaning) {
    switch written.resolve(in: book.periods(in: context.period)) {
    case .known(let period):
      if label.isCumulative, period.level == .day, context.period?.contains(period) ?? false {
        context.toDate = period.start
        return
      }
      context.period = period
      context.periodWords = nil
      if case .firstQuarters = written { context.isToDate = true }
    case .unknown:
      // Words that name no days must not be read for the whole of what surrounds them.
      context.period = nil
      context.periodWords = written.fiscalID(within: context.periodWords) ?? source.text(label.range)
    case .problem: break
    }
  }

  private func carrier(_ layout: TableLayout, _ context: ReadingContext) -> Carrier {
    if context.section == .review { return .review }
    if layout.isMatrix { return .matrix }
    switch layout.rowAxis {
    case .owner?: return .organizationTable
    case .tenDay?: return .tenDayTable
    case .day?: return .weekdayTable
    default: return layout.hasLayers ? .review : .table
    }
  }

  // MARK: Rows

  /// What a row's labels say.
  struct RowMeaning {
    enum Kind { case item, total, skipped }
    var context: ReadingContext
    var derived: Derived?
    var hasMetric = false
    var kind: Kind { derived == .total ? .total : derived == nil ? .item : .skipped }
  }

  func rowMeaning(_ row: Int, _ layout: TableLayout) -> RowMeaning {
    var meaning = RowMeaning(context: layout.context)
    if let column = layout.unitColumn {
      let range = layout.table.cells[layout.table.index(row, column)].range
      let bytes = source.bytes
      if let unit = HeaderUnit.read(bytes.span, range, book.quantityReader) { meaning.context.unit = unit }
    }
    for column in layout.axisColumns {
      let cell = layout.table.index(row, column)
      guard layout.table.states[cell] == .text else { continue }
      let phrase = layout.table.cells[cell]
      let label = headers.meaning(ofCell: cell, layout.table, tree, book, source)
      if let derived = label.derived {
        if derived == .cumulative { meaning.context.isToDate = true } else { meaning.derived = derived }
      }
      take(label, phrase, layout.columns[column].header, &meaning, isRole: layout.columns[column].attribute == .title)
    }
    return meaning
  }

  private func take(
    _ label: HeaderMeaning, _ phrase: Phrase, _ axis: AxisHeader?, _ meaning: inout RowMeaning, isRole: Bool
  ) {
    if let unit = label.unit { meaning.context.unit = unit }
    narrow(&meaning.context, to: label)
    if let layer = label.layer { meaning.context.layer = layer }
    if let tier = label.tier, tier != .target { meaning.context.tier = tier }
    if let metric = label.metric, axis == nil || axis == .metric || axis?.isPeriod == true {
      meaning.context.metric = metric
      meaning.hasMetric = true
    } else if axis == .metric, meaning.derived == nil, label.period == nil, label.layer == nil {
      meaning.context.metricName = source.text(phrase.range)
      meaning.hasMetric = true
      namings.append(UnknownName(kind: .metric, range: sourceRange(phrase.range), text: source.text(phrase.range)))
    }
    if axis == .owner || axis == nil || axis == .region, let owner = label.owner, !isPartOfLongerName(phrase) {
      takeOwner(owner, phrase, &meaning.context)
      return
    }
    guard meaning.derived == nil else { return }
    if axis == .owner {
      let text = source.text(phrase.range)
      meaning.context.owner = nil
      meaning.context.ownerName = text
      if isRole { return }
      namings.append(UnknownName(kind: .owner, range: sourceRange(phrase.range), text: text))
    } else if let axis, let dimension = Axis(axis) {
      meaning.context.dimensions = dimensions.adding(
        dimensionValue(dimension, label, phrase), to: meaning.context.dimensions)
    } else if axis == nil, let dimension = label.dimension {
      meaning.context.dimensions = adding(dimension, to: meaning.context.dimensions)
    }
  }

  func adding(
    _ value: HeaderMeaning.Value, to place: ReadingContext.Dimensions
  ) -> ReadingContext.Dimensions {
    switch value {
    case .declared(let index):
      let declared = book.lexicon.dimensionValues[Int(index)]
      return dimensions.adding(DimensionValue(Axis(index: declared.axis), declared.value), to: place)
    case .words(let axis, let range): return dimensions.adding(DimensionValue(axis, source.text(range)), to: place)
    }
  }

  /// 王芳 in 王芳芳: letters right beside a person's name make it another person's.
  private func isPartOfLongerName(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { index in
      let token = tree.tokens[index]
      guard token.kind == .word, let owner = book.lexicon[token.value].owner,
        book.lexicon.owners[Int(owner)].allSatisfy({ book.organization[OwnerID(Int($0))].kind == .person })
      else { return false }
      let before = index > phrase.tokens.lowerBound ? tree.tokens[index - 1] : nil
      let after = index + 1 < phrase.tokens.upperBound ? tree.tokens[index + 1] : nil
      return before?.kind == .text && before?.end == token.start || after?.kind == .text && after?.start == token.end
    }
  }

  func dimensionValue(_ axis: Axis, _ label: HeaderMeaning, _ phrase: Phrase) -> DimensionValue {
    if axis == .customerClass, let known = label.customerClass { return DimensionValue(axis, known.rawValue) }
    if label.dimension.map({ self.axis($0) != axis }) ?? true || phrase.tokens.count > 1,
      !book.settings.dimensions[axis].values.isEmpty
    {
      let range = sourceRange(phrase.range)
      namings.append(UnknownName(kind: .dimension(axis), range: range, text: source.text(phrase.range)))
    }
    return DimensionValue(axis, source.text(phrase.range))
  }

  private func axis(_ value: HeaderMeaning.Value) -> Axis {
    switch value {
    case .declared(let index): Axis(index: book.lexicon.dimensionValues[Int(index)].axis)
    case .words(let axis, _): axis
    }
  }

  func takeOwner(_ owner: Int32, _ phrase: Phrase, _ context: inout ReadingContext) {
    if let node = contextReader.single(owner, under: context.owner) {
      context.owner = node
      context.ownerName = nil
    } else {
      context.owner = nil
      context.ownerName = source.text(phrase.range)
      namings.append(
        UnknownName(kind: .ambiguousOwner, range: sourceRange(phrase.range), text: source.text(phrase.range)))
    }
  }
}

extension Range<Int> {
  var onlyElement: Int? { count == 1 ? lowerBound : nil }
}
