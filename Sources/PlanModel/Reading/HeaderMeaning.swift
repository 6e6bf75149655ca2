import PlanSource
import PlanSyntax

/// What one header cell or row label says about the numbers in its column or row.
struct HeaderMeaning {
  var metric: MetricID?
  var owner: Int32?
  /// The period named, and a second one where two header rows name one each.
  var period: WrittenPeriod?
  var outerPeriod: WrittenPeriod?
  var layer: Layer?
  var tier: Tier?
  var derived: Derived?
  var dimension: Value?
  var customerClass: CustomerClass?
  var attribute: Attribute?
  var header: AxisHeader?
  var unit: HeaderUnit?
  /// Every token is a word that is known here: nothing is left over that could be a name.
  var isFullyKnown = true
  var isEmpty = true
  var hasQuantity = false
  var isCumulative = false
  private(set) var range = 0..<0
  /// Words that no list knows, which may name a metric of the author's own.
  var hasName = false

  /// A value of an axis. A meaning holds no text, so that it is copied as plain bytes.
  enum Value {
    /// Index in `Lexicon.dimensionValues`.
    case declared(Int32)
    /// The words at this place.
    case words(Axis, Range<Int>)
  }

  init() {}

  init(_ phrase: Phrase, _ tree: PlanTree, _ book: BookContext, _ source: SourceFile) {
    for index in phrase.tokens {
      let token = tree.tokens[index]
      switch token.kind {
      case .word:
        isEmpty = false
        take(book.lexicon[token.value], book)
      case .period:
        isEmpty = false
        take(tree.periods[Int(token.value)].period)
      case .quantity, .placeholder, .unreadable:
        isEmpty = false
        hasQuantity = true
        isFullyKnown = false
      case .text, .mention, .tag:
        isEmpty = false
        if !isBracketed(index, phrase, tree) { isFullyKnown = false }
      default: break
      }
    }
    range = phrase.range
    unit = HeaderUnit.inBrackets(source.bytes.span, phrase.range, book.quantityReader)
    if !isFullyKnown, metric == nil, !hasQuantity, layer != nil || tier != nil { hasName = true }
  }

  /// Whether a token stands between brackets, where units and remarks do.
  private func isBracketed(_ index: Int, _ phrase: Phrase, _ tree: PlanTree) -> Bool {
    var at = index - 1
    while at >= phrase.tokens.lowerBound {
      switch tree.tokens[at].kind {
      case .open: return true
      case .close: return false
      default: at -= 1
      }
    }
    return false
  }

  private mutating func take(_ written: WrittenPeriod) {
    guard let now = written.lastYearsInScope else {
      if period == nil { period = written }
      return
    }
    layer = .baseline
    if now != .wholeYear { period = now }
  }

  private mutating func take(_ word: Word, _ book: BookContext) {
    if metric == nil, let index = word.metric { metric = MetricID(Int(index)) }
    if owner == nil { owner = word.owner }
    if layer == nil || word.layer != .target && layer != .baseline { layer = word.layer ?? layer }
    if let wordTier = word.tier, tier == nil || wordTier != .target { tier = wordTier }
    if derived == nil || derived == .cumulative { derived = word.derived ?? derived }
    if word.derived == .cumulative { isCumulative = true }
    if customerClass == nil { customerClass = word.customerClass }
    if attribute == nil { attribute = word.attribute }
    if header == nil { header = word.header }
    if dimension == nil, let value = word.dimensionValue { dimension = .declared(value) }
    let isKnown =
      word.metric != nil || word.owner != nil || word.layer != nil || word.tier != nil || word.derived != nil
      || word.attribute != nil || word.header != nil || word.kind != nil
    if !isKnown { isFullyKnown = false }
  }

  /// The same meaning at another place.
  func moved(to range: Range<Int>) -> HeaderMeaning {
    var moved = self
    moved.range = range
    return moved
  }

  /// Whether numbers under this header can be facts by what it says itself.
  var isMeasure: Bool {
    metric != nil || period != nil || tier != nil || layer != nil && (attribute == nil || layer == .baseline)
      || owner != nil || dimension != nil
      || derived != nil
  }

  /// This meaning with a second header row under it.
  func joined(with below: HeaderMeaning) -> HeaderMeaning {
    var joined = below
    joined.metric = below.metric ?? metric
    joined.owner = below.owner ?? owner
    joined.outerPeriod = below.period == nil ? nil : period
    joined.period = below.period ?? period
    joined.layer = below.layer ?? layer
    joined.tier = below.tier ?? tier
    joined.derived = below.derived ?? derived
    joined.dimension = below.dimension ?? dimension
    joined.attribute = below.isEmpty ? attribute : below.attribute
    joined.header = below.isEmpty ? header : below.header
    joined.unit = below.unit ?? unit
    joined.isFullyKnown = isFullyKnown && below.isFullyKnown
    joined.isEmpty = isEmpty && below.isEmpty
    joined.isCumulative = isCumulative || below.isCumulative
    return joined
  }
}
