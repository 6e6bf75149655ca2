extension ExactDecimal {
  /// The number that `text` is and nothing else: `12`, `-0.5`, `7.10`; no grouping, exponent or unit. `nil` beyond 38 digits.
  package init?(plain text: some StringProtocol) {
    var coefficient: Int128 = 0
    var scale = 0
    var digits = 0
    var isFraction = false
    var isNegative = false
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: "+") where place == 0: continue
      case UInt8(ascii: ".") where !isFraction && digits > 0: isFraction = true
      case 0x30...0x39:
        digits += 1
        guard digits <= 38 else { return nil }
        coefficient = coefficient * 10 + Int128(byte - 0x30)
        if isFraction { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0, !isFraction || scale > 0 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale)
  }

  /// The percentage that `text` is and nothing else: 5 for `5%`, `5 %` or `5％`.
  package init?(plainPercent text: String) {
    guard let sign = text.last, sign == "%" || sign == "％" else { return nil }
    var number = text.dropLast()
    while number.last == " " { number = number.dropLast() }
    self.init(plain: number)
  }
}
