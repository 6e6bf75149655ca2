/// One number with the sign, currency, magnitude and unit that stand at it; a quantity is made of one or two.
struct WrittenTerm {
  enum Kind {
    case amount
    case multiple
    case placeholder
  }

  var kind = Kind.amount
  /// The magnitude is applied.
  var value = ExactDecimal.zero
  var unit = WrittenUnit.none
  var magnitude: Int8 = 0
  var precision: Int8 = 0
  var end: Int
  /// `+` or `-` as written.
  var sign: UInt8?
  /// 多, 余.
  var isApproximate = false
  /// `50+`.
  var isAtLeast = false
  /// Digits without grouping, point, sign, unit or magnitude.
  var isPlain = false
  var digits = 0
  var hasLeadingZero = false
  var problem: QuantityProblem?

  init(end: Int) { self.end = end }

  var isBare: Bool { unit == .none && magnitude == 0 && kind == .amount }
}
