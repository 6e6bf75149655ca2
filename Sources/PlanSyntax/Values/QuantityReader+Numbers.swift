/// Whole quantities: a term, or two as a range, with what qualifies them.
extension QuantityReader {
  /// The quantity whose number, sign or currency starts at `at`.
  func number(_ text: Span<UInt8>, _ at: Int, _ end: Int, _ qualifiers: Qualifiers) -> Reading<ReadQuantity>? {
    guard startsNumber(text, at), let term = term(text, at, end) else { return nil }
    return quantity(term, text, at, end, qualifiers)
  }

  /// A Chinese numeral.
  func numeral(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    guard text.chineseDigit(at, end) != nil || text.says("百分之", at, end), let term = term(text, at, end) else {
      return nil
    }
    guard let reading = quantity(term, text, at, end, Qualifiers()) else { return nil }
    // 十分 is no score, but 十分钟 is a time.
    if let found = words.prefix(text, at, end), found.prefix == .idiom, found.end >= reading.end { return nil }
    return reading
  }

  /// Whether nothing before `at` makes a number there part of a code, a date or a longer number.
  private func startsNumber(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at > 0 else { return true }
    guard text.digit(at, text.count) != nil else { return !(text[at].isLatinWordByte && text.hasWordBefore(at)) }
    if text.hasWordBefore(at) { return false }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "*"):
      return !text.hasWordBefore(at - 1)
    case UInt8(ascii: "/"): return !text.hasWordBefore(at - 1) || text.hasDigitBefore(at - 1)
    case UInt8(ascii: "#"): return false
    case 0xA7: return !text.said("§", before: at)
    case 0x97: return !(text.said("×", before: at) && text.hasDigitBefore(at - 2))
    default: return !text.said("第", before: text.beforeBlanks(at))
    }
  }

  /// The quantity that begins with `first`.
  func quantity(
    _ first: WrittenTerm, _ text: Span<UInt8>, _ at: Int, _ end: Int, _ qualifiers: Qualifiers
  ) -> Reading<ReadQuantity>? {
    if first.kind == .placeholder { return Reading(.placeholder, end: first.end) }
    if let sum = calculation(first, text, end) {
      guard let result = sum.result else { return nil }
      return result
    }
    var quantity = Quantity(
      value: first.value, unit: first.unit, comparator: first.isAtLeast ? .atLeast : qualifiers.comparator,
      isApproximate: first.isApproximate || qualifiers.isApproximate, magnitude: first.magnitude,
      precision: first.precision)
    if first.kind == .multiple {
      quantity.form = .multiple
    } else if first.sign == UInt8(ascii: "+") {
      quantity.form = .delta
    }
    var close = first.end
    var problem = first.problem
    var isBare = first.isBare
    switch range(first, text, end) {
    case .none: break
    case .refused: return nil
    case .range where isChange(first, text, at, end): break
    case .range(let lower, let upper):
      quantity.value = lower.value
      quantity.unit = upper.unit
      quantity.magnitude = upper.magnitude
      quantity.precision = min(lower.precision, upper.precision)
      quantity.isApproximate = quantity.isApproximate || upper.isApproximate
      quantity.form = .range(upper: upper.value)
      isBare = upper.isBare
      close = upper.end
      problem = problem ?? upper.problem ?? (upper.value < lower.value ? .malformed : nil)
    }
    if problem == .malformed, isBare { return nil }
    let mayName = isBare && first.isPlain && qualifiers.isEmpty && quantity.form == .amount
    if mayName, namesSomething(first, text, at, close, end) { return nil }
    close = takeRate(text, close, end, &quantity, qualifiers)
    close = takeQualifiers(text, close, end, &quantity, qualifiers)
    if let problem { return Reading(.unreadable(problem), end: close) }
    return Reading(.quantity(quantity), end: close)
  }

  // MARK: What is no quantity

  /// Telephone numbers, times, numbering, and numbers behind a word such as `Tier`.
  private func namesSomething(_ term: WrittenTerm, _ text: Span<UInt8>, _ at: Int, _ close: Int, _ end: Int) -> Bool {
    if term.digits >= 11, term.digits <= 20 {
      // Large round amounts are as long as telephone numbers, which are not round.
      let isRound = text.said("000", before: close)
      if !isRound || term.digits == 11 && text[at] == UInt8(ascii: "1") && close - at == 11 && text[at + 1] > 0x32 {
        return true
      }
    }
    let next = text.folded(close, end)
    if next == UInt8(ascii: ":"), text.digit(close + 1, end) != nil { return true }
    if term.digits <= 3, numbersList(next, text, at, close, end) { return true }
    let word = text.beforeBlanks(at)
    guard word > 0 else { return false }
    if text[word - 1] == UInt8(ascii: "#") { return true }
    guard word < at || text[at - 1] == UInt8(ascii: "."), text[word - 1] < 0x80 else { return false }
    let last = text[word - 1] == UInt8(ascii: ".") ? word - 1 : word
    var start = last
    while start > 0, last - start < 10, (text[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    return start < last && words.ordinalTable.lookup(text, start..<last) != nil
  }

  /// `1、`, `1.`, `1)`, `（1）`.
  private func numbersList(_ next: UInt8, _ text: Span<UInt8>, _ at: Int, _ close: Int, _ end: Int) -> Bool {
    let before = text.beforeBlanks(at)
    let isFirst = before == 0 || text[before - 1] == UInt8(ascii: "|") || hasLineBreak(text, before, at)
    if next == UInt8(ascii: ")") {
      return isFirst || text[before - 1] == UInt8(ascii: "(") || text.said("（", before: before)
    }
    guard isFirst else { return false }
    if text.says("、", close, end) { return true }
    guard next == UInt8(ascii: ".") else { return false }
    let after = close + text.foldedByte(at: close, end: end).width
    return after < end && (text[after] <= 0x20 || text[after] >= 0x80)
  }

  private func hasLineBreak(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { text[$0] == 0x0A || text[$0] == 0x0D }
  }

  // MARK: Behind the unit

  /// `/week`, `per day`, 每周.
  private func takeRate(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ quantity: inout Quantity, _ qualifiers: Qualifiers
  ) -> Int {
    if let every = qualifiers.every, quantity.form == .amount { quantity.form = .rate(every: every) }
    guard quantity.form == .amount, let found = rate(text, at, end) else { return at }
    quantity.form = .rate(every: found.level)
    return found.end
  }

  func rate(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (level: PeriodLevel, end: Int)? {
    let next = text.afterBlanks(at, end)
    guard next < end else { return nil }
    let sign = text.foldedByte(at: next, end: end)
    if sign.byte == UInt8(ascii: "/") { return words.every(text, text.afterBlanks(next + sign.width, end), end) }
    if text.says("每", next, end) { return words.every(text, next, end) }
    guard next > at, let per = words.perTable.match(text, at: next, end: end) else { return nil }
    return words.every(text, text.afterBlanks(per.end, end), end)
  }

  /// `+`, 以上, 左右 behind the number; the same words before it win.
  private func takeQualifiers(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ quantity: inout Quantity, _ qualifiers: Qualifiers
  ) -> Int {
    var close = at
    if quantity.comparator == .equal, quantity.unit == .days, text.said("内", before: at) {
      quantity.comparator = .atMost
    }
    if quantity.comparator == .equal, text.folded(close, end) == UInt8(ascii: "+") {
      let next = close + text.foldedByte(at: close, end: end).width
      if text.digit(next, end) == nil, !text.hasWordAfter(next, end) {
        quantity.comparator = .atLeast
        close = next
      }
    }
    for _ in 0..<2 {
      guard let found = words.qualifier(text, text.afterBlanks(close, end), end) else { break }
      switch found.qualifier {
      case .approximate: quantity.isApproximate = true
      case .none: break
      case .comparator(let comparator): if quantity.comparator == .equal { quantity.comparator = comparator }
      }
      close = found.end
    }
    return close
  }

  // MARK: English number words

  /// `two deals`, `at least twenty-five visits`: a number word that something follows which it can count.
  func englishNumber(
    _ value: Int, _ text: Span<UInt8>, _ at: Int, _ after: Int, _ end: Int, _ qualifiers: Qualifiers
  ) -> Reading<ReadQuantity>? {
    if at > 0, text[at - 1] == UInt8(ascii: "-") { return nil }
    var total = value
    var close = after
    if (20...90).contains(value), value % 10 == 0, text.folded(close, end) == UInt8(ascii: "-"),
      let ones = words.prefix(text, close + 1, end), case .number(let digit) = ones.prefix, digit < 10
    {
      total += digit
      close = ones.end
    }
    var term = WrittenTerm(end: close)
    var magnitude = 0
    for _ in 0..<2 {
      let word = text.afterBlanks(close, end)
      guard let found = words.suffix(text, word, end), case .magnitude(let power) = found.suffix, found.end > close + 2
      else { break }
      magnitude += Int(power)
      close = found.end
    }
    let next = text.afterBlanks(close, end)
    if let found = words.suffix(text, next, end), case .unit(let unit) = found.suffix, found.end > next + 1 {
      term.unit = unit
      close = found.end
    } else if next < end {
      guard next > close, text[next].isLatinWordByte || text[next] >= 0x80,
        words.nounlessTable.match(text, at: next, end: end) == nil
      else { return nil }
    }
    guard let exact = ExactDecimal(total).scaled(byPowerOfTen: magnitude) else { return nil }
    term.value = exact
    term.magnitude = Int8(clamping: magnitude)
    term.precision = term.magnitude
    term.end = close
    return quantity(term, text, at, end, qualifiers)
  }
}
