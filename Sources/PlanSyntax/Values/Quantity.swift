/// An ISO 4217 currency code of three letters.
package struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let code: UInt32

  /// The currency of a three-letter code; `nil` when it is not three ASCII letters.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 3, bytes.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { return nil }
    code = bytes.reduce(0) { $0 << 8 | UInt32($1 & 0xDF) }
  }

  private init(code: UInt32) { self.code = code }

  package static let cny = Currency(code: 0x434E59)
  package static let jpy = Currency(code: 0x4A5059)
  package static let usd = Currency(code: 0x555344)
  package static let eur = Currency(code: 0x455552)
  package static let gbp = Currency(code: 0x474250)
  package static let hkd = Currency(code: 0x484B44)

  package var description: String {
    String(decoding: [UInt8(code >> 16 & 0xFF), UInt8(code >> 8 & 0xFF), UInt8(code & 0xFF)], as: UTF8.self)
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.code < rhs.code }
}

/// How a number binds: exactly, from below or from above.
package enum Comparator: UInt8, Sendable, CaseIterable {
  case equal
  case atLeast
  case atMost
  case moreThan
  case lessThan
}

/// Which of several promises a number is; only `target` rolls up.
package enum Tier: UInt8, Sendable, CaseIterable {
  case floor
  case target
  case stretch
}

/// The unit written with a number, as far as the words themselves tell.
package enum WrittenUnit: Hashable, Sendable {
  /// Nothing, or only a magnitude (`500万`): the metric decides.
  case none
  /// A currency sign or word; `nil` where it does not say which (`¥`, `元` in a book that counts in yuan or yen).
  case money(Currency?)
  /// A measure word (家 个 次 …) by its index in `UnitWords.measureWords`.
  case count(UInt8)
  case percent
  /// 百分点, `pp`.
  case points
  case days
  case weeks
  case months
  case hours
  case minutes
}

/// A number as somebody wrote it.
package struct Quantity: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case amount
    /// The upper end, in the same unit and magnitude.
    case range(upper: ExactDecimal)
    /// A signed change (`+20%`); the sign is in the value.
    case delta
    case multiple
    /// So much in every `PeriodLevel` (`每日30个`, `$5K/week`).
    case rate(every: PeriodLevel)
  }

  /// The number with its magnitude applied: 50000000 for `5000万元`.
  package var value: ExactDecimal
  package var unit: WrittenUnit
  package var form: Form
  package var comparator: Comparator
  package var isApproximate: Bool
  /// The power of ten of the magnitude word: 4 for 万, 0 for none.
  package var magnitude: Int8
  /// The power of ten of the last digit written, magnitude applied: 3 for `33.5万元`, -2 for `1.25`.
  package var precision: Int8
  /// The result of a written calculation that does not come out; `QuantityReader.computed` tells what it should be.
  package var isMiscalculated = false

  package init(
    value: ExactDecimal, unit: WrittenUnit = .none, form: Form = .amount, comparator: Comparator = .equal,
    isApproximate: Bool = false, magnitude: Int8 = 0, precision: Int8 = 0
  ) {
    self.value = value
    self.unit = unit
    self.form = form
    self.comparator = comparator
    self.isApproximate = isApproximate
    self.magnitude = magnitude
    self.precision = precision
  }
}
