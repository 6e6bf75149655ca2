package import PlanSyntax

extension Period {
  /// The period that an id names: the exact words of `Period.id(in:)`, `start/end` for a span, `2026-03-T1` … `-T3` and
  /// `2026-03-上旬` for ten-day periods. `FY26` and `FY2026` are the same. In a fiscal book `2026`, `2026-H1` and `2026-Q1` are fiscal.
  package init?(id: some StringProtocol, in fiscal: FiscalYear) {
    guard id.utf8.count <= 32 else { return nil }
    if let ends = Self.ends(of: String(id)) {
      guard let start = Day(iso: ends.0), let end = Day(iso: ends.1), start <= end else { return nil }
      self = Period(level: .span, start: start, end: end)
      return
    }
    let parts = id.uppercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let (year, isFiscal) = Self.year(parts[0]),
      let period = Self.period(year, isFiscal, parts.dropFirst(), fiscal)
    else { return nil }
    self = period
  }

  private static func period(
    _ year: Int, _ isFiscal: Bool, _ rest: ArraySlice<String>, _ fiscal: FiscalYear
  ) -> Period? {
    guard let first = rest.first else { return fiscal.year(year) }
    guard rest.count > 1 else {
      if let half = number(first, after: "H", digits: 1) { return fiscal.half(half, of: year) }
      if let quarter = number(first, after: "Q", digits: 1) { return fiscal.quarter(quarter, of: year) }
      if isFiscal { return nil }
      if let week = number(first, after: "W", digits: 2) { return isoWeek(week, year: year) }
      return number(first, after: "", digits: 2).flatMap { month($0, year: year) }
    }
    guard !isFiscal, rest.count == 2, let last = rest.last, let month = number(first, after: "", digits: 2) else {
      return nil
    }
    switch last {
    case "上", "上旬", "T1": return tenDay(1, month: month, year: year)
    case "中", "中旬", "T2": return tenDay(2, month: month, year: year)
    case "下", "下旬", "T3": return tenDay(3, month: month, year: year)
    default: break
    }
    guard let day = number(last, after: "", digits: 2).flatMap({ Day(year: year, month: month, day: $0) }) else {
      return nil
    }
    return .day(day)
  }

  private static func year(_ word: String) -> (Int, isFiscal: Bool)? {
    if let year = number(word, after: "", digits: 4) { return (year, false) }
    if let year = number(word, after: "FY", digits: 4) { return (year, true) }
    return number(word, after: "FY", digits: 2).map { (2000 + $0, true) }
  }

  private static func number(_ word: String, after prefix: String, digits: Int) -> Int? {
    guard word.hasPrefix(prefix) else { return nil }
    let rest = word.utf8.dropFirst(prefix.utf8.count)
    guard rest.count == digits, rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The ends of a span, written `start..end` or `start/end`.
  private static func ends(of id: String) -> (Substring, Substring)? {
    if let slash = id.firstIndex(of: "/") { return (id[..<slash], id[id.index(after: slash)...]) }
    let bytes = id.utf8
    guard let first = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let second = bytes.index(after: first)
    guard second < bytes.endIndex, bytes[second] == UInt8(ascii: ".") else { return nil }
    return (id[..<first], id[bytes.index(after: second)...])
  }
}
