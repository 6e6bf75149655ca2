/// Numbers with what stands directly at them.
extension QuantityReader {
  /// The number at `at` with its sign, currency, magnitude and unit.
  func term(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> WrittenTerm? {
    var start = at
    var term = WrittenTerm(end: at)
    takeSign(text, &start, end, &term)
    var hasMoney = false
    if start < end, words.canStartPrefix(text[start]), let found = words.prefix(text, start, end),
      case .money(let currency) = found.prefix
    {
      hasMoney = true
      term.unit = .money(currency)
      start = text.afterBlanks(found.end, end)
      if term.sign == nil { takeSign(text, &start, end, &term) }
    }
    guard start < end else { return nil }
    if hasMoney, text.digit(start, end) == nil, let close = placeholderRun(text, start, end, needsUnit: false) {
      term.kind = .placeholder
      term.end = close
      return term
    }
    guard var number = written(text, start, end, &term) else { return nil }
    guard takeSuffix(text, &number, &term, end, hasMoney: hasMoney) else { return nil }
    if term.problem == nil {
      if let value = ExactDecimal(coefficient: number.coefficient, scale: number.decimals - Int(term.magnitude)),
        let total = number.added.map({ value.adding($0) }) ?? value,
        let signed = term.sign == UInt8(ascii: "-") ? total.negated : total
      {
        term.value = signed
      } else {
        term.problem = .overflow
      }
    }
    return term
  }

  private func takeSign(_ text: Span<UInt8>, _ at: inout Int, _ end: Int, _ term: inout WrittenTerm) {
    guard at < end else { return }
    let (byte, width) = text.foldedByte(at: at, end: end)
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      term.sign = byte
      at += width
    } else if text.says("−", at, end) {
      term.sign = UInt8(ascii: "-")
      at += 3
    }
  }

  /// A number before its suffix.
  struct Body {
    var coefficient: Int128
    var decimals: Int
    var isPlain: Bool
    var hasPoint: Bool
    /// 百分之.
    var isPercent = false
    /// What a smaller magnitude adds: the 2000万 of 1亿2000万.
    var added: ExactDecimal?
    /// Chinese numerals below 百 count only with a unit.
    var needsUnit = false
    var isChinese = false
  }

  private func written(_ text: Span<UInt8>, _ at: Int, _ end: Int, _ term: inout WrittenTerm) -> Body? {
    if let number = WrittenNumber(text, at: at, end: end) {
      term.end = number.end
      term.problem = number.problem
      term.isPlain = number.isPlain && term.sign == nil
      term.digits = number.digits
      term.hasLeadingZero = number.hasLeadingZero && number.isPlain
      return Body(
        coefficient: number.coefficient, decimals: number.decimals, isPlain: number.isPlain,
        hasPoint: number.decimals > 0)
    }
    if text.says("百分之", at, end) {
      guard var body = written(text, at + 9, end, &term, isPercent: true) else { return nil }
      body.isPercent = true
      return body
    }
    return written(text, at, end, &term, isPercent: false)
  }

  private func written(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ term: inout WrittenTerm, isPercent: Bool
  ) -> Body? {
    if isPercent, let number = WrittenNumber(text, at: at, end: end) {
      term.end = number.end
      term.problem = number.problem
      return Body(coefficient: number.coefficient, decimals: number.decimals, isPlain: false, hasPoint: false)
    }
    guard isPercent || startsNumeral(text, at),
      let numeral = ChineseNumber(text, at: at, end: end) ?? (isPercent ? .hundred(text, at, end) : nil)
    else { return nil }
    term.end = numeral.end
    term.magnitude = numeral.magnitude
    term.precision = numeral.magnitude
    // The term applies its magnitude at the end, so it is taken out here.
    guard let shifted = numeral.value.scaled(byPowerOfTen: -Int(numeral.magnitude)) else { return nil }
    return Body(
      coefficient: shifted.coefficient, decimals: Int(shifted.scale), isPlain: false, hasPoint: false,
      needsUnit: !numeral.isLarge && !isPercent, isChinese: true)
  }

  /// Whether a Chinese numeral at `at` begins a number: no other numeral and no 第, 数, 几 stands before it.
  private func startsNumeral(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at > 0 else { return true }
    if text.hasDigitBefore(at) { return false }
    if at >= 3, text.chineseDigit(at - 3, at) != nil { return false }
    for word in ["第", "数", "几", "每", "百", "千", "点", "期", "之"] as [StaticString] where text.said(word, before: at) {
      // 每两家, 百十家, 三点五, 分之一: parts of something else. 每周一次 is read from 每.
      return false
    }
    return true
  }

  // MARK: Behind the number

  /// Takes magnitude and unit; `false` when they show that there is no quantity.
  private func takeSuffix(
    _ text: Span<UInt8>, _ number: inout Body, _ term: inout WrittenTerm, _ end: Int, hasMoney: Bool
  ) -> Bool {
    if number.isPercent {
      term.unit = .percent
      term.precision = Int8(clamping: Int(term.magnitude) - number.decimals)
      return true
    }
    takeMore(text, &term, end)
    var hasUnit = false
    var magnitudes = 0
    var added: (value: ExactDecimal, magnitude: Int8)?
    while let found = suffix(text, term.end, end, number, hasMoney: hasMoney) {
      switch found.suffix {
      case .magnitude(let power):
        guard !hasUnit, magnitudes < 2 else { break }
        magnitudes += 1
        term.magnitude = Int8(clamping: Int(term.magnitude) + Int(power))
        term.end = found.end
        if added == nil, let rest = smallerPart(text, found.end, end, below: term.magnitude) {
          added = (rest.value, rest.magnitude)
          term.end = rest.end
        }
        continue
      case .unit(let unit):
        if hasUnit { break }
        if case .money(nil) = unit, case .money(_?) = term.unit {} else { term.unit = unit }
        hasUnit = true
        term.end = found.end
        if case .money = unit { continue }
      case .tenth:
        guard !hasUnit, !hasMoney, magnitudes == 0, !number.hasPoint, number.coefficient <= 10 else { break }
        number.coefficient *= 10
        term.unit = .percent
        term.end = found.end
        if let half = text.chineseDigit(found.end, end), (1...9).contains(half) {
          number.coefficient += Int128(half)
          term.end += 3
        }
        hasUnit = true
      case .multiple:
        guard !hasUnit, magnitudes == 0, !hasMoney else { break }
        term.kind = .multiple
        term.end = found.end
        hasUnit = true
      case .none: break
      case .name:
        if !hasUnit, magnitudes == 0, !hasMoney, !number.isPercent { return false }
      }
      break
    }
    number.added = added?.value
    term.precision = Int8(clamping: Int(added?.magnitude ?? term.magnitude) - number.decimals)
    let isUnited = hasUnit || hasMoney || term.magnitude != 0
    if isUnited { term.isPlain = false }
    if number.needsUnit, !isUnited { return false }
    // `3G`, `5S`: letters at a number that are no unit make it a name.
    return !text.hasWordAfter(term.end, end)
  }

  /// 多, 余 and `+` between a number and its unit.
  private func takeMore(_ text: Span<UInt8>, _ term: inout WrittenTerm, _ end: Int) {
    if text.says("多", term.end, end) || text.says("余", term.end, end), words.hasUnit(text, term.end + 3, end) {
      term.isApproximate = true
      term.end += 3
    } else if text.folded(term.end, end) == UInt8(ascii: "+") {
      let next = term.end + text.foldedByte(at: term.end, end: end).width
      guard next < end, text[next] >= 0x80, words.hasUnit(text, next, end) else { return }
      term.isAtLeast = true
      term.end = next
    }
  }

  /// The magnitude or unit behind a number. Blanks may stand between, except before single letters.
  private func suffix(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ number: Body, hasMoney: Bool
  ) -> (suffix: UnitWords.Suffix, end: Int)? {
    guard at < end else { return nil }
    if let found = words.suffix(text, at, end) {
      // `2B` is a kind of customer, `$2B` an amount.
      if found.suffix == .magnitude(9), found.end == at + 1, !hasMoney, !number.hasPoint { return nil }
      return found
    }
    let next = text.afterBlanks(at, end)
    guard next > at, let found = words.suffix(text, next, end) else { return nil }
    if found.end == next + 1, text[next] != UInt8(ascii: "%") {
      // `$5 m` and `650 k` are amounts; `5 m` and `5 h` may be anything.
      guard case .magnitude = found.suffix, hasMoney || text[next] == UInt8(ascii: "M") || text[next] | 0x20 == 0x6B
      else { return nil }
    }
    // `5 A$` would be a sign of the next number.
    if case .unit(.money) = found.suffix, text.digit(found.end, end) != nil { return nil }
    return found
  }

  /// The second part of 1亿2000万 or 3万5千.
  private func smallerPart(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, below magnitude: Int8
  ) -> (value: ExactDecimal, magnitude: Int8, end: Int)? {
    guard let number = text.smallNumber(at, end, limit: 8), let found = words.suffix(text, number.end, end),
      case .magnitude(let power) = found.suffix, power < magnitude, number.digits <= Int(magnitude) - Int(power),
      let value = ExactDecimal(number.value).scaled(byPowerOfTen: Int(power))
    else { return nil }
    return (value, power, found.end)
  }

  // MARK: Places to be filled in

  /// A run of `x`, `N`, `?` or `_` that stands for a number, with the unit behind it.
  func placeholderRun(_ text: Span<UInt8>, _ at: Int, _ end: Int, needsUnit: Bool) -> Int? {
    guard at < end, !text.hasWordBefore(at) else { return nil }
    let (first, width) = text.foldedByte(at: at, end: end)
    let isLetter = first == UInt8(ascii: "x") || first == UInt8(ascii: "n")
    guard isLetter || first == UInt8(ascii: "?") || first == UInt8(ascii: "_") else { return nil }
    var close = at + width
    var count = 1
    while close < end {
      let next = text.foldedByte(at: close, end: end)
      if next.byte == UInt8(ascii: "."), text.folded(close + next.width, end) == first {
        close += next.width
        continue
      }
      guard next.byte == first else { break }
      close += next.width
      count += 1
    }
    let minimum = first == UInt8(ascii: "_") ? 3 : first == UInt8(ascii: "?") ? 2 : 1
    let unit = words.suffix(text, close, end).flatMap { $0.suffix == .none || $0.suffix == .name ? nil : $0 }
    if isLetter {
      guard count <= 4 else { return nil }
      guard let unit else { return needsUnit || text.hasWordAfter(close, end) ? nil : close }
      close = unit.end
    } else {
      guard count >= minimum || !needsUnit else { return nil }
      close = unit?.end ?? close
    }
    if let more = words.suffix(text, close, end), case .unit = more.suffix { close = more.end }
    return text.hasWordAfter(close, end) ? nil : close
  }

  func letters(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    placeholderRun(text, at, end, needsUnit: true).map { Reading(.placeholder, end: $0) }
  }

  /// `???`, `____` in running text.
  func gap(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    if at > 0, text[at - 1] == text[at] { return nil }
    return placeholderRun(text, at, end, needsUnit: true).map { Reading(.placeholder, end: $0) }
  }

  /// Whether a whole cell is one run of `?`, `_`, `x` or `*`.
  func isGap(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let first = text.folded(at, end)
    guard first == UInt8(ascii: "?") || first == UInt8(ascii: "_") || first == UInt8(ascii: "x") else { return false }
    var next = at
    while next < end {
      let (byte, width) = text.foldedByte(at: next, end: end)
      guard byte == first else { return false }
      next += width
    }
    return true
  }
}

extension ChineseNumber {
  /// 百分之百.
  fileprivate static func hundred(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> ChineseNumber? {
    text.says("百", at, end) ? ChineseNumber(hundredUpTo: at + 3) : nil
  }

  private init(hundredUpTo end: Int) {
    value = ExactDecimal(100)
    magnitude = 0
    isLarge = true
    decimals = 0
    self.end = end
  }
}
