/// Digits as they are written, with grouping and decimals, before any unit.
struct WrittenNumber {
  var coefficient: Int128 = 0
  var decimals = 0
  /// Digits before the point.
  var digits = 0
  var end: Int
  var isGrouped = false
  var hasLeadingZero = false
  var problem: QuantityProblem?

  /// A whole number without grouping.
  var isPlain: Bool { decimals == 0 && !isGrouped }

  /// The number at `offset`, of either width, grouped by 3 or by 4; `nil` where none starts.
  init?(_ text: Span<UInt8>, at offset: Int, end: Int) {
    self.end = offset
    take(text, end)
    if digits == 0 {
      guard pointWidth(text, offset, end) > 0 else { return nil }
    } else {
      takeGroups(text, end)
      if !isGrouped { takeBlankGroups(text, offset, end) }
    }
    let point = pointWidth(text, self.end, end)
    guard point > 0 else { return }
    self.end += point
    let whole = digits
    take(text, end)
    decimals = digits - whole
    digits = whole
    if decimals > 38, problem == nil { problem = .overflow }
    while pointWidth(text, self.end, end) > 0 {
      problem = .malformed
      self.end += pointWidth(text, self.end, end)
      var rest = WrittenNumber(end: self.end)
      rest.take(text, end)
      self.end = rest.end
    }
  }

  private init(end: Int) { self.end = end }

  /// Takes a run of digits.
  private mutating func take(_ text: Span<UInt8>, _ end: Int) {
    var small: UInt64 = 0
    var power: UInt64 = 1
    let isFirst = digits == 0
    while let (digit, width) = text.digit(self.end, end) {
      if isFirst, digits == 0, digit == 0 { hasLeadingZero = true }
      if power >= 1_000_000_000_000_000_000 {
        append(small, power)
        small = 0
        power = 1
      }
      small = small * 10 + UInt64(digit)
      power *= 10
      digits += 1
      self.end += width
    }
    append(small, power)
    if digits == 1 { hasLeadingZero = false }
  }

  private mutating func append(_ small: UInt64, _ power: UInt64) {
    if coefficient == 0 {
      coefficient = Int128(small)
      return
    }
    let (shifted, tooLarge) = coefficient.multipliedReportingOverflow(by: Int128(power))
    let (sum, overflow) = shifted.addingReportingOverflow(Int128(small))
    if tooLarge || overflow { problem = problem ?? .overflow } else { coefficient = sum }
  }

  /// The width of a decimal point with a digit behind it, else 0.
  private func pointWidth(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    let width = text[at] == UInt8(ascii: ".") ? 1 : text.says("．", at, end) ? 3 : 0
    return width > 0 && text.digit(at + width, end) != nil ? width : 0
  }

  private static func commaWidth(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    return text[at] == UInt8(ascii: ",") ? 1 : text.says("，", at, end) ? 3 : 0
  }

  /// `5,00万元` has lost or misplaced a digit: nobody lists two amounts like that.
  private static func startsMoney(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    ["万", "亿", "元", "千"].contains { text.says($0, at, end) }
  }

  /// The width of a blank that groups digits (a plain, non-breaking, narrow or thin one) with a digit behind it, else 0.
  private static func blankWidth(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    switch text[at] {
    case 0x20: return 1
    case 0xC2: return text.says("\u{A0}", at, end) ? 2 : 0
    case 0xE2: return text.says("\u{2009}", at, end) || text.says("\u{202F}", at, end) ? 3 : 0
    default: return 0
    }
  }

  /// Takes groups of three behind blanks: `200 000 EUR`. Plain blanks group only where money or the place says so,
  /// since two numbers may stand side by side.
  private mutating func takeBlankGroups(_ text: Span<UInt8>, _ offset: Int, _ end: Int) {
    guard digits <= 3, !hasLeadingZero, coefficient > 0 else { return }
    var whole = self
    var isPlain = false
    while true {
      let blank = Self.blankWidth(text, whole.end, end)
      guard blank > 0, text.digit(whole.end + blank, end) != nil else { break }
      var next = whole
      next.end += blank
      next.take(text, end)
      guard next.digits - whole.digits == 3 else { return }
      isPlain = isPlain || blank == 1
      whole = next
    }
    guard whole.end > self.end, !isPlain || Self.isAmount(text, offset, whole.end, end) else { return }
    self = whole
    isGrouped = true
  }

  /// Whether a currency stands beside the number.
  private static func isAmount(_ text: Span<UInt8>, _ start: Int, _ close: Int, _ end: Int) -> Bool {
    let before = text.beforeBlanks(start)
    let next = text.afterBlanks(close, end)
    return ["$", "€", "£", "¥", "￥", "USD", "EUR", "GBP", "CNY", "RMB"].contains { text.said($0, before: before) }
      || ["元", "€", "£", "USD", "EUR", "GBP", "CNY", "RMB"].contains { text.says($0, next, end) }
  }

  /// Takes the groups behind commas. A row of short numbers (`3,5,80`) is a list, not one number.
  private mutating func takeGroups(_ text: Span<UInt8>, _ end: Int) {
    guard digits <= 4, Self.commaWidth(text, self.end, end) > 0 else { return }
    let first = digits
    var whole = self
    var isList = true
    var sizes = (threes: 0, fours: 0, others: 0)
    while true {
      let comma = Self.commaWidth(text, whole.end, end)
      guard comma > 0, text.digit(whole.end + comma, end) != nil else { break }
      var next = whole
      next.end += comma
      next.take(text, end)
      let size = next.digits - whole.digits
      if size == 3 { sizes.threes += 1 } else if size == 4 { sizes.fours += 1 } else { sizes.others += 1 }
      isList = isList && size < 3
      whole = next
    }
    if isList, !(sizes.others == 1 && whole.digits - first == 2 && Self.startsMoney(text, whole.end, end)) { return }
    let isYearList =
      first == 4 && sizes.threes == 0 && sizes.others == 0 && (1990...2100).contains(coefficient)
      && (1990...2100).contains(whole.coefficient % 10_000)
    if isYearList { return }
    let isUniform = sizes.others == 0 && (sizes.threes == 0 || sizes.fours == 0 && first <= 3)
    self = whole
    isGrouped = true
    if !isUniform { problem = .mixedGrouping }
  }
}
