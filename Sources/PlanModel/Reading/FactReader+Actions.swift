import PlanSource
import PlanSyntax

/// Reads what is to be done: checkboxes, items of action sections, rows of action tables.
extension FactReader {
  func isAction(_ element: PlanTree.Element, _ context: ReadingContext) -> Bool {
    if element.task != nil { return !element.phrase.isEmpty }
    switch context.section {
    case .actions, .carriedOver, .nextDay: break
    default: return false
    }
    // Below an action stand its details.
    let isTop = element.parentItem < 0 || tree.elements[Int(element.parentItem)].section != element.section
    return isTop && !element.phrase.isEmpty && !isHeadingLike(element)
  }

  /// `第一阶段：` with items below is no action itself.
  private func isHeadingLike(_ element: PlanTree.Element) -> Bool {
    element.phrase.colon >= 0 && element.phrase.body.isEmpty
  }

  func readAction(_ element: PlanTree.Element, _ context: ReadingContext) {
    var owners: [SourceRange] = []
    var due: Action.Due?
    var start: Action.Due?
    readAttributes(element.phrase.tokens, context, &owners, &due, &start)
    let text = element.phrase.range
    if hasQuantity(element.phrase.tokens) {
      readExpense(element.phrase.tokens, context)
      readAimed(element.phrase.tokens, context)
    }
    actions.append(
      Action(
        range: sourceRange(text), text: sourceRange(text), isDone: element.task.map { $0.isDone },
        owners: owners, due: due ?? inheritedDue(context), start: start, section: element.section,
        isCarriedOver: context.section == .carriedOver))
  }

  /// An item under a day is due that day.
  private func inheritedDue(_ context: ReadingContext) -> Action.Due? {
    guard let period = context.period, period.level == .day else { return nil }
    return Action.Due(period: period, range: sourceRange(0..<0), isInherited: true)
  }

  // MARK: Attributes

  private func readAttributes(
    _ tokens: Range<Int>, _ context: ReadingContext, _ owners: inout [SourceRange], _ due: inout Action.Due?,
    _ start: inout Action.Due?
  ) {
    var expects: Attribute?
    var plainDate: Action.Due?
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = tree.tokens[index]
      switch token.kind {
      case .mention: owners.append(sourceRange(token.range))
      case .word:
        let word = book.lexicon[token.value]
        if let attribute = word.attribute, attribute == .due || attribute == .responsible || attribute == .start {
          expects = attribute
        } else if word.owner != nil, expects == .responsible || isBracketed(index, tokens) || isNameList(index, owners)
        {
          owners.append(sourceRange(token.range))
        } else if expects == .responsible, word.cue == .role {
          owners.append(sourceRange(token.range))
          expects = nil
        } else if expects == .due, word.cue != .endOf {
          expects = nil
        }
      case .period:
        let found = date(index, tokens, context)
        if expects == .start { start = found } else if expects == .due { due = due ?? found } else { plainDate = found }
        expects = nil
      case .unreadable:
        let found = Action.Due(period: nil, range: sourceRange(token.range), isInherited: false)
        if expects == .due { due = due ?? found } else { plainDate = plainDate ?? found }
        expects = nil
      case .colon, .open, .dash: break
      case .text:
        if expects == .responsible {
          owners.append(sourceRange(token.range))
          expects = nil
        }
      case .comma, .semicolon, .stop, .close: expects = nil
      default: break
      }
      index += 1
    }
    due = due ?? plainDate
  }

  private func isBracketed(_ index: Int, _ tokens: Range<Int>) -> Bool {
    index > tokens.lowerBound && index + 1 < tokens.upperBound && tree.tokens[index - 1].kind == .open
      && tree.tokens[index + 1].kind == .close
  }

  /// The second name of `王芳、李雷`.
  private func isNameList(_ index: Int, _ owners: [SourceRange]) -> Bool {
    guard let last = owners.last, index >= 2 else { return false }
    let between = tree.tokens[index - 1].kind
    return (between == .pause || between == .bar) && Int(last.end) == Int(tree.tokens[index - 2].end)
  }

  /// The date of a period: its last day; `3月底` is the last day of March.
  private func date(_ index: Int, _ tokens: Range<Int>, _ context: ReadingContext) -> Action.Due {
    let token = tree.tokens[index]
    var end = Int(token.end)
    if index + 1 < tokens.upperBound, tree.tokens[index + 1].kind == .word,
      book.lexicon[tree.tokens[index + 1].value].cue == .endOf
    {
      end = Int(tree.tokens[index + 1].end)
    }
    let range = sourceRange(Int(token.start)..<end)
    let written = tree.periods[Int(token.value)].period
    guard case .known(let period) = written.resolve(in: book.periods(in: context.period)) else {
      return Action.Due(period: nil, range: range, isInherited: false)
    }
    return Action.Due(period: period, range: range, isInherited: false)
  }

  /// 拜访20家 is a fact of the action.
  private func readAimed(_ tokens: Range<Int>, _ context: ReadingContext) {
    var context = context
    context.layer = .target
    if context.section != .nextDay { context.period = scope.period?.value ?? context.period }
    // In a target section the list reads what is left.
    let policy: Policy = context.section == .targets || context.section == .stages ? .known : .counts
    readPhrase(tokens, context, carrier: .actionItem, policy: policy)
  }

  /// 费用 of an action is an expense that is planned.
  private func readExpense(_ tokens: Range<Int>, _ context: ReadingContext) {
    var isExpense = false
    for index in tokens {
      let token = tree.tokens[index]
      switch token.kind {
      case .word:
        isExpense =
          book.lexicon[token.value].attribute == .expense || isExpense && book.lexicon[token.value].attribute == nil
      case .quantity where isExpense:
        addExpense(token, context)
        isExpense = false
      case .colon, .dash: break
      default: isExpense = false
      }
    }
  }

  private func addExpense(_ token: Token, _ context: ReadingContext) {
    var context = context
    let quantity = tree.quantities[Int(token.value)]
    context.metric = book.expense
    context.layer = .target
    context.metricName = nil
    guard context.metric.map({ fits(quantity.unit, $0) }) ?? false else { return }
    if context.section != .nextDay { context.period = scope.period?.value ?? context.period }
    guard let fact = fact(quantity, token.range, context, .actionItem, standing: .entry) else { return }
    fates[Int(token.value)] = .fact
    facts.append(fact)
  }

  // MARK: Tables

  func readActionTable(_ layout: TableLayout, in section: Int32) {
    let isSupport = layout.context.section == .support
    guard !isSupport else { return }
    let table = layout.table
    for row in layout.firstBodyRow..<table.rowCount {
      var owners: [SourceRange] = []
      var due: Action.Due?
      var start: Action.Due?
      var text: Range<Int>?
      var isDone: Bool?
      var whole: Range<Int>?
      for column in 0..<table.columnCount {
        let cell = table.index(row, column)
        guard table.states[cell] == .text else { continue }
        let phrase = table.cells[cell]
        whole = (whole?.lowerBound ?? phrase.range.lowerBound)..<phrase.range.upperBound
        switch layout.columns[column].attribute {
        case .responsible: owners.append(sourceRange(phrase.range))
        case .due: due = dateOfCell(phrase, layout.context)
        case .start: start = dateOfCell(phrase, layout.context)
        case .status: isDone = isDone ?? state(of: phrase)
        case .item:
          text = text ?? phrase.range
          readAimed(phrase.tokens, layout.context)
        case .expense: readExpenseCell(phrase, layout, column)
        default:
          if layout.columns[column].header == .owner { owners.append(sourceRange(phrase.range)) }
          if layout.columns[column].header?.isPeriod == true, due == nil { due = dateOfCell(phrase, layout.context) }
        }
      }
      guard let whole, text != nil else { continue }
      actions.append(
        Action(
          range: sourceRange(whole), text: sourceRange(text ?? whole), isDone: isDone, owners: owners,
          due: due ?? inheritedDue(layout.context), start: start, section: section,
          isCarriedOver: layout.context.section == .carriedOver))
    }
  }

  private func dateOfCell(_ phrase: Phrase, _ context: ReadingContext) -> Action.Due? {
    guard let index = phrase.tokens.last(where: { tree.tokens[$0].kind == .period }) else {
      return Action.Due(period: nil, range: sourceRange(phrase.range), isInherited: false)
    }
    return date(index, phrase.tokens, context)
  }

  private func state(of phrase: Phrase) -> Bool? {
    for index in phrase.tokens where tree.tokens[index].kind == .word {
      if let state = book.lexicon[tree.tokens[index].value].state { return state == .done }
    }
    return nil
  }

  private func readExpenseCell(_ phrase: Phrase, _ layout: TableLayout, _ column: Int) {
    var context = layout.context
    if let unit = layout.columns[column].unit { context.unit = unit }
    if let index = phrase.tokens.first(where: { tree.tokens[$0].kind == .quantity }) {
      addExpense(tree.tokens[index], context)
    }
  }
}
