package import PlanSource
import PlanSyntax

/// Says what a plan means: places every number of its tree by owner, metric, period, dimensions, layer and tier.
///
/// The order of precedence is the order of nearness: the number's own words, the label, the items around it, the table's
/// row and column, the headings, the file's scope.
package final class FactReader {
  let book: BookContext
  let tree: PlanTree
  let source: SourceFile
  let scope: PlanScope
  let contextReader: ContextReader
  let contexts: [ReadingContext]
  // Readers call each other only behind a change, never within one, so nobody need watch for it.
  @exclusivity(unchecked) var facts: [Fact] = []
  @exclusivity(unchecked) var assertions: [Assertion] = []
  @exclusivity(unchecked) var actions: [Action] = []
  @exclusivity(unchecked) var namings: [UnknownName] = []
  @exclusivity(unchecked) var fates: [NumberFate]
  let dimensions = NamedDimensions()
  @exclusivity(unchecked) var headers: HeaderMemory
  /// Where the columns of the table that is being read led last.
  @exclusivity(unchecked) var columnSteps: [ColumnStep] = []
  /// 每周 in the label in front of a text.
  @exclusivity(unchecked) var labelEvery: PeriodLevel?
  /// What items that have children pass on to them, by element.
  private var itemContexts: [Int32: ReadingContext] = [:]

  package static func read(_ source: SourceFile, in book: BookContext) -> PlanFile {
    let tree = book.reader.read(source)
    let scope = ScopeReader(book, tree, source).read()
    let reader = FactReader(book, tree, source, scope, book.headerMemories.take())
    reader.readElements()
    var headers = HeaderMemory()
    swap(&headers, &reader.headers)
    book.headerMemories.giveBack(headers)
    return PlanFile(
      source: source, tree: tree, scope: scope, facts: reader.facts, assertions: reader.assertions,
      actions: reader.actions, namings: reader.namings, fates: reader.fates, dimensions: reader.dimensions.table,
      contexts: reader.contexts)
  }

  private init(
    _ book: BookContext, _ tree: PlanTree, _ source: SourceFile, _ scope: PlanScope,
    _ headers: consuming HeaderMemory
  ) {
    self.headers = headers
    self.book = book
    self.tree = tree
    self.source = source
    self.scope = scope
    contextReader = ContextReader(book, tree, source, scope, dimensions)
    contexts = contextReader.read()
    fates = Array(repeating: .elsewhere, count: tree.quantities.count)
  }

  private func readElements() {
    var captionUnit: (section: Int32, unit: HeaderUnit)?
    var leadIn: (section: Int32, context: ReadingContext)?
    /// What the line right above a table says of it: `签约额，月份×行业（单位：万元）：`.
    var caption: (element: Int, context: ReadingContext)?
    let generated = GeneratedBlocks(source, tree)
    for (index, element) in tree.elements.enumerated() {
      if generated.contains(Int(tree.document.blocks[Int(element.block)].start)) { continue }
      var context = contexts[Int(element.section)]
      if let inherited = itemContexts[element.parentItem] { context = inherited }
      if let before = leadIn, before.section == element.section, element.kind == .item, element.parentItem < 0 {
        context = before.context
      } else if element.kind != .item {
        leadIn = nil
      }
      if element.kind == .table, let above = caption, above.element == index - 1 { context = above.context }
      if let caption = captionUnit, caption.section == element.section { context.unit = caption.unit }
      switch element.kind {
      case .heading, .boldHeading: readHeading(element, context)
      case .item, .looseItem: readItem(Int32(index), element, context)
      case .paragraph:
        var unit = ReadingContext()
        contextReader.takeUnit(&unit, element.phrase)
        if unit.unit != nil || endsWithColon(element.phrase), isFollowedByTable(index) {
          var passed = context
          contextReader.narrow(&passed, by: element.phrase.tokens)
          caption = (index, passed)
        }
        if let unit = unit.unit {
          captionUnit = (element.section, unit)
        } else {
          readParagraph(element, context)
          if element.phrase.colon == element.phrase.endToken - 1, element.parentItem < 0 {
            var passed = context
            contextReader.narrow(&passed, by: element.phrase)
            if reportsResults(element.phrase) { passed.layer = .actual }
            leadIn = (element.section, passed)
          } else if element.parentItem < 0, announcesResults(element.phrase) {
            context.layer = .actual
            leadIn = (element.section, context)
          }
        }
      case .table:
        if element.table >= 0 { readTable(tree.tables[Int(element.table)], element, context) }
      }
    }
  }

  /// `## 年度目标：5000万元` states a target in the heading itself.
  private func readHeading(_ element: PlanTree.Element, _ context: ReadingContext) {
    guard context.section == .targets, element.phrase.colon >= 0 else { return }
    readPhrase(element.phrase.body, context, carrier: .prose, policy: .known)
  }

  private func readItem(_ index: Int32, _ element: PlanTree.Element, _ context: ReadingContext) {
    var context = context
    if isAction(element, context) { readAction(element, context) }
    let label = readLabel(element.phrase, &context)
    if element.kind == .item, hasChildren(index) { itemContexts[index] = childContext(context, element, label) }
    readNeeded(element.phrase, context)
    if context.section == .focus { readPhrase(element.phrase.body, context, carrier: .actionItem, policy: .counts) }
    guard let policy = policy(context, label), label != .attribute else { return }
    let carrier: Carrier = context.section == .review ? .review : .list
    let first = facts.count
    readPhrase(element.phrase.body, context, carrier: carrier, policy: policy, label: element.phrase)
    takeOwnerBehind(element.phrase, factsFrom: first, context)
  }

  /// `签约额：500万元 @王芳`, `…（王芳）`: who is named behind the numbers promises them.
  private func takeOwnerBehind(_ phrase: Phrase, factsFrom first: Int, _ context: ReadingContext) {
    guard first < facts.count, let last = phrase.tokens.last(where: { tree.tokens[$0].kind == .quantity }) else {
      return
    }
    var isExpected = false
    for index in (last + 1)..<max(last + 1, phrase.tokens.upperBound) {
      let token = tree.tokens[index]
      guard token.kind == .word || token.kind == .mention, token.value != Token.unknown else {
        isExpected = token.kind == .open || isExpected && token.kind == .colon
        continue
      }
      let word = book.lexicon[token.value]
      if word.attribute == .responsible { isExpected = true }
      guard token.kind == .mention || isExpected, let owner = word.owner,
        let node = contextReader.single(owner, under: nil)
      else { continue }
      for fact in first..<facts.count where facts[fact].owner == context.owner { facts[fact].owner = node }
      return
    }
  }

  private func endsWithColon(_ phrase: Phrase) -> Bool {
    phrase.tokens.last.map { tree.tokens[$0].kind == .colon } ?? false
  }

  private func isFollowedByTable(_ index: Int) -> Bool {
    index + 1 < tree.elements.count && tree.elements[index + 1].kind == .table
  }

  private func hasChildren(_ index: Int32) -> Bool {
    let next = Int(index) + 1
    return next < tree.elements.count && tree.elements[next].parentItem == index
  }

  func hasQuantity(_ tokens: Range<Int>) -> Bool { tokens.contains { tree.tokens[$0].kind == .quantity } }

  /// What an item's children inherit: everything its label says, and for an item without label its words.
  private func childContext(_ context: ReadingContext, _ element: PlanTree.Element, _ label: Label) -> ReadingContext {
    var passed = context
    passed.derived = nil
    if element.phrase.colon < 0 {
      if hasQuantity(element.phrase.tokens) {
        if let metric = firstMetric(element.phrase) { passed.metric = metric }
      } else {
        contextReader.narrow(&passed, by: element.phrase)
      }
    }
    if label == .attribute { passed.section = .definitions }
    return passed
  }

  private func readParagraph(_ element: PlanTree.Element, _ context: ReadingContext) {
    var context = context
    let label = readLabel(element.phrase, &context)
    readNeeded(element.phrase, context)
    guard let policy = policy(context, label), label != .attribute else { return }
    let isLabelled = label == .metric || label == .other && element.parentItem >= 0
    let carrier: Carrier = context.section == .review ? .review : isLabelled ? .list : .prose
    readPhrase(element.phrase.body, context, carrier: carrier, policy: policy, label: element.phrase)
  }

  // MARK: What stands where

  /// Which numbers of a text become facts.
  enum Policy {
    /// Everything that looks like a quantity, with nulls where it cannot be placed fully.
    case all
    /// Only what names a known metric.
    case known
    /// That, and what a measure word counts (`收集名片100张`).
    case counts
  }

  enum Label {
    case none
    case metric
    /// A keyword whose value is no target: 依据, 责任人, 原因 …
    case attribute
    case other
  }

  /// `nil` where numbers are no facts.
  private func policy(_ context: ReadingContext, _ label: Label) -> Policy? {
    switch context.section {
    case .targets, .stages: .all
    case .breakdown, .tenDay, .week, .day, .products, .forecast, .review: .known
    case .customers: .known
    case nil: label == .metric || context.metric != nil ? .known : nil
    default: nil
    }
  }

  /// Takes the label in front of a text into the context and says what it is.
  private func readLabel(_ phrase: Phrase, _ context: inout ReadingContext) -> Label {
    labelEvery = nil
    guard phrase.colon >= 0 else { return .none }
    let before = context
    var isAttribute = false
    var isKnown = false
    for index in phrase.label {
      let token = tree.tokens[index]
      guard token.kind == .word else {
        isKnown = isKnown || token.kind == .period
        continue
      }
      let word = book.lexicon[token.value]
      let names =
        word.metric != nil || word.owner != nil || word.dimensionValue != nil || word.tier != nil || word.layer != nil
      isKnown = isKnown || names || word.section != nil || word.derived != nil || word.customerClass != nil
      isAttribute = isAttribute || word.attribute != nil && !names
      if let derived = word.derived { note(derived, &context) }
      if word.cue == .role, context.ownerName == nil, context.owner == nil || isBooksRoot(context.owner) {
        context.owner = nil
        context.ownerName = source.text(token.range)
        isKnown = true
      }
      if word.cue == .recurring { labelEvery = recurrence(token) }
    }
    contextReader.narrow(&context, by: phrase)
    if isAttribute { return .attribute }
    if context.metric != before.metric || hasMetric(phrase.label) { return .metric }
    if !isKnown, !phrase.label.isEmpty { context.metricName = labelText(phrase) }
    return .other
  }

  /// 每周: how often.
  func recurrence(_ token: Token) -> PeriodLevel? {
    let bytes = source.bytes
    return book.quantityReader.recurrence(bytes.span, token.range)
  }

  func note(_ derived: Derived, _ context: inout ReadingContext) {
    if derived == .cumulative { context.isToDate = true } else { context.derived = derived }
  }

  private func firstMetric(_ phrase: Phrase) -> MetricID? {
    for index in phrase.tokens where tree.tokens[index].kind == .word {
      if let metric = book.lexicon[tree.tokens[index].value].metric { return MetricID(Int(metric)) }
    }
    return nil
  }

  private func hasMetric(_ tokens: Range<Int>) -> Bool {
    tokens.contains { tree.tokens[$0].kind == .word && book.lexicon[tree.tokens[$0].value].metric != nil }
  }

  func labelText(_ phrase: Phrase) -> String? {
    guard let first = phrase.label.first, let last = phrase.label.last else { return nil }
    return source.text(Int(tree.tokens[first].start)..<Int(tree.tokens[last].end))
  }

  func sourceRange(_ range: Range<Int>) -> SourceRange { SourceRange(file: source.id, range) }
}
