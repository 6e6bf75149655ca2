/// A number in Chinese numerals, such as 十二万, 三百五十, 两千, 三点五.
struct ChineseNumber {
  let value: ExactDecimal
  /// The power of ten of a 万 or 亿 at the end.
  let magnitude: Int8
  /// Whether 百 or more stands in it, so that it is a number even without a unit.
  let isLarge: Bool
  let decimals: Int
  let end: Int

  /// The numeral at `offset`; `nil` where none starts, or where digits stand side by side (三五家, 一二线).
  init?(_ text: Span<UInt8>, at offset: Int, end bound: Int) {
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    var smallest: Int64 = 0
    var magnitude: Int8 = 0
    var isLarge = false
    var hasZero = false
    var at = offset
    scan: while at < bound, at - offset < 60 {
      if let value = text.chineseDigit(at, bound), value < 10 {
        if value == 0 {
          guard digit == nil, at > offset else { return nil }
          hasZero = true
        } else {
          guard digit == nil else { return nil }
          digit = Int64(value)
          magnitude = 0
        }
        at += 3
        continue
      }
      guard let unit = Self.unit(text, at, bound) else { break }
      switch unit {
      case 10, 100, 1000:
        guard digit != nil || unit == 10 && !(at > offset && section % 100 != 0) else { break scan }
        section += (digit ?? 1) * unit
        magnitude = 0
      default:
        let hasFactor = section + (digit ?? 0) > 0 || unit == 100_000_000 && total > 0
        guard hasFactor, total < 1_000_000_000 else { break scan }
        if unit == 100_000_000 {
          total = (total + section + (digit ?? 0)) * unit
        } else {
          total += (section + (digit ?? 0)) * unit
        }
        section = 0
        magnitude = unit == 10_000 ? 4 : 8
      }
      if unit >= 100 { isLarge = true }
      smallest = unit
      digit = nil
      hasZero = false
      at += 3
    }
    guard at > offset else { return nil }
    var value = total + section
    if let digit {
      // 一万五 is 15,000; 一万零五 is 10,005.
      value += smallest >= 100 && !hasZero ? digit * (smallest / 10) : digit
    }
    guard value > 0 else { return nil }
    var number = ExactDecimal(Int(value))
    var decimals = 0
    if text.says("点", at, bound), total + section == 0, let first = text.chineseDigit(at + 3, bound), first < 10 {
      at += 3
      var coefficient = Int128(value)
      while decimals < 10, let next = text.chineseDigit(at, bound), next < 10 {
        coefficient = coefficient * 10 + Int128(next)
        decimals += 1
        at += 3
      }
      number = ExactDecimal(coefficient: coefficient, scale: decimals) ?? number
    }
    self.value = number
    self.decimals = decimals
    self.magnitude = magnitude
    self.isLarge = isLarge
    end = at
  }

  private static func unit(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int64? {
    if text.says("十", at, end) { return 10 }
    if text.says("百", at, end) { return text.says("百分", at, end) ? nil : 100 }
    if text.says("千", at, end) { return 1000 }
    if text.says("万", at, end) { return 10_000 }
    return text.says("亿", at, end) ? 100_000_000 : nil
  }
}
