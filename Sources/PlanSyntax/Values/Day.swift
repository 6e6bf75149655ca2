/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct Day: Hashable, Comparable, Sendable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The day, or `nil` where the calendar has none (30 February) or the year is outside 1...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    // Days from civil: years begin in March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }

  /// Monday is 1, Sunday is 7, as ISO 8601 has it.
  package var weekday: Int { Int((number % 7 + 10) % 7) + 1 }

  package func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }

  /// Days from `self` to `other`.
  package func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

  /// The ISO 8601 week the day is in, with the year that the week belongs to.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = advanced(by: 4 - weekday)
    let year = thursday.year
    guard let first = Day(year: year, month: 1, day: 1) else { return (year, 1) }
    return (year, first.distance(to: thursday) / 7 + 1)
  }

  /// The Monday of an ISO week; `nil` when the year has no such week.
  package static func monday(isoYear: Int, week: Int) -> Day? {
    guard let fourth = Day(year: isoYear, month: 1, day: 4), week >= 1 else { return nil }
    let monday = fourth.advanced(by: 1 - fourth.weekday + 7 * (week - 1))
    return monday.isoWeek == (isoYear, week) ? monday : nil
  }
}

extension Day: CustomStringConvertible {
  /// `2026-03-17`.
  package var description: String {
    let (year, month, day) = civil
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The number with zeros in front up to `width` digits.
  package static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
