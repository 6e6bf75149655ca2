/// Periods in Latin letters: `Q1`, `FY26-Q2`, `W12`, `March 17, 2026`, `Tuesday`, `last year`.
extension PeriodReader {
  func english(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    if text.hasWordBefore(at) { return nil }
    if let part = letterPart(.scope, text, at, end) { return part }
    guard at + 2 < end else { return nil }
    switch text[at] | 0x20 {
    case UInt8(ascii: "f"), UInt8(ascii: "c"):
      if let year = namedYear(text, at, end) {
        return inYear(year.ref, text, year.end, end) ?? hyphenated(year.ref, text, year.end, end)
          ?? Reading(.period(year.whole, weekday: nil), end: year.end)
      }
    default: break
    }
    guard let found = words.match(text, at, end) else { return nil }
    let isCapital = text[at] &- 0x41 < 26
    switch found.word {
    case .month(let month): return isCapital ? named(month, text, at, found.end, end) : nil
    case .weekday(let day): return isCapital ? named(weekday: day, text, at, found.end, end) : nil
    case .week:
      let start = text.afterBlanks(found.end, end)
      guard let number = text.smallNumber(start, end, limit: 2), (1...53).contains(number.value),
        endsNumber(text, number.end, end)
      else { return nil }
      return datedWeek(number.value, .scope, text, number.end, end)
    case .period(let period): return Reading(.period(period, weekday: nil), end: found.end)
    case .days, .plan: return nil
    }
  }

  /// `Q1`, `H1`, `W12` of `year`, and a year written behind them.
  func letterPart(_ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard at + 1 < end, text[at] < 0x80, let number = text.smallNumber(at + 1, end, limit: 2) else { return nil }
    let letter = text[at] | 0x20
    let written = year == .scope && letter != UInt8(ascii: "w") ? trailingYear(text, number.end, end) : nil
    guard written != nil || !text.hasWordAfter(number.end, end) else { return nil }
    if text.folded(number.end, end) == UInt8(ascii: "."), text.digit(number.end + 1, end) != nil { return nil }
    let close = written?.end ?? number.end
    let year = written?.year ?? year
    switch letter {
    case UInt8(ascii: "q") where number.digits == 1 && number.value > 0: return quarter(number.value, year, close)
    case UInt8(ascii: "h") where number.digits == 1 && (1...2).contains(number.value):
      return Reading(.period(.half(number.value, year: year), weekday: nil), end: close)
    case UInt8(ascii: "w"):
      guard (1...53).contains(number.value) else {
        if case .stated = year { return Reading(.problem(.impossibleDate), end: close) }
        return nil
      }
      return Reading(.period(.week(number.value, year: year), weekday: nil), end: close)
    default: return nil
    }
  }

  /// `FY26-Q2`.
  private func hyphenated(_ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard at < end, text[at] == UInt8(ascii: "-") else { return nil }
    return letterPart(year, text, at + 1, end)
  }

  /// `FY26`, `FY2026`, `CY19`.
  private func namedYear(
    _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> (ref: YearRef, whole: WrittenPeriod, end: Int)? {
    guard text.folded(at + 1, end) == UInt8(ascii: "y"), text[at + 1] < 0x80 else { return nil }
    let start = text.afterBlanks(at + 2, end)
    guard let number = text.smallNumber(start, end, limit: 4), number.digits == 2 || number.digits == 4 else {
      return nil
    }
    let year = number.digits == 2 ? 2000 + number.value : number.value
    let hasPart = number.end < end && "QqHhWw".utf8.contains(text[number.end])
    guard Self.years.contains(year), hasPart || !text.hasWordAfter(number.end, end) else { return nil }
    let isFiscal = text[at] | 0x20 == UInt8(ascii: "f")
    return (isFiscal ? .fiscal(year) : .stated(year), isFiscal ? .fiscalYear(year) : .year(year), number.end)
  }

  /// A year behind a quarter, month or day: `'26`, ` 2026`, `, 2026`, ` FY26`, `/2026`.
  func trailingYear(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (year: YearRef, end: Int)? {
    guard at < end else { return nil }
    if text[at] == UInt8(ascii: "'") || text.says("’", at, end) {
      let start = at + (text[at] == UInt8(ascii: "'") ? 1 : 3)
      guard let number = text.smallNumber(start, end, limit: 2), number.digits == 2, !text.hasWordAfter(number.end, end)
      else { return nil }
      return (.stated(2000 + number.value), number.end)
    }
    var start = at
    if text[start] == UInt8(ascii: ",") || text[start] == UInt8(ascii: "/") || text[start] == UInt8(ascii: "-") {
      start += 1
    }
    start = text.afterBlanks(start, end)
    guard start < end else { return nil }
    if text[start] | 0x20 == UInt8(ascii: "f"), let named = namedYear(text, start, end),
      !text.hasWordAfter(named.end, end)
    {
      return (named.ref, named.end)
    }
    guard start > at, let number = text.smallNumber(start, end, limit: 4), number.digits == 4,
      (1990...2100).contains(number.value), endsNumber(text, number.end, end)
    else { return nil }
    let next = text.folded(number.end, end)
    // `Q1 2026-03` and `Q1 2026年…` name two periods; `Q1 2000-3000` an amount.
    guard next != UInt8(ascii: "-"), !text.says("–", number.end, end) else { return nil }
    return (.stated(number.value), number.end + (text.says("年", number.end, end) ? 3 : 0))
  }

  /// A month by name that ends at `at`, with the day and the year behind it.
  private func named(
    _ month: Int, _ text: Span<UInt8>, _ start: Int, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    var close = at
    let isShort = at - start <= 4 && text.folded(at, end) == UInt8(ascii: ".")
    if isShort, text.digit(text.afterBlanks(at + 1, end), end) != nil { close += 1 }
    let next = text.afterBlanks(close, end)
    if next > close, let day = text.smallNumber(next, end, limit: 2) {
      let after = afterOrdinalSuffix(text, day.end, end)
      let isDay = after > day.end || endsNumber(text, after, end) || text.folded(after, end) == UInt8(ascii: ",")
      if (1...31).contains(day.value), isDay {
        guard let written = trailingYear(text, after, end) else { return dated(month, day.value, .scope, end: after) }
        return dated(month, day.value, written.year, end: written.end)
      }
    }
    if let written = trailingYear(text, close, end) {
      return Reading(.period(.month(month, year: written.year), weekday: nil), end: written.end)
    }
    // `May we …` is no month.
    if month == 5, next > at, next < end, text[next] &- 0x61 < 26 { return nil }
    return Reading(.period(.month(month, year: .scope), weekday: nil), end: at)
  }

  /// `Tuesday`, and `Fri, March 20` as a date with its weekday.
  private func named(
    weekday: Int, _ text: Span<UInt8>, _ at: Int, _ close: Int, _ end: Int
  ) -> Reading<ReadPeriod> {
    let plain = Reading<ReadPeriod>(.period(.weekday(weekday), weekday: nil), end: close)
    var start = close
    if text.folded(start, end) == UInt8(ascii: ".") || text.folded(start, end) == UInt8(ascii: ",") { start += 1 }
    start = text.afterBlanks(start, end)
    guard start < end, start > close, text[start] &- 0x41 < 26 || text.digit(start, end) != nil,
      let found = words.match(text, start, end)?.word ?? (text.digit(start, end) != nil ? .days : nil)
    else { return plain }
    let date: Reading<ReadPeriod>?
    switch found {
    case .month(let month): date = words.match(text, start, end).flatMap { named(month, text, start, $0.end, end) }
    case .days: date = digits(text, start, end)
    default: date = nil
    }
    guard let date, case .period(.date(let month, let day, let year), _) = date.value else { return plain }
    return Reading(
      .period(.date(month: month, day: day, year: year), weekday: ReadWeekday(weekday: weekday, range: at..<close)),
      end: date.end)
  }

  /// Whether the date that ends at `at` was written with an English month.
  func hasEnglishMonth(_ text: Span<UInt8>, before at: Int) -> Bool {
    var start = text.beforeBlanks(at)
    var steps = 0
    while start > 0, steps < 24, text[start - 1] < 0x80, text[start - 1] != 0x0A {
      start -= 1
      steps += 1
      if text[start] &- 0x41 < 26, case .month? = words.match(text, start, at)?.word { return true }
    }
    return false
  }
}
