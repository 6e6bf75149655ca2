package import PlanSyntax

/// Splits a number of a flow over parts of its period, so that the parts add up to it exactly.
package enum WorkdaySplit {
  /// What a share was measured by.
  package enum Basis: Sendable { case workdays, calendarDays }

  package struct Result: Sendable {
    /// One for each part, in their order.
    package let shares: [ExactDecimal]
    /// Days each part weighed, and which kind of days.
    package let days: [Int]
    package let basis: Basis
  }

  /// Shares by workdays, by the largest remainder at the unit the number was written in; ties go to the earlier part.
  /// Parts without a single workday among them share by calendar days.
  ///
  /// - Parameter precision: The power of ten of the written unit, 3 for `33.5万元`. A number that has digits below it is
  ///   split at its own last digit.
  /// - Returns: `nil` when there is no part or a share leaves the range of numbers.
  package static func split(
    value: ExactDecimal, precision: Int, over parts: [Period], calendar: WorkCalendar
  ) -> Result? {
    guard !parts.isEmpty else { return nil }
    let workdays = parts.map { calendar.workdays(in: $0) }
    let basis: Basis = workdays.contains { $0 > 0 } ? .workdays : .calendarDays
    let days = basis == .workdays ? workdays : parts.map { $0.start.distance(to: $0.end) + 1 }
    guard let shares = split(value, precision: precision, weights: days) else { return nil }
    return Result(shares: shares, days: days, basis: basis)
  }

  /// Shares by weights of at least 0, one of them above 0.
  package static func split(_ value: ExactDecimal, precision: Int, weights: [Int]) -> [ExactDecimal]? {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0, total < Int128(Int32.max), weights.allSatisfy({ $0 >= 0 }) else { return nil }
    guard let (units, digits) = units(of: value, precision: precision) else { return nil }
    let whole = units.magnitude / total.magnitude
    let rest = units.magnitude % total.magnitude
    var shares: [UInt128] = []
    var remainders: [UInt128] = []
    for weight in weights {
      // units × weight / total, in two steps that cannot overflow.
      let weight = UInt128(weight)
      shares.append(whole * weight + rest * weight / total.magnitude)
      remainders.append(rest * weight % total.magnitude)
    }
    let given = shares.reduce(0, +)
    let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for index in order.prefix(Int(units.magnitude - given)) { shares[index] += 1 }
    var result: [ExactDecimal] = []
    for share in shares {
      guard let signed = Int128(exactly: share),
        let number = ExactDecimal(coefficient: units < 0 ? -signed : signed, scale: digits)
      else { return nil }
      result.append(number)
    }
    return result
  }

  /// The number as a count of its smallest unit, with the digits behind the point that the unit stands for.
  private static func units(of value: ExactDecimal, precision: Int) -> (Int128, digits: Int)? {
    let digits = value.scale > 0 ? max(Int(value.scale), -precision) : -precision
    if digits < 0 {
      // 33.5万 counts in units of 千, as long as the number is a multiple of the unit.
      var units = value.coefficient
      var left = -digits
      while left > 0, units % 10 == 0, units != 0 {
        units /= 10
        left -= 1
      }
      return (units, digits: digits + left)
    }
    var units = value.coefficient
    for _ in 0..<digits - Int(value.scale) {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = product
    }
    return (units, digits: digits)
  }
}
