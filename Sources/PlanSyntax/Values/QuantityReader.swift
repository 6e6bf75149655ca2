/// Reads amounts, counts, percentages and durations in plain text, in Chinese and English spelling.
///
/// A number is read with the qualifiers before it (不低于, `at least`), its sign, currency, magnitude and unit, and what
/// follows (以上, `/week`, the other end of a range). Dates, times, codes, versions and numbering are no quantities.
package final class QuantityReader: Sendable {
  let words = UnitWords.shared

  package init() {}

  /// The number that starts exactly at `offset`; `nil` when none starts there. `bound` ends the text to read.
  package func read(_ text: Span<UInt8>, at offset: Int, end bound: Int) -> Reading<ReadQuantity>? {
    guard offset >= 0, offset < bound, bound <= text.count else { return nil }
    let byte = text[offset]
    if byte &- 0x30 < 10 {
      return plain(text, offset, bound) ?? united(text, offset, bound) ?? number(text, offset, bound, Qualifiers())
    }
    switch byte {
    case UInt8(ascii: "("): return accounting(text, offset, bound)
    case UInt8(ascii: "["): return bracketed(text, offset, bound)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return signed(text, offset, bound)
    case UInt8(ascii: "."):
      return offset == 0 || text[offset - 1] <= 0x20 ? number(text, offset, bound, Qualifiers()) : nil
    case UInt8(ascii: "?"), UInt8(ascii: "_"): return gap(text, offset, bound)
    case 0xE2 where text.says("−", offset, bound): return signed(text, offset, bound)
    case 0xE4...0xE9 where offset + 2 < bound && !Self.canBegin(ideograph: text.scalar(offset), words): return nil
    case 0xE3...0xE9:
      if let reading = words.canStartPrefix(text, offset, bound) ? prefixed(text, offset, bound) : nil {
        return reading
      }
      return numeral(text, offset, bound)
    case 0xEF:
      if text.digit(offset, bound) != nil { return number(text, offset, bound, Qualifiers()) }
      switch text.folded(offset, bound) {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): return signed(text, offset, bound)
      case UInt8(ascii: "("): return accounting(text, offset, bound)
      case UInt8(ascii: "["): return bracketed(text, offset, bound)
      case UInt8(ascii: "?"), UInt8(ascii: "_"): return gap(text, offset, bound)
      default: return prefixed(text, offset, bound)
      }
    default:
      guard words.canStartPrefix(byte) || byte.isPlaceholderLetter else { return nil }
      return prefixed(text, offset, bound)
    }
  }

  /// Whether a quantity can begin with this byte of ASCII.
  static func canBegin(ascii byte: UInt8, _ words: UnitWords) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "_"):
      true
    default: words.canStartPrefix(byte) || byte.isPlaceholderLetter
    }
  }

  /// Whether a quantity can begin with this Chinese character: a word before numbers, a numeral, 百分之.
  @inline(__always)
  static func canBegin(ideograph scalar: Int, _ words: UnitWords) -> Bool {
    if words.prefixTable.canBegin(scalar: scalar) { return true }
    switch scalar {
    // 一 七 万 三 两 九 二 五 八 六 十 四 百 零
    case 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, 0x516B, 0x516D, 0x5341, 0x56DB, 0x767E, 0x96F6:
      return true
    default: return false
    }
  }

  /// What a whole cell or value says when it states nothing; `nil` when it must be read.
  package func blankOrPlaceholder(_ text: Span<UInt8>, _ range: Range<Int>) -> BlankKind? {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    let start = text.afterBlanks(range.lowerBound, range.upperBound)
    let end = max(start, text.beforeBlanks(range.upperBound))
    guard start < end else { return .blank }
    // Longer cells are sentences.
    guard end - start <= 48 else { return nil }
    if text[start] &- 0x30 < 10 { return nil }
    if let kind = words.cellTable.lookup(text, start..<end) { return kind == 0 ? .blank : .placeholder }
    if isGap(text, start, end) { return .placeholder }
    guard let reading = read(text, at: start, end: end), reading.end == end, reading.value == .placeholder else {
      return nil
    }
    return .placeholder
  }

  // MARK: The common case

  /// What a whole cell says that is plain ASCII digits with an optional point.
  func plainCell(_ text: Span<UInt8>, _ cell: Range<Int>) -> ReadQuantity? {
    plainDigits(text, cell.lowerBound, cell.upperBound)?.value
  }

  /// Plain ASCII digits with an optional point, up to the end of the text or a blank that ends a cell.
  func plain(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    guard at == 0 || text[at - 1] == 0x20 && (at == 1 || text[at - 2] == UInt8(ascii: "|")) else { return nil }
    return plainDigits(text, at, end)
  }

  @inline(__always)
  private func plainDigits(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    // Longer ones may be telephone numbers, and must not overflow.
    guard end - at <= 10 else { return nil }
    var value: Int64 = 0
    var decimals = 0
    var hasPoint = false
    var next = at
    while next < end {
      let digit = text[next] &- 0x30
      if digit < 10 {
        value = value * 10 + Int64(digit)
        if hasPoint { decimals += 1 }
      } else if text[next] == UInt8(ascii: "."), !hasPoint, next > at {
        hasPoint = true
      } else {
        return nil
      }
      next += 1
    }
    guard !hasPoint || decimals > 0 else { return nil }
    guard let exact = ExactDecimal(coefficient: Int128(value), scale: decimals) else { return nil }
    return Reading(.quantity(Quantity(value: exact, precision: Int8(-decimals))), end: next)
  }

  /// ASCII digits with a Chinese unit that ends the text or stands before a mark: `51.2万元`, `19次`.
  private func united(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    guard
      at == 0 || text[at - 1] == 0x20 && (at == 1 || text[at - 2] < 0x80 || text.said("：", before: at - 1))
        || text.said("：", before: at)
    else { return nil }
    var value: Int64 = 0
    var decimals = 0
    var hasPoint = false
    var next = at
    while next < end, next - at <= 10, text[next] < 0x80 {
      let digit = text[next] &- 0x30
      if digit < 10 {
        value = value * 10 + Int64(digit)
        if hasPoint { decimals += 1 }
      } else if text[next] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
      next += 1
    }
    guard next < end, text[next] >= 0xE4, text[next] <= 0xE9, !hasPoint || decimals > 0 else { return nil }
    var found = words.suffix(text, next, end)
    var magnitude = 0
    if case .magnitude(let power)? = found?.suffix, let close = found?.end {
      magnitude = Int(power)
      found = words.suffix(text, close, end)
    }
    guard case .unit(let unit)? = found?.suffix, let close = found?.end, close == end || text.isPlainMark(close, end)
    else {
      return nil
    }
    switch unit {
    case .money, .count: break
    default: return nil
    }
    guard let exact = ExactDecimal(coefficient: Int128(value), scale: decimals - magnitude) else { return nil }
    return Reading(
      .quantity(
        Quantity(
          value: exact, unit: unit, magnitude: Int8(magnitude), precision: Int8(magnitude - decimals))),
      end: close)
  }

  // MARK: Prefixes

  /// What was written before the number.
  struct Qualifiers {
    var comparator = Comparator.equal
    var isApproximate = false
    var every: PeriodLevel?

    var isEmpty: Bool { comparator == .equal && !isApproximate && every == nil }
  }

  /// A reading that begins with a word or sign: 不低于, `$`, 每日, `two`, `TBD`.
  private func prefixed(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> Reading<ReadQuantity>? {
    var qualifiers = Qualifiers()
    var at = offset
    var count = 0
    while count < 4, at < end, let found = words.prefix(text, at, end) {
      count += 1
      switch found.prefix {
      case .comparator(let comparator):
        if isArrow(text, at) { return nil }
        qualifiers.comparator = comparator
      case .approximate:
        if count == 1, isEndOfWord(text, at) { return nil }
        qualifiers.isApproximate = true
      case .every(let level): qualifiers.every = level
      case .money: return number(text, at, end, qualifiers)
      case .number(let value): return englishNumber(value, text, at, found.end, end, qualifiers)
      case .placeholder: return at == offset ? Reading(.placeholder, end: found.end) : nil
      case .idiom: return nil
      }
      at = text.afterBlanks(found.end, end)
      if text.says("于", at, end) || text.says("为", at, end) { at += 3 }
    }
    guard at < end else { return nil }
    if count == 0 { return letters(text, at, end) }
    if text.digit(at, end) != nil || text.isSignOrPoint(at, end) { return number(text, at, end, qualifiers) }
    if let run = letters(text, at, end) ?? gap(text, at, end) { return run }
    return number(text, at, end, qualifiers)
  }

  /// 邀约, 续约, 预约 30 家: the last character of a word, no 约.
  private func isEndOfWord(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at >= 3, text[at] == 0xE7, text.says("约", at, text.count) else { return false }
    return text.said("邀", before: at) || text.said("续", before: at) || text.said("预", before: at)
      || text.said("签", before: at) || text.said("履", before: at) || text.said("合", before: at)
      || text.said("节", before: at) || text.said("公", before: at) || text.said("违", before: at)
  }

  /// `->` and `=>` point at something and compare nothing.
  private func isArrow(_ text: Span<UInt8>, _ at: Int) -> Bool {
    at > 0 && (text[at - 1] == UInt8(ascii: "-") || text[at - 1] == UInt8(ascii: "="))
  }

  /// A number that begins with its sign.
  private func signed(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    let isPlus = text.folded(at, end) == UInt8(ascii: "+")
    let isAfterText = at > 0 && text[at - 1] > 0x7F && !text.endsMark(at)
    if at > 0, !isAfterText, !text.endsMark(at) { return nil }
    guard let reading = number(text, at, end, Qualifiers()) else { return nil }
    guard isAfterText, !isPlus else { return reading }
    // 医疗-300万 names a thing and its amount; only 同比-5% is a minus for certain.
    guard case .quantity(let quantity) = reading.value, quantity.unit == .percent || quantity.unit == .points else {
      return nil
    }
    return reading
  }

  /// `(1,200)`: a negative amount, where it stands alone.
  private func accounting(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    let before = text.beforeBlanks(at)
    guard before == 0 || text.endsCell(before) else { return nil }
    let start = text.afterBlanks(at + text.foldedByte(at: at, end: end).width, end)
    guard start < end, let term = term(text, start, end), term.kind == .amount, term.sign == nil else { return nil }
    let close = text.afterBlanks(term.end, end)
    guard close < end, text.folded(close, end) == UInt8(ascii: ")"), term.problem == nil else { return nil }
    // `(1)`, `(12)` number a list, `(2026)` is a year.
    if term.isPlain, term.unit == .none, term.digits < 3 || term.digits == 4 { return nil }
    switch term.unit {
    case .none, .money, .percent, .points: break
    default: return nil
    }
    guard let value = term.value.negated else { return Reading(.unreadable(.overflow), end: close + 1) }
    var quantity = Quantity(value: value, unit: term.unit, magnitude: term.magnitude, precision: term.precision)
    quantity.isApproximate = term.isApproximate
    return Reading(.quantity(quantity), end: close + text.foldedByte(at: close, end: end).width)
  }

  /// `[$N]`: a place to be filled in.
  private func bracketed(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadQuantity>? {
    let start = text.afterBlanks(at + text.foldedByte(at: at, end: end).width, end)
    guard start < end, text[start] != UInt8(ascii: "["), text.folded(start, end) != UInt8(ascii: "[") else {
      return nil
    }
    guard let inner = read(text, at: start, end: end), inner.value == .placeholder else { return nil }
    let close = text.afterBlanks(inner.end, end)
    guard close < end, text.folded(close, end) == UInt8(ascii: "]") else { return nil }
    return Reading(.placeholder, end: close + text.foldedByte(at: close, end: end).width)
  }
}

extension UInt8 {
  /// What stands for an unknown digit: `x` and `N`.
  fileprivate var isPlaceholderLetter: Bool { self | 0x20 == 0x78 || self | 0x20 == 0x6E }
}

extension Span<UInt8> {
  /// The character of three bytes at `at`, which must have them.
  @inline(__always)
  fileprivate func scalar(_ at: Int) -> Int {
    Int(self[at] & 0x0F) << 12 | Int(self[at + 1] & 0x3F) << 6 | Int(self[at + 2] & 0x3F)
  }

  /// Whether `，`, `。`, `；`, `、` or `）` stands here, behind which nothing belongs to a number.
  fileprivate func isPlainMark(_ at: Int, _ end: Int) -> Bool {
    says("，", at, end) || says("。", at, end) || says("；", at, end) || says("、", at, end) || says("）", at, end)
  }

  func isSignOrPoint(_ at: Int, _ end: Int) -> Bool {
    let byte = folded(at, end)
    return byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || says("−", at, end)
  }

  /// Whether a blank or a mark that a sign may follow ends at `offset`.
  fileprivate func endsMark(_ offset: Int) -> Bool {
    if self[offset - 1] < 0x80 {
      switch self[offset - 1] {
      case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ","),
        UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "<"),
        UInt8(ascii: "/"):
        return true
      default: return false
      }
    }
    return said("（", before: offset) || said("：", before: offset) || said("，", before: offset)
      || said("、", before: offset) || said("；", before: offset) || said("　", before: offset)
      || said("。", before: offset) || said("＝", before: offset) || said("≥", before: offset)
      || said("≤", before: offset)
  }

  /// Whether what ends at `offset` is the front of a cell or value.
  fileprivate func endsCell(_ offset: Int) -> Bool {
    switch self[offset - 1] {
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "\n"): true
    default: said("：", before: offset)
    }
  }
}
