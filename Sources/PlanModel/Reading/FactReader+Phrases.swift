import PlanSource
import PlanSyntax

/// Reads the numbers of running text: items, sentences, and cells that hold more than a number.
extension FactReader {
  /// Places the quantities among `tokens`, clause by clause, and answers how many became facts.
  @discardableResult
  func readPhrase(
    _ tokens: Range<Int>, _ context: ReadingContext, carrier: Carrier, policy: Policy, label: Phrase? = nil
  ) -> Int {
    guard hasQuantity(tokens) else { return 0 }
    var clause = Clause(context)
    if label != nil { clause.every = labelEvery }
    var outer: [Clause] = []
    var last: FactKey?
    var count = 0
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = tree.tokens[index]
      switch token.kind {
      case .open:
        if outer.count < Self.deepestBracket { outer.append(clause) }
        clause.isAside = count > 0
      case .close: if let restored = outer.popLast() { clause = restored }
      case .comma, .pause, .bar:
        clause.endClause()
        clause.endComparison(context)
      case .semicolon: clause.endSentence(context, keepsPeriod: true)
      case .stop, .lineBreak: clause.endSentence(context, keepsPeriod: false)
      case .verdict:
        clause.endClause()
        clause.context.layer = .actual
        clause.isVerdict = true
      case .period: take(token, index, tokens, &clause)
      case .word: take(book.lexicon[token.value], token, index, &clause, context)
      case .mention:
        if token.value != Token.unknown, let owner = book.lexicon[token.value].owner,
          let node = contextReader.single(owner, under: nil)
        {
          clause.context.owner = node
        }
      case .quantity where fates[Int(token.value)] == .fact: clause.passQuantity(nil)
      case .quantity:
        let fact = place(index, tokens, &clause, context, carrier, policy, label, last)
        if let fact {
          last = FactKey(fact)
          facts.append(fact)
          fates[Int(token.value)] = .fact
          count += 1
        }
        clause.passQuantity(fact?.metric)
      default: clause.follows = nil
      }
      index += 1
    }
    return count
  }

  private static let deepestBracket = 8

  /// What the words of one clause have said so far.
  struct Clause {
    var context: ReadingContext
    /// A metric named in this clause and not used up by a number.
    var metric: MetricID?
    var isPart = false
    var isVerdict = false
    /// The small word right before.
    var follows: Cue?
    var isProbability = false
    var customerClass: CustomerClass?
    /// A value of an axis was named in this clause, so that a metric behind it does not end its reach.
    var hasDimension = false
    /// 每天, 每周: how often the numbers of the clause recur.
    var every: PeriodLevel?
    /// In brackets behind a number.
    var isAside = false
    /// The money is what single contracts are worth.
    var isOfContracts = false
    /// The token of a metric that stood behind its number and is used up.
    var spentToken = -1
    /// The layer before a comparison (`against a target of`), which holds for one number.
    var comparedFrom: Layer??

    init(_ context: ReadingContext) { self.context = context }

    mutating func endClause() {
      if let metric, customerClass == nil { context.metric = metric }
      metric = nil
      hasDimension = false
      context.derived = nil
      follows = nil
      isProbability = false
      customerClass = nil
    }

    /// 比去年 is over with its clause.
    mutating func endComparison(_ start: ReadingContext) {
      if context.layer == .baseline { context.layer = start.layer }
    }

    mutating func endSentence(_ start: ReadingContext, keepsPeriod: Bool) {
      endClause()
      isPart = false
      isOfContracts = false
      every = nil
      context.tier = start.tier
      if !isVerdict { context.layer = start.layer }
      context.dimensions = start.dimensions
      context.isToDate = start.isToDate
      if !keepsPeriod {
        // `For the full year …` holds on; a part of the period around it does not.
        if !isWider(context.period, than: start.period) { context.period = start.period }
        context.metric = start.metric
        context.owner = start.owner
      }
    }

    private func isWider(_ period: Period?, than start: Period?) -> Bool {
      guard let period, let start else { return false }
      return period != start && period.contains(start)
    }

    mutating func passQuantity(_ placed: MetricID?) {
      if let layer = comparedFrom {
        context.layer = layer
        comparedFrom = nil
      }
      if let placed { context.metric = placed } else if let metric, customerClass == nil { context.metric = metric }
      metric = nil
      customerClass = nil
      follows = nil
      isProbability = false
    }
  }

  /// What must differ for two numbers of one text to be two facts.
  private struct FactKey: Equatable {
    let metric: MetricID?
    let owner: OwnerID?
    let period: FactPeriod
    let periodWords: String?
    let dimensions: DimensionSet
    let layer: Layer
    let tier: Tier

    init(_ fact: Fact) {
      metric = fact.metric
      owner = fact.owner
      period = fact.period
      periodWords = fact.extras?.periodWords
      dimensions = fact.dimensions
      layer = fact.layer
      tier = fact.tier
    }
  }

  // MARK: Words

  private func take(_ token: Token, _ index: Int, _ tokens: Range<Int>, _ clause: inout Clause) {
    var written = tree.periods[Int(token.value)].period
    if let now = written.lastYearsInScope {
      clause.context.layer = .baseline
      guard now != .wholeYear else { return }
      written = now
    }
    clause.every = nil
    if clause.context.layer != .baseline, isCompared(token) { return }
    let next = index + 1 < tokens.upperBound ? tree.tokens[index + 1] : nil
    let isDeadline =
      clause.follows == .before
      || next.map { $0.kind == .word && [.before, .endOf].contains(book.lexicon[$0.value].cue) } ?? false
    switch written.resolve(in: book.periods(in: clause.context.period)) {
    case .known(let period):
      // A date among other words says when something is due, not what the number is for.
      if clause.context.isToDate, period.level == .day, clause.context.period?.contains(period) ?? false {
        clause.context.toDate = period.start
        return
      }
      let isDate =
        period.level == .day && (scope.period?.value.level ?? .year) < .week && clause.context.section != .week
      guard !isDeadline, !isDate else { return }
      clause.context.period = period
      clause.context.periodWords = nil
      if case .firstQuarters = written { clause.context.isToDate = true }
    case .unknown:
      clause.context.period = nil
      clause.context.periodWords = written.fiscalID(within: clause.context.periodWords) ?? source.text(token.range)
    case .problem: break
    }
    clause.follows = nil
  }

  private func take(
    _ word: Word, _ token: Token, _ index: Int, _ clause: inout Clause, _ start: ReadingContext
  ) {
    clause.follows = word.cue
    if word.cue == .recurring { clause.every = recurrence(token) }
    if word.cue == .worth { clause.isOfContracts = true }
    if word.cue == .against { clause.comparedFrom = clause.context.layer }
    if word.attribute == .due { clause.follows = .before }
    if index > clause.spentToken, let metric = word.metric, clause.metric == nil || word.customerClass == nil {
      clause.metric = MetricID(Int(metric))
      if !clause.isPart, !clause.hasDimension { clause.context.dimensions = start.dimensions }
    }
    if let owner = word.owner, let node = contextReader.single(owner, under: clause.context.owner) {
      clause.context.owner = node
    }
    if let value = word.dimensionValue, word.owner == nil {
      let declared = book.lexicon.dimensionValues[Int(value)]
      clause.context.dimensions = dimensions.adding(
        DimensionValue(Axis(index: declared.axis), declared.value), to: clause.context.dimensions)
      clause.hasDimension = true
    }
    if let tier = word.tier { clause.context.tier = tier }
    if let layer = word.layer, word.metric == nil {
      // 完成 in a target means to accomplish it; only a review reports with it.
      let isWeak = layer == .actual && word.state != nil && start.section != .review
      if !isWeak { clause.context.layer = layer }
    }
    if let derived = word.derived { note(derived, &clause.context) }
    if word.cue == .partOf { clause.isPart = true }
    if word.attribute == .probability { clause.isProbability = true }
    if let customerClass = word.customerClass { clause.customerClass = customerClass }
  }

  // MARK: Numbers

  /// The fact of the quantity at `index`, or `nil` with its fate noted.
  private func place(
    _ index: Int, _ tokens: Range<Int>, _ clause: inout Clause, _ start: ReadingContext, _ carrier: Carrier,
    _ policy: Policy, _ label: Phrase?, _ last: FactKey?
  ) -> Fact? {
    let token = tree.tokens[index]
    var quantity = tree.quantities[Int(token.value)]
    var context = clause.context
    var fate: NumberFate?
    if clause.isProbability, quantity.unit == .percent { fate = .attribute }
    if clause.follows == .price, !quantity.unit.isCount { fate = .price }
    if clause.follows == .ordinal { fate = .label }
    if clause.follows == .within
      || quantity.unit.isDuration && !isDays(clause.metric ?? context.metric)
        && !isTheTarget(quantity, clause, policy, last == nil)
    {
      fate = .window
    }
    if context.derived != nil {
      if isGrowthTarget(quantity, context, last == nil) {
        quantity.form = .delta
        context.layer = start.layer
      } else {
        fate = .derived
      }
    }
    if let every = clause.every, quantity.form == .amount, !quantity.unit.isMoney {
      quantity.form = .rate(every: every)
    }
    var metric = metric(at: index, tokens, &clause, quantity)
    if isFraction(token) { fate = fate ?? .detail }
    if isVersion(quantity, metric.id, context, carrier) { fate = fate ?? .label }
    if isShareOfNext(index, tokens) { fate = fate ?? .part }
    if metric.isInherited, label?.colon ?? -1 < 0 || isMoney(metric.id), countsItsOwn(index, tokens, quantity) {
      metric = (nil, true)
    }
    if clause.follows == .added, metric.isInherited, let added = newCustomers(insteadOf: metric.id) {
      metric = (added, false)
    }
    if isPartOfMoney(clause, metric), let part = clause.customerClass {
      context.dimensions = dimensions.adding(
        DimensionValue(.customerClass, part.rawValue), to: context.dimensions)
    }
    if fate == nil, metric.isInherited, clause.isPart || clause.customerClass != nil {
      if let part = customerClass(clause, after: index, tokens) {
        context.dimensions = dimensions.adding(
          DimensionValue(.customerClass, part.rawValue), to: context.dimensions)
      } else if clause.isPart, !clause.hasDimension {
        return set(.part, token)
      }
    }
    if let fate { return set(fate, token) }
    context.metric = metric.id
    if isChangeStart(index, tokens, quantity) { context.layer = .baseline }
    let isBare = quantity.unit == .none && quantity.magnitude == 0
    if isBare, isMoney(metric.id), carrier == .actionItem || !isWrittenInDigits(token) {
      return set(.unnamed, token)
    }
    if metric.id == nil {
      guard
        policy == .all || policy == .counts && isCounted(quantity, token)
          || label?.colon ?? -1 >= 0 && context.metricName != nil && start.section == .targets
      else { return set(.unnamed, token) }
      if clause.isAside { return set(.detail, token) }
      if isArticle(quantity, index, tokens) { return set(.unnamed, token) }
      guard
        quantity.unit != .none || quantity.comparator != .equal || isFollowedByNoun(index, tokens)
          || context.metricName != nil
      else { return set(.unnamed, token) }
    }
    // Like the numbers of an action it stands by itself: it neither adds up nor conflicts.
    let carrier = clause.isOfContracts && isMoney(metric.id) ? .actionItem : carrier
    let fact = fact(quantity, token.range, context, carrier, metricName: metric.id == nil ? context.metricName : nil)
    guard let fact else { return set(.otherUnit, token) }
    let isSecond = metric.id != nil || context.metricName != nil && !hasNoun(index, tokens)
    if let last, isSecond, FactKey(fact) == last { return set(.detail, token) }
    return fact
  }

  private func set(_ fate: NumberFate, _ token: Token) -> Fact? {
    fates[Int(token.value)] = fate
    return nil
  }

  /// The metric a number belongs to: named before it in its clause, else after it, else said earlier.
  private func metric(
    at index: Int, _ tokens: Range<Int>, _ clause: inout Clause, _ quantity: Quantity
  ) -> (id: MetricID?, isInherited: Bool) {
    if let metric = clause.metric, fits(quantity, metric) { return (metric, false) }
    var next = index + 1
    search: while next < tokens.upperBound {
      let token = tree.tokens[next]
      switch token.kind {
      case .word:
        if let metric = book.lexicon[token.value].metric, fits(quantity, MetricID(Int(metric))),
          next == index + 1 || quantity.unit != .none || quantity.magnitude > 0 || !isMoney(MetricID(Int(metric)))
        {
          clause.spentToken = next
          return (MetricID(Int(metric)), false)
        }
      case .text, .open, .dash: break
      default: break search
      }
      next += 1
    }
    if let metric = clause.context.metric, fits(quantity, metric) { return (metric, true) }
    if let metric = clause.metric, clause.customerClass == nil, clause.context.metricName == nil,
      !(quantity.unit.isCount && isMoney(metric))
    {
      return (metric, false)
    }
    return (nil, true)
  }

  /// A change or multiple of a metric is written in percent or times, whatever the metric is counted in.
  private func fits(_ quantity: Quantity, _ metric: MetricID) -> Bool {
    switch quantity.form {
    case .delta, .multiple: true
    case .amount, .range, .rate: fits(quantity.unit, metric)
    }
  }

  func isMoney(_ metric: MetricID?) -> Bool { metric.map { book.registry[$0].unit == .money } ?? false }

  /// Not a word such as `one` or 三, which counts things and no money.
  func isWrittenInDigits(_ token: Token) -> Bool {
    let first = source.bytes[Int(token.start)]
    return first < 0x80 && !(first | 0x20 >= UInt8(ascii: "a") && first | 0x20 <= UInt8(ascii: "z")) || first == 0xEF
  }

  private func isDays(_ metric: MetricID?) -> Bool { metric.map { book.registry[$0].unit == .days } ?? false }

  /// Whether a number in this unit can count this metric.
  func fits(_ unit: WrittenUnit, _ metric: MetricID) -> Bool {
    switch (unit, book.registry[metric].unit) {
    case (.none, _): true
    case (.money, .money), (.count, .count): true
    case (.percent, .percent), (.points, .percent): true
    case (.days, .days), (.weeks, .days), (.months, .days): true
    case (.hours, .hours), (.minutes, .hours), (.days, .hours): true
    default: false
    }
  }

  /// The class of customers that a part is about: named before the number, or right behind it (`$300k from new customers`).
  private func customerClass(_ clause: Clause, after index: Int, _ tokens: Range<Int>) -> CustomerClass? {
    if let named = clause.customerClass { return named }
    var next = index + 1
    while next < min(tokens.upperBound, index + 4) {
      let token = tree.tokens[next]
      guard token.kind == .word || token.kind == .text else { return nil }
      if token.kind == .word, let named = book.lexicon[token.value].customerClass { return named }
      next += 1
    }
    return nil
  }

  private func isFollowedByNoun(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index + 1 < tokens.upperBound else { return false }
    let next = tree.tokens[index + 1]
    return next.kind == .text || next.kind == .word
  }
}
