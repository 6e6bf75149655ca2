import PlanSource
import PlanSyntax

/// Reads how many customers a plan needs and how many it has: `需要客户62家，目前41家`.
extension FactReader {
  func readNeeded(_ phrase: Phrase, _ context: ReadingContext) {
    switch context.section {
    case .conditions, .customers, .obstacles: break
    case nil where context.metric != nil: break
    default: return
    }
    guard let customers = book.customers, hasQuantity(phrase.tokens),
      context.section != nil || context.metric == customers
    else { return }
    var layer: Layer?
    var names = false
    var hasNeeded = false
    for index in phrase.tokens {
      let token = tree.tokens[index]
      switch token.kind {
      case .word:
        let word = book.lexicon[token.value]
        if word.cue == .needed { layer = .target } else if word.cue == .current { layer = .actual }
        if let metric = word.metric, book.registry[MetricID(Int(metric))].kind == .stock { names = true }
      case .comma, .semicolon, .stop: layer = nil
      case .quantity:
        defer { layer = nil }
        let quantity = tree.quantities[Int(token.value)]
        let namesNext = index + 1 < phrase.tokens.upperBound && isCustomers(tree.tokens[index + 1], customers)
        let namesBefore = index > phrase.tokens.lowerBound && isCustomerWord(tree.tokens[index - 1])
        // 目前41家 speaks of the customers needed before it; 需要配合3次 of nothing named.
        let isNamed = names || namesNext || namesBefore || layer == .actual && hasNeeded
        guard let layer, isNamed, quantity.form == .amount, fits(quantity.unit, customers) else { continue }
        hasNeeded = true
        add(quantity, token, layer, customers, context)
      default: break
      }
    }
  }

  private func isCustomers(_ token: Token, _ customers: MetricID) -> Bool {
    token.kind == .word && book.lexicon[token.value].metric == customers.index
  }

  /// `需要客户62家`: the plain word, which heads sections and columns.
  private func isCustomerWord(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let word = book.lexicon[token.value]
    return word.section == .customers && word.header == .customer
  }

  private func add(
    _ quantity: Quantity, _ token: Token, _ layer: Layer, _ customers: MetricID, _ context: ReadingContext
  ) {
    var context = context
    context.metric = customers
    context.metricName = nil
    context.layer = layer
    guard let fact = fact(quantity, token.range, context, .condition) else { return }
    fates[Int(token.value)] = .fact
    facts.append(fact)
  }
}
