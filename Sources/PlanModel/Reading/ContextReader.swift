import PlanSource
import PlanSyntax

/// Says what the headings around a text already state: each narrows the one above it.
struct ContextReader {
  private let book: BookContext
  private let tree: PlanTree
  private let source: SourceFile
  private let scope: PlanScope
  private let dimensions: NamedDimensions

  init(
    _ book: BookContext, _ tree: PlanTree, _ source: SourceFile, _ scope: PlanScope, _ dimensions: NamedDimensions
  ) {
    self.book = book
    self.tree = tree
    self.source = source
    self.scope = scope
    self.dimensions = dimensions
  }

  /// The context of every section, by index in `tree.sections`.
  func read() -> [ReadingContext] {
    var contexts: [ReadingContext] = []
    contexts.reserveCapacity(tree.sections.count)
    var isFirstHeading = true
    for section in tree.sections {
      guard section.parent >= 0, Int(section.parent) < contexts.count else {
        contexts.append(contextOfFile())
        continue
      }
      var context = contexts[Int(section.parent)]
      context.derived = nil
      guard section.element >= 0, Int(section.element) < tree.elements.count else {
        contexts.append(context)
        continue
      }
      let element = tree.elements[Int(section.element)]
      if let kind = section.kind {
        context.section = kind
        context.layer = nil
        if kind == .nextDay { moveOn(&context, element.phrase) }
      } else if context.section == nil || context.section == .definitions {
        // A heading that says nothing under a plan's title: what stands there is not known to be a target.
        context.section = narrows(element.phrase) || isFirstHeading ? context.section : .definitions
      }
      if isFirstHeading, element.kind == .heading { takeTitle(&context, element.phrase, section.kind) }
      // The title is the scope's own source; narrowing by it again could only contradict what took precedence.
      if !isFirstHeading { narrow(&context, by: element.phrase, kind: section.kind) }
      if isFirstHeading, element.kind == .heading {
        isFirstHeading = false
        takeUnit(&context, element.phrase)
      }
      contexts.append(context)
    }
    return contexts
  }

  /// 下周计划 speaks of the week after the one the plan is about, 下月计划 of the month after it.
  private func moveOn(_ context: inout ReadingContext, _ phrase: Phrase) {
    guard let period = context.period, period.level >= .month, period.level != .span else { return }
    let words = source.text(phrase.range).lowercased()
    if words.contains("周") || words.contains("week"), period.level >= .week {
      let monday = period.start.advanced(by: 8 - period.start.weekday)
      context.period = Period(level: .week, start: monday, end: monday.advanced(by: 6))
    } else if words.contains("月") || words.contains("month") {
      let (year, month, _) = period.start.civil
      context.period = Period.month(month % 12 + 1, year: month == 12 ? year + 1 : year) ?? period
    }
  }

  /// A title says what the whole plan is: a list of targets, a review; `客户与行业计划` is no list of customers.
  private func takeTitle(_ context: inout ReadingContext, _ phrase: Phrase, _ kind: SectionKind?) {
    switch kind {
    case .targets?, .review?, .actions?: break
    default: context.section = nil
    }
    guard context.section == .targets else { return }
    let metrics = phrase.tokens.compactMap { index in
      tree.tokens[index].kind == .word ? book.lexicon[tree.tokens[index].value].metric : nil
    }
    if metrics.count == 1, let metric = metrics.first { context.metric = MetricID(Int(metric)) }
  }

  private func contextOfFile() -> ReadingContext {
    var context = ReadingContext()
    context.owner = scope.owner?.value
    context.ownerName = scope.ownerName?.value
    context.period = scope.period?.value
    context.periodWords = scope.periodWords
    for value in scope.dimensions { context.dimensions = dimensions.adding(value, to: context.dimensions) }
    return context
  }

  /// Whether a heading names something that numbers can be about.
  private func narrows(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { index in
      let token = tree.tokens[index]
      switch token.kind {
      case .period: return true
      case .word:
        let word = book.lexicon[token.value]
        return word.metric != nil || word.owner != nil || word.dimensionValue != nil || word.layer != nil
      default: return false
      }
    }
  }

  /// Takes what a heading or label says into the context.
  func narrow(_ context: inout ReadingContext, by phrase: Phrase, kind: SectionKind? = nil) {
    let tokens = phrase.colon >= 0 ? phrase.label : phrase.tokens
    narrow(&context, by: tokens, kind: kind)
    takeUnit(&context, phrase)
  }

  func narrow(_ context: inout ReadingContext, by tokens: Range<Int>, kind: SectionKind? = nil) {
    let before = context.owner
    var owners: [OwnerID] = []
    for index in tokens {
      let token = tree.tokens[index]
      switch token.kind {
      case .period: take(tree.periods[Int(token.value)].period, token, &context)
      case .word:
        let word = book.lexicon[token.value]
        if let owner = word.owner, let node = single(owner, under: before), !owners.contains(node) {
          owners.append(node)
        }
        take(word, token, kind, &context)
      default: break
      }
    }
    // A number of several people is their unit's; a unit named with one of its people is only the way to that person.
    let people = owners.filter { book.organization[$0].kind == .person }
    if people.count > 1 { context.owner = book.organization.lowestCommonUnit(of: people) }
  }

  private func take(_ written: WrittenPeriod, _ token: Token, _ context: inout ReadingContext) {
    if let now = written.lastYearsInScope {
      context.layer = .baseline
      if now != .wholeYear { take(now, token, &context) }
      return
    }
    switch written.resolve(in: book.periods(in: context.period)) {
    case .known(let period):
      context.period = period
      context.periodWords = nil
      if case .firstQuarters = written { context.isToDate = true }
    case .unknown:
      context.period = nil
      context.periodWords = written.fiscalID(within: context.periodWords) ?? source.text(token.range)
    case .problem: break
    }
  }

  private func take(_ word: Word, _ token: Token, _ kind: SectionKind?, _ context: inout ReadingContext) {
    if let metric = word.metric {
      context.metric = MetricID(Int(metric))
      context.metricName = nil
    }
    if let owner = word.owner, let node = single(owner, under: context.owner) {
      context.owner = node
      context.ownerName = nil
    }
    if let value = word.dimensionValue, word.owner == nil {
      let declared = book.lexicon.dimensionValues[Int(value)]
      context.dimensions = dimensions.adding(
        DimensionValue(Axis(index: declared.axis), declared.value), to: context.dimensions)
    }
    if let header = word.header, let axis = Axis(header) { context.axis = axis }
    // 目标 and 完成情况 say what a section is about; 预测 says what its number is, wherever it stands.
    if let layer = word.layer, word.section == nil || layer == .forecast, word.metric == nil { context.layer = layer }
    if let tier = word.tier, tier != .target { context.tier = tier }
    if kind == .targets, let planKind = word.kind, let outer = ancestor(planKind, of: context.period) {
      context.period = outer
    }
  }

  /// `年度目标` in a quarter's plan speaks of the year around it.
  private func ancestor(_ kind: PlanKind, of period: Period?) -> Period? {
    guard let period else { return nil }
    let level: PeriodLevel
    switch kind {
    case .year: level = .year
    case .half: level = .half
    case .quarter: level = .quarter
    case .month: level = .month
    default: return nil
    }
    guard level < period.level else { return nil }
    return PeriodTree(book.fiscal).parent(of: period, at: level)
  }

  /// The node of a name, if it is the only one or the only one below the owner in force.
  func single(_ owner: Int32, under unit: OwnerID?) -> OwnerID? {
    let nodes = book.lexicon.owners[Int(owner)]
    if nodes.count == 1 { return nodes.first.map { OwnerID(Int($0)) } }
    guard let unit else { return nil }
    let inside = nodes.filter {
      let id = OwnerID(Int($0))
      return book.organization.contains(id, in: unit)
    }
    return inside.count == 1 ? inside.first.map { OwnerID(Int($0)) } : nil
  }

  /// `（万元）`, `（单位：万元）`, `单位：万元`.
  func takeUnit(_ context: inout ReadingContext, _ phrase: Phrase) {
    let span = source.bytes.span
    if mayHoldBrackets(phrase), let unit = HeaderUnit.inBrackets(span, phrase.range, book.quantityReader) {
      context.unit = unit
    }
    if let unit = HeaderUnit.behindIn(span, phrase.range, book.quantityReader) { context.unit = unit }
    guard phrase.colon >= 0 else { return }
    let isUnit = phrase.label.contains { index in
      let token = tree.tokens[index]
      return token.kind == .word && book.lexicon[token.value].attribute == .unit
    }
    guard isUnit, let first = phrase.body.first else { return }
    let body = Int(tree.tokens[first].start)..<Int(phrase.end)
    if let unit = HeaderUnit.read(span, body, book.quantityReader) { context.unit = unit }
  }
}

extension ContextReader {
  /// Whether there is a bracket, on its own or at the end of a name.
  private func mayHoldBrackets(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { index in
      let token = tree.tokens[index]
      switch token.kind {
      case .open: return true
      case .word:
        return source.bytes[Int(token.end) - 1] == UInt8(ascii: ")") || source.bytes[Int(token.end) - 1] == 0x89
      default: return false
      }
    }
  }
}

extension Axis {
  init?(_ header: AxisHeader) {
    switch header {
    case .region: self = .region
    case .industry: self = .industry
    case .product: self = .product
    case .customer: self = .customer
    case .customerClass: self = .customerClass
    default: return nil
    }
  }
}

extension HeaderUnit {
  /// The unit that the whole range names.
  static func read(_ bytes: Span<UInt8>, _ range: Range<Int>, _ reader: QuantityReader) -> HeaderUnit? {
    guard let reading = reader.unit(bytes, range) else { return nil }
    return HeaderUnit(unit: reading.unit, magnitude: Int8(truncatingIfNeeded: reading.magnitude))
  }

  /// The unit in the last brackets of a header that hold one.
  static func inBrackets(_ bytes: Span<UInt8>, _ range: Range<Int>, _ reader: QuantityReader) -> HeaderUnit? {
    var found: HeaderUnit?
    var open: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      let wide = at + 2 < range.upperBound && bytes[at] == 0xEF && bytes[at + 1] == 0xBC
      if bytes[at] == UInt8(ascii: "(") || wide && bytes[at + 2] == 0x88 {
        open = at + (wide ? 3 : 1)
      } else if bytes[at] == UInt8(ascii: ")") || wide && bytes[at + 2] == 0x89, let start = open {
        found = read(bytes, start..<at, reader) ?? readLabelled(bytes, start..<at, reader) ?? found
        open = nil
      }
      at += 1
    }
    return found
  }

  /// `All figures in $K.`: what stands behind the last `in`, if it is a unit.
  static func behindIn(_ bytes: Span<UInt8>, _ range: Range<Int>, _ reader: QuantityReader) -> HeaderUnit? {
    guard range.count < 40 else { return nil }
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var at = end - 4
    while at > range.lowerBound {
      if bytes[at] == UInt8(ascii: " "), bytes[at + 1] == UInt8(ascii: "i"), bytes[at + 2] == UInt8(ascii: "n"),
        bytes[at + 3] == UInt8(ascii: " ")
      {
        return read(bytes, (at + 4)..<end, reader)
      }
      at -= 1
    }
    return nil
  }

  /// `单位：万元` inside the brackets.
  private static func readLabelled(_ bytes: Span<UInt8>, _ range: Range<Int>, _ reader: QuantityReader) -> HeaderUnit? {
    guard let colon = range.last(where: { bytes[$0] == UInt8(ascii: ":") || bytes[$0] == 0x9A }) else { return nil }
    return read(bytes, (colon + 1)..<range.upperBound, reader)
  }
}
