import PlanSyntax
import Testing

/// A text whose reading is marked: `at least ⟦20 visits⟧`. With nothing between the marks, nothing starts there.
struct MarkedText: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  let testDescription: String

  init(_ marked: some StringProtocol) {
    let parts = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false) : []
    precondition(rest.count == 2, "a row marks its reading: \(marked)")
    bytes = Array(parts[0].utf8) + Array(rest[0].utf8) + Array(rest[1].utf8)
    start = parts[0].utf8.count
    end = start + rest[0].utf8.count
    testDescription = String(marked)
  }
}

/// The readers are costly to build and are the same for every row.
enum Readers {
  static let quantities = QuantityReader()
  static let periods = PeriodReader()

  /// The quantity that `text` begins with.
  static func quantity(_ text: String) -> Reading<ReadQuantity>? {
    let bytes = Array(text.utf8)
    return quantities.read(bytes.span, at: 0, end: bytes.count)
  }

  static func unit(_ text: String) -> UnitReading? {
    let bytes = Array(text.utf8)
    return quantities.unit(bytes.span, 0..<bytes.count)
  }
}

extension WordTable {
  func match(_ text: [UInt8], _ offset: Int, _ end: Int) -> (value: UInt32, end: Int)? {
    match(text.span, at: offset, end: end)
  }

  func lookup(_ text: [UInt8], _ range: Range<Int>) -> UInt32? { lookup(text.span, range) }
}

/// One line of a table of readings: `⟦5000万元⟧ = 50000000 money e4`.
struct ReadingRow: Sendable, CustomTestStringConvertible {
  let text: MarkedText
  let expected: String

  var testDescription: String { text.testDescription }

  /// Expects the quantity reader to read what is marked, and no prefix of the row to trap.
  func expectQuantity() {
    let reading = Readers.quantities.read(text.bytes.span, at: text.start, end: text.bytes.count)
    #expect((reading?.value.notation ?? "nothing") == expected)
    #expect((reading?.end ?? text.start) == text.end)
    readEveryPrefix()
  }

  /// Expects the period reader to read what is marked, and no prefix of the row to trap.
  func expectPeriod() {
    let reading = Readers.periods.read(text.bytes.span, at: text.start, end: text.bytes.count)
    #expect((reading?.value.notation ?? "nothing") == expected)
    #expect((reading?.end ?? text.start) == text.end)
    readEveryPrefix()
  }

  private func readEveryPrefix() {
    for end in 0...text.bytes.count { text.bytes.readEverywhere(upTo: end) }
  }

  static func rows(_ table: String) -> [ReadingRow] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: " ⇒ ", maxSplits: 1)
      guard let text = parts.first, parts.count == 2 else {
        return ReadingRow(text: MarkedText(line), expected: "nothing")
      }
      return ReadingRow(text: MarkedText(text), expected: String(parts[1]))
    }
  }
}

extension [UInt8] {
  /// Reads at every offset; every reading must move forward and stay inside.
  func readEverywhere(upTo end: Int) {
    for offset in 0...end {
      if let reading = Readers.quantities.read(span, at: offset, end: end) {
        #expect(reading.end > offset && reading.end <= end)
      }
      if let reading = Readers.periods.read(span, at: offset, end: end) {
        #expect(reading.end > offset && reading.end <= end)
      }
    }
  }
}

extension Quantity {
  /// `≥~300..800 money /week e4 p2`.
  var notation: String {
    var text = ["", "≥", "≤", ">", "<"][Int(comparator.rawValue)]
    if isApproximate { text += "~" }
    text += "\(value)"
    if case .range(let upper) = form { text += "..\(upper)" }
    switch unit {
    case .none: break
    case .money(let currency): text += " " + (currency?.description ?? "money")
    case .count(let index): text += " " + UnitWords.shared.measureWords[Int(index)]
    case .percent: text += " %"
    case .points: text += " pp"
    case .days, .weeks, .months, .hours, .minutes: text += " \(unit)"
    }
    switch form {
    case .amount, .range: break
    case .delta: text += " delta"
    case .multiple: text += " times"
    case .rate(let level): text += " /\(level)"
    }
    if magnitude != 0 { text += " e\(magnitude)" }
    if precision != magnitude { text += " p\(precision)" }
    if isMiscalculated { text += " wrong" }
    return text
  }
}

extension ReadQuantity {
  var notation: String {
    switch self {
    case .quantity(let quantity): quantity.notation
    case .unreadable(let problem): "\(problem)"
    case .placeholder: "placeholder"
    }
  }
}

extension YearRef {
  var notation: String {
    switch self {
    case .stated(let year): "\(year)"
    case .fiscal(let year): "FY\(year)"
    case .last: "last"
    case .next: "next"
    case .scope: "?"
    }
  }
}

extension WrittenPeriod {
  /// The written parts from the largest to the smallest, `?` for what is not written.
  var notation: String {
    switch self {
    case .year(let year): "\(year)"
    case .fiscalYear(let year): "FY\(year)"
    case .wholeYear: "whole ?"
    case .relativeYear(let year): "year \(year.notation)"
    case .half(let half, let year): "\(year.notation) H\(half)"
    case .quarter(let quarter, let year): "\(year.notation) Q\(quarter)"
    case .month(let month, let year): "\(year.notation) M\(month)"
    case .tenDay(let part, let month, let year): "\(year.notation) \(month.map { "M\($0)" } ?? "M?") T\(part)"
    case .week(let week, let year): "\(year.notation) W\(week)"
    case .weekOfMonth(let week, let month, let year): "\(year.notation) M\(month) week \(week)"
    case .weekNumber(let week, let year): "\(year.notation) week \(week)"
    case .date(let month, let day, let year): "\(year.notation) M\(month) D\(day)"
    case .weekday(let weekday): "weekday \(weekday)"
    case .firstQuarters(let last, let year): "\(year.notation) Q1–Q\(last)"
    case .span(let first, let last): first.notation + " … " + last.notation
    case .relativeDays(let first, let last): "days \(first)–\(last)"
    case .current(let level): "this \(level)"
    }
  }
}

extension WrittenPeriod.SpanEnd {
  var notation: String {
    switch self {
    case .year(let year): year.notation
    case .quarter(let quarter, let year): "\(year.notation) Q\(quarter)"
    case .month(let month, let year): "\(year.notation) M\(month)"
    case .week(let week, let year): "\(year.notation) W\(week)"
    case .date(let month, let day, let year): "\(year.notation) M\(month) D\(day)"
    case .weekday(let weekday): "weekday \(weekday)"
    }
  }
}

extension ReadPeriod {
  /// With the weekday beside it as `(5 at 12..<18)`.
  var notation: String {
    switch self {
    case .period(let period, let weekday):
      period.notation + (weekday.map { " (\($0.weekday) at \($0.range.lowerBound)..<\($0.range.upperBound))" } ?? "")
    case .problem(let problem): "\(problem)"
    }
  }
}
