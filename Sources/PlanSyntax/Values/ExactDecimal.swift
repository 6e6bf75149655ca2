/// An exact decimal number: `coefficient × 10^-scale`, 128 bits wide.
///
/// Always in lowest terms (no trailing zero behind the point), so that equal numbers are equal values. Every operation
/// that could leave the range answers `nil`; nothing rounds unless asked.
package struct ExactDecimal: Hashable, Sendable {
  // Two halves instead of one Int128: facts stay small, and nothing needs to lie on 16 bytes.
  private let high: Int64
  private let low: UInt64
  /// Digits behind the point, 0...38.
  package let scale: UInt8

  package static let zero = ExactDecimal(0)

  package var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

  package init(_ value: Int) {
    self.init(coefficient: Int128(value), scale: 0 as UInt8)
  }

  /// The number in lowest terms; `nil` when more than 38 digits stand behind the point.
  package init?(coefficient: Int128, scale: Int) {
    // Nearly every number is small, and 128 bits are slow.
    if scale < 0, scale >= -18, let small = Int64(exactly: coefficient) {
      let (product, overflow) = small.multipliedReportingOverflow(by: Self.powersOfTen[-scale])
      if !overflow {
        self.init(coefficient: Int128(product), scale: 0 as UInt8)
        return
      }
    }
    if (0...Self.largestScale).contains(scale), var small = Int64(exactly: coefficient) {
      var digits = scale
      while digits > 0, small % 10 == 0 {
        small /= 10
        digits -= 1
        if small == 0 { digits = 0 }
      }
      self.init(coefficient: Int128(small), scale: UInt8(digits))
      return
    }
    var coefficient = coefficient
    var scale = scale
    while scale < 0 {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      coefficient = product
      scale += 1
      if coefficient == 0 { scale = 0 }
    }
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
      if coefficient == 0 { scale = 0 }
    }
    guard scale <= Self.largestScale else { return nil }
    self.init(coefficient: coefficient, scale: UInt8(scale))
  }

  private init(coefficient: Int128, scale: UInt8) {
    high = Int64(truncatingIfNeeded: coefficient >> 64)
    low = UInt64(truncatingIfNeeded: coefficient)
    self.scale = scale
  }

  private static let largestScale = 38
  /// 10⁰ to 10¹⁸.
  private static let powersOfTen: [Int64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  package var isZero: Bool { low == 0 && high == 0 }
  package var isNegative: Bool { high < 0 }
  /// The coefficient fits 64 bits.
  private var isSmall: Bool { high == Int64(bitPattern: low) >> 63 }
  package var isWhole: Bool { scale == 0 }

  package var magnitude: ExactDecimal {
    // The smallest Int128 has no positive twin; it can only come from a 39-digit number, which readers refuse.
    coefficient < 0 ? ExactDecimal(coefficient: 0 &- coefficient, scale: scale) : self
  }

  package var negated: ExactDecimal? {
    let (value, overflow) = Int128(0).subtractingReportingOverflow(coefficient)
    return overflow ? nil : ExactDecimal(coefficient: value, scale: scale)
  }

  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if scale == 0, other.scale == 0, isSmall, other.isSmall {
      let (sum, overflow) = Int64(bitPattern: low).addingReportingOverflow(Int64(bitPattern: other.low))
      if !overflow { return ExactDecimal(coefficient: Int128(sum), scale: 0 as UInt8) }
    }
    if scale == other.scale {
      let (sum, overflow) = coefficient.addingReportingOverflow(other.coefficient)
      return overflow ? nil : ExactDecimal(coefficient: sum, scale: Int(scale))
    }
    guard let (mine, theirs, common) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = mine.addingReportingOverflow(theirs)
    return overflow ? nil : ExactDecimal(coefficient: sum, scale: common)
  }

  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    guard let minus = other.negated else { return nil }
    return adding(minus)
  }

  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    return overflow ? nil : ExactDecimal(coefficient: product, scale: Int(scale) + Int(other.scale))
  }

  /// The number with its point moved by `power` digits to the right (to the left when negative).
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    ExactDecimal(coefficient: coefficient, scale: Int(scale) - power)
  }

  /// The quotient rounded half up (away from zero at the half) to `digits` behind the point; `nil` when the divisor is zero.
  package func divided(by other: ExactDecimal, digits: Int) -> ExactDecimal? {
    guard !other.isZero else { return nil }
    let shift = digits + Int(other.scale) - Int(scale)
    guard let numerator = shift >= 0 ? Self.timesPowerOfTen(coefficient, shift) : coefficient,
      let denominator = shift < 0 ? Self.timesPowerOfTen(other.coefficient, -shift) : other.coefficient
    else { return nil }
    // The smallest Int128 by -1 is the one division that leaves the range.
    guard !numerator.dividedReportingOverflow(by: denominator).overflow else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder.magnitude.multipliedReportingOverflow(by: 2)
    guard twice.overflow || twice.partialValue >= denominator.magnitude else {
      return ExactDecimal(coefficient: quotient, scale: digits)
    }
    let away: Int128 = (numerator < 0) != (denominator < 0) ? -1 : 1
    let (rounded, overflow) = quotient.addingReportingOverflow(away)
    return overflow ? nil : ExactDecimal(coefficient: rounded, scale: digits)
  }

  /// Rounded half up (away from zero at the half) to `digits` behind the point.
  package func rounded(digits: Int) -> ExactDecimal {
    guard Int(scale) > digits else { return self }
    // Every number is far below half of a unit that is too large itself.
    guard let unit = Self.timesPowerOfTen(1, Int(scale) - digits) else { return .zero }
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    let half = remainder.magnitude >= unit.magnitude - remainder.magnitude
    let rounded = half ? quotient + (coefficient < 0 ? -1 : 1) : quotient
    return ExactDecimal(coefficient: rounded, scale: digits) ?? self
  }

  private static func timesPowerOfTen(_ value: Int128, _ power: Int) -> Int128? {
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  private static func aligned(_ lhs: ExactDecimal, _ rhs: ExactDecimal) -> (Int128, Int128, Int)? {
    let common = max(Int(lhs.scale), Int(rhs.scale))
    guard let left = timesPowerOfTen(lhs.coefficient, common - Int(lhs.scale)),
      let right = timesPowerOfTen(rhs.coefficient, common - Int(rhs.scale))
    else { return nil }
    return (left, right, common)
  }
}

extension ExactDecimal: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.isNegative != rhs.isNegative { return lhs.isNegative }
    if let (left, right, _) = aligned(lhs, rhs) { return left < right }
    // Only one side can be too large to align: the one with fewer digits behind the point, and it is the larger in magnitude.
    return (lhs.scale < rhs.scale) == lhs.isNegative
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without exponent or grouping, such as `-1234.5`.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.utf8.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -Int(scale))
    return sign + padded[..<point] + "." + padded[point...]
  }
}
