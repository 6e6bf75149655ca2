import PlanSource
import PlanSyntax

/// What the words right beside a number in running text make of it.
extension FactReader {
  /// `from 88% to 93%`, 从85%提升到90%: the first number is where things stand.
  func isChangeStart(_ index: Int, _ tokens: Range<Int>, _ quantity: Quantity) -> Bool {
    let bytes = source.bytes
    guard quantity.form == .amount, bytes.span.saysFrom(before: Int(tree.tokens[index].start)) else {
      return false
    }
    for next in (index + 1)..<max(index + 1, tokens.upperBound) {
      let token = tree.tokens[next]
      switch token.kind {
      case .quantity: return tree.quantities[Int(token.value)].unit == quantity.unit
      case .text, .word, .dash: continue
      default: return false
      }
    }
    return false
  }

  /// `3/17`: so many of so many.
  func isFraction(_ token: Token) -> Bool {
    let bytes = source.bytes
    let (start, end) = (Int(token.start), Int(token.end))
    if start >= 2, bytes[start - 1] == UInt8(ascii: "/"), bytes[start - 2] &- 0x30 < 10 { return true }
    return end + 1 < bytes.count && bytes[end] == UInt8(ascii: "/") && bytes[end + 1] &- 0x30 < 10
  }

  /// 比Q1: the period is only compared with.
  func isCompared(_ token: Token) -> Bool {
    let bytes = source.bytes
    return bytes.span.saysThan(before: Int(token.start))
  }

  /// `turnaround of no more than 4 days`: a duration with a bound is what is promised, where nothing else is.
  func isTheTarget(_ quantity: Quantity, _ clause: Clause, _ policy: Policy, _ isFirst: Bool) -> Bool {
    policy == .all && isFirst && quantity.comparator != .equal && clause.metric == nil && clause.context.metric == nil
  }

  /// `签约额比Q1增长60%` promises a change; behind an amount it only says again how much that is.
  func isGrowthTarget(_ quantity: Quantity, _ context: ReadingContext, _ isFirst: Bool) -> Bool {
    context.derived == .growth && context.section == .targets && isFirst
      && (quantity.unit == .percent || quantity.unit == .points)
  }

  /// `3.7 was late`: nothing that is counted has a fraction.
  func isVersion(_ quantity: Quantity, _ metric: MetricID?, _ context: ReadingContext, _ carrier: Carrier) -> Bool {
    guard quantity.unit == .none, quantity.form == .amount, quantity.magnitude == 0, quantity.precision < 0,
      carrier == .list || carrier == .prose || carrier == .actionItem, context.metricName == nil
    else { return false }
    return metric.map { book.registry[$0].unit == .count } ?? true
  }

  /// 收集名片100张, and not 宴请两位科长: a measure word, and digits or a bound.
  func isCounted(_ quantity: Quantity, _ token: Token) -> Bool {
    quantity.unit.isCount
      && (quantity.comparator != .equal || quantity.isApproximate || isWrittenInDigits(token))
  }

  /// `create one place`: a bare `one` inside a sentence is an article.
  func isArticle(_ quantity: Quantity, _ index: Int, _ tokens: Range<Int>) -> Bool {
    quantity.unit == .none && quantity.comparator == .equal && quantity.value == ExactDecimal(1)
      && index > tokens.lowerBound && !isWrittenInDigits(tree.tokens[index])
  }

  /// 新开发9家 among the customers there are counts new ones.
  func newCustomers(insteadOf metric: MetricID?) -> MetricID? {
    guard let metric, book.registry[metric].kind == .stock, metric == book.registry.metric(id: "customers") else {
      return nil
    }
    return book.registry.metric(id: "new-customers")
  }

  /// 其中新客户签约1800万元: the customers named say which part of the money it is.
  func isPartOfMoney(_ clause: Clause, _ metric: (id: MetricID?, isInherited: Bool)) -> Bool {
    clause.isPart && !metric.isInherited && isMoney(metric.id)
  }

  /// The same where the sentence is too long for a label.
  func announcesResults(_ phrase: Phrase) -> Bool {
    guard let last = phrase.tokens.last, tree.tokens[last].kind == .colon else { return false }
    return reportsResults(phrase)
  }

  /// `write 5 articles` under a heading about customers: the number has a noun of its own behind it, and a verb before.
  func countsItsOwn(_ index: Int, _ tokens: Range<Int>, _ quantity: Quantity) -> Bool {
    index > tokens.lowerBound && quantity.unit == .none && quantity.magnitude == 0 && hasNoun(index, tokens)
  }

  /// Whether a noun in Latin letters follows that no list knows.
  func hasNoun(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index + 1 < tokens.upperBound, tree.tokens[index + 1].kind == .text else { return false }
    let bytes = source.bytes
    return book.quantityReader.isCountable(bytes.span, tree.tokens[index + 1].range)
  }

  /// Whether an owner is there only because nobody is named.
  func isBooksRoot(_ owner: OwnerID?) -> Bool {
    guard let stated = scope.owner, case .book = stated.source else { return false }
    return stated.value == owner
  }

  /// `31 of 118 bids`: the first number is a part, and of what the words do not say.
  func isShareOfNext(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index + 2 < tokens.upperBound, tree.tokens[index + 1].kind == .text,
      tree.tokens[index + 2].kind == .quantity
    else { return false }
    let between = tree.tokens[index + 1].range
    return between.count == 2 && source.bytes[between.lowerBound] == UInt8(ascii: "o")
      && source.bytes[between.lowerBound + 1] == UInt8(ascii: "f")
  }

  /// `here is the end of quarter summary:` introduces what has happened.
  func reportsResults(_ phrase: Phrase) -> Bool {
    phrase.tokens.contains { index in
      tree.tokens[index].kind == .word && book.lexicon[tree.tokens[index].value].section == .review
    }
  }
}

extension WrittenUnit {
  var isDuration: Bool {
    switch self {
    case .days, .weeks, .months, .hours, .minutes: true
    case .none, .money, .count, .percent, .points: false
    }
  }

  var isCount: Bool { if case .count = self { true } else { false } }
  var isMoney: Bool { if case .money = self { true } else { false } }
}
