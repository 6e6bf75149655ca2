/// Reads periods and dates in plain text, in Chinese, English and ISO spelling.
///
/// A part that is not written stays open (`YearRef.scope`); `WrittenPeriod.resolve(in:)` fills it in from the scope.
package final class PeriodReader: Sendable {
  let words = PeriodWords()
  let units = UnitWords.shared

  package init() {}

  /// The period that starts exactly at `offset`; `nil` when none starts there. `bound` ends the text to read.
  package func read(_ text: Span<UInt8>, at offset: Int, end bound: Int) -> Reading<ReadPeriod>? {
    guard offset >= 0, offset < bound, bound <= text.count, let first = single(text, offset, bound) else { return nil }
    guard case .period(let period, _) = first.value else { return first }
    let beside = weekday(beside: period, text, first.end, bound)
    if let opening = WrittenPeriod.SpanEnd(period) {
      if let span = span(from: opening, text, beside?.end ?? first.end, bound) { return span }
    }
    guard let beside else { return first }
    return Reading(.period(period, weekday: beside.weekday), end: beside.end)
  }

  /// The period that the whole range says; blanks around it do not count.
  package func read(_ text: Span<UInt8>, whole range: Range<Int>) -> ReadPeriod? {
    guard range.lowerBound >= 0, range.upperBound <= text.count else { return nil }
    let start = text.afterBlanks(range.lowerBound, range.upperBound)
    guard let reading = read(text, at: start, end: range.upperBound) else { return nil }
    return text.afterBlanks(reading.end, range.upperBound) == range.upperBound ? reading.value : nil
  }

  /// One period, not yet a span and without the weekday beside it.
  ///
  /// - Parameter isSecond: Whether it closes a span, so that the digits before it do not belong to it.
  func single(_ text: Span<UInt8>, _ at: Int, _ end: Int, isSecond: Bool = false) -> Reading<ReadPeriod>? {
    let byte = text[at]
    switch byte {
    case 0x30...0x39: return isSecond || startsNumber(text, at) ? digits(text, at, end) : nil
    case 0x41...0x5A, 0x61...0x7A: return english(text, at, end)
    case 0xE3...0xE9: return chinese(text, at, end)
    case 0xEF: return text.digit(at, end) != nil && (isSecond || startsNumber(text, at)) ? digits(text, at, end) : nil
    default: return nil
    }
  }

  /// The days that the whole range says: every id that is printed (`Period.id(in:)`) and every written form.
  package func parse(_ text: Span<UInt8>, _ range: Range<Int>, in context: PeriodContext) -> ResolvedPeriod? {
    switch read(text, whole: range) {
    case .period(let period, _): period.resolve(in: context)
    case .problem(let problem): .problem(problem)
    case nil: nil
    }
  }

  // MARK: Spans

  /// The rest of a span whose first end was read up to `at`.
  private func span(
    from opening: WrittenPeriod.SpanEnd, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    guard let next = afterSeparator(text, at, end, between: opening), next < end else { return nil }
    if case .date(let month, _, let year) = opening, let day = text.ordinal(next, end) {
      if let close = dayMark(text, day.end, end) {
        return spanned(opening, .date(month: month, day: day.value, year: year), close)
      }
      let isEnglish = text.smallNumber(next, end, limit: 2) != nil && hasEnglishMonth(text, before: at)
      if isEnglish, endsNumber(text, day.end, end) {
        var closing = WrittenPeriod.SpanEnd.date(month: month, day: day.value, year: year)
        var start = opening
        var close = day.end
        if let written = trailingYear(text, close, end) {
          closing = closing.with(year: written.year)
          start = start.with(year: written.year)
          close = written.end
        }
        return spanned(start, closing, close)
      }
    }
    guard let last = single(text, next, end, isSecond: true) else { return nil }
    guard case .period(let period, _) = last.value else {
      return last.value == .problem(.impossibleDate) ? last : nil
    }
    guard let closing = WrittenPeriod.SpanEnd(period), closing.isLike(opening) else { return nil }
    let close = weekday(beside: period, text, last.end, end)?.end ?? last.end
    if opening.year == .scope, closing.year != .scope, hasEnglishMonth(text, before: at) {
      // `Jan 8 – Feb 2, 2026`: the year stands for both.
      return spanned(opening.with(year: closing.year), closing, close)
    }
    return spanned(opening, closing, close)
  }

  func spanned(
    _ opening: WrittenPeriod.SpanEnd, _ closing: WrittenPeriod.SpanEnd, _ end: Int
  ) -> Reading<ReadPeriod> {
    for case .date(let month, let day, let year) in [opening, closing] where !Self.exists(month, day, year) {
      return Reading(.problem(.impossibleDate), end: end)
    }
    if opening.runsBackwards(to: closing) { return Reading(.problem(.reversed), end: end) }
    return Reading(.period(.span(opening, closing), weekday: nil), end: end)
  }

  private func afterSeparator(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, between opening: WrittenPeriod.SpanEnd
  ) -> Int? {
    let sign = text.afterBlanks(at, end)
    guard sign < end else { return nil }
    if let after = rangeSign(text, sign, end) { return text.afterBlanks(after, end) }
    if text.says("..", sign, end) { return sign + 2 }
    if text[sign] == UInt8(ascii: "/"), case .date(_, _, .stated) = opening { return sign + 1 }
    if sign > at, text.says("to ", sign, end) || text.says("through ", sign, end) || text.says("until ", sign, end) {
      var after = sign
      while after < end, text[after] != 0x20 { after += 1 }
      return text.afterBlanks(after, end)
    }
    return nil
  }

  /// The offset after a dash, tilde, 至 or 到.
  func rangeSign(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let folded = text.foldedByte(at: at, end: end)
    if folded.byte == UInt8(ascii: "-") || folded.byte == UInt8(ascii: "~") { return at + folded.width }
    guard text.says("–", at, end) || text.says("—", at, end) || text.says("至", at, end) || text.says("到", at, end)
    else {
      return nil
    }
    // A long dash is often typed twice.
    return text.says("——", at, end) ? at + 6 : at + 3
  }

  // MARK: Weekdays

  /// The weekday written right after a date, in brackets or after blanks.
  private func weekday(
    beside period: WrittenPeriod, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> (weekday: ReadWeekday, end: Int)? {
    guard case .date = period else { return nil }
    var start = text.afterBlanks(at, end)
    guard start < end else { return nil }
    let bracket = text.foldedByte(at: start, end: end)
    let isOpen = bracket.byte == UInt8(ascii: "(") || bracket.byte == UInt8(ascii: "[")
    if isOpen {
      start = text.afterBlanks(start + bracket.width, end)
    } else if bracket.byte == UInt8(ascii: ","), bracket.width == 1 {
      start = text.afterBlanks(start + 1, end)
    }
    guard let (day, close) = weekday(text, start, end) else { return nil }
    let weekday = ReadWeekday(weekday: day, range: start..<close)
    guard isOpen else { return (weekday, close) }
    let last = text.afterBlanks(close, end)
    guard last < end else { return nil }
    let shut = text.foldedByte(at: last, end: end)
    guard shut.byte == UInt8(ascii: ")") || shut.byte == UInt8(ascii: "]") else { return nil }
    return (weekday, last + shut.width)
  }

  /// A weekday at `at`, in either language, and where it ends.
  func weekday(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (day: Int, end: Int)? {
    guard at < end else { return nil }
    guard text[at] >= 0x80 else {
      guard text[at] &- 0x41 < 26, case .weekday(let day)? = words.match(text, at, end)?.word else { return nil }
      return words.match(text, at, end).map { (day, $0.end) }
    }
    let name =
      text.says("星期", at, end) || text.says("礼拜", at, end) ? at + 6 : text.says("周", at, end) ? at + 3 : end
    guard name < end else { return nil }
    if text.says("日", name, end) || text.says("天", name, end) { return (7, name + 3) }
    guard let day = text.chineseDigit(name, end), (1...6).contains(day), !text.says("两", name, end) else { return nil }
    return (day, name + 3)
  }

  // MARK: Days

  /// The offset after 日 or 号.
  func dayMark(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let mark = text.afterBlanks(at, end)
    return text.says("日", mark, end) || text.says("号", mark, end) ? mark + 3 : nil
  }

  /// A date, or the problem that there is no such day.
  func dated(_ month: Int, _ day: Int, _ year: YearRef, end: Int) -> Reading<ReadPeriod> {
    guard Self.exists(month, day, year) else { return Reading(.problem(.impossibleDate), end: end) }
    return Reading(.period(.date(month: month, day: day, year: year), weekday: nil), end: end)
  }

  /// Whether a year that fits the words has this day.
  static func exists(_ month: Int, _ day: Int, _ year: YearRef) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    // Any leap year will do where the year is not written.
    let civil = if case .stated(let stated) = year { stated } else { 2024 }
    return day <= Day.daysInMonth(year: civil, month: month)
  }

  /// Whether a bare number ends at `at`: no digit, letter, point with digits, or unit follows.
  func endsNumber(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return true }
    if text.hasWordAfter(at, end) { return false }
    let next = text.foldedByte(at: at, end: end)
    switch next.byte {
    case UInt8(ascii: "%"): return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
      if text.digit(at + next.width, end) != nil { return false }
    case UInt8(ascii: "+"): return false
    default: break
    }
    let word = text.afterBlanks(at, end)
    // 周 is a unit, 周二 is not.
    return !units.hasUnit(text, word, end) || weekday(text, word, end) != nil
  }
}

extension WrittenPeriod.SpanEnd {
  /// The end of a span that a period can be.
  init?(_ period: WrittenPeriod) {
    switch period {
    case .year(let year): self = .year(.stated(year))
    case .fiscalYear(let year): self = .year(.fiscal(year))
    case .quarter(let quarter, let year): self = .quarter(quarter, year: year)
    case .month(let month, let year): self = .month(month, year: year)
    case .week(let week, let year): self = .week(week, year: year)
    case .date(let month, let day, let year): self = .date(month: month, day: day, year: year)
    case .weekday(let weekday): self = .weekday(weekday)
    default: return nil
    }
  }

  func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.year, .year), (.quarter, .quarter), (.month, .month), (.week, .week), (.date, .date), (.weekday, .weekday):
      true
    default: false
    }
  }

  /// Whether no year could make the span run forwards.
  fileprivate func runsBackwards(to last: Self) -> Bool {
    guard last.year == .scope || year == last.year || bothStated(last) else { return false }
    let isOneYear = last.year == .scope || year == last.year
    switch (self, last) {
    case (.year(.stated(let first)), .year(.stated(let last))), (.year(.fiscal(let first)), .year(.fiscal(let last))):
      return last < first
    case (.quarter(let first, _), .quarter(let last, _)): return isOneYear && last < first
    case (.weekday(let first), .weekday(let last)): return last < first
    case (.date(let month, let day, let year), .date(let lastMonth, let lastDay, let lastYear)):
      if case .stated(let year) = year, case .stated(let lastYear) = lastYear {
        return (lastYear, lastMonth, lastDay) < (year, month, day)
      }
      return isOneYear && month == lastMonth && lastDay < day
    default: return false
    }
  }

  private func bothStated(_ other: Self) -> Bool {
    if case .stated = year, case .stated = other.year { true } else { false }
  }
}
