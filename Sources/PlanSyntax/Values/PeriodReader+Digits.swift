/// Periods that begin with a digit.
extension PeriodReader {
  func digits(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard let number = text.smallNumber(at, end, limit: 4) else { return nil }
    switch number.digits {
    case 4: return Self.years.contains(number.value) ? year(number.value, text, number.end, end) : nil
    case 1, 2: return isFraction(text, at, number.end, end) ? nil : short(number.value, text, number.end, end)
    default: return nil
    }
  }

  static let years = 1900...2199

  /// `完成 3/17`, `3/17家`: so many of so many, no date.
  private func isFraction(_ text: Span<UInt8>, _ at: Int, _ slash: Int, _ end: Int) -> Bool {
    guard slash < end, text[slash] == UInt8(ascii: "/"), let whole = text.smallNumber(slash + 1, end, limit: 2) else {
      return false
    }
    let before = text.beforeBlanks(at)
    if text.said("完成", before: before) || text.said("达成", before: before) || text.said("进度", before: before) {
      return true
    }
    let next = text.afterBlanks(whole.end, end)
    guard next < end, text[next] >= 0xE3, !text.says("次日", next, end), let found = units.suffix(text, next, end),
      case .unit(.count) = found.suffix
    else { return false }
    return true
  }

  /// 26年3月, 26年度: a year of two digits, where what follows shows that it is no duration.
  private func shortYear(_ value: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard (20...59).contains(value) else { return nil }
    if text.says("度", at, end) { return Reading(.period(.year(2000 + value), weekday: nil), end: at + 3) }
    return inYear(.stated(2000 + value), text, at, end)
  }

  /// Whether nothing before `at` makes the number there part of a longer one.
  func startsNumber(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard at > 0 else { return true }
    if text.hasWordBefore(at) { return false }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      return !text.hasWordBefore(at - 1)
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"): return false
    case 0xA5: return !text.said("¥", before: at) && !text.said("￥", before: at)
    case 0xAC: return !text.said("第", before: at)
    default: return true
    }
  }

  // MARK: Years

  /// What follows a year of four digits that ends at `at`.
  private func year(_ year: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    let mark = text.afterBlanks(at, end)
    if text.says("年", mark, end) {
      let whole = mark + (text.says("年度", mark, end) ? 6 : 3)
      return inYear(.stated(year), text, whole, end) ?? Reading(.period(.year(year), weekday: nil), end: whole)
    }
    guard at < end else { return Reading.bare(year, at) }
    let sign = text.foldedByte(at: at, end: end)
    let next = at + sign.width
    switch sign.byte {
    case UInt8(ascii: "-"):
      if let part = letterPart(.stated(year), text, next, end) { return part }
      return numericMonth(year, sign.byte, text, next, end) ?? bareYear(year, text, at, end)
    case UInt8(ascii: "."), UInt8(ascii: "/"):
      if text.digit(next, end) == nil { return bareYear(year, text, at, end) }
      return numericMonth(year, sign.byte, text, next, end)
    default:
      if let part = letterPart(.stated(year), text, mark, end) { return part }
      // 2026上半年, 2026第一季度.
      let isChinese = mark < end && (0xE3...0xE9).contains(text[mark])
      return (isChinese ? inYear(.stated(year), text, mark, end) : nil) ?? bareYear(year, text, at, end)
    }
  }

  private func bareYear(_ year: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard (1990...2100).contains(year), endsNumber(text, at, end) else { return nil }
    if at < end, text[at] == UInt8(ascii: "-"), let other = text.smallNumber(at + 1, end, limit: 4) {
      // Two years are a span; anything else with a hyphen is no year.
      guard other.digits == 4, (1990...2100).contains(other.value), other.value >= year else { return nil }
    }
    return Reading.bare(year, at)
  }

  /// The rest of `2026-03`, `2026/3/17`, `2026.3.17`, `2026-03-上`, `2026-03上旬`.
  private func numericMonth(
    _ year: Int, _ sign: UInt8, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    guard let month = text.smallNumber(at, end, limit: 2) else { return nil }
    if month.end < end, text.foldedByte(at: month.end, end: end).byte == sign {
      let next = month.end + text.foldedByte(at: month.end, end: end).width
      if let day = text.smallNumber(next, end, limit: 2) {
        guard endsDate(text, day.end, end) else { return nil }
        let close = dayMark(text, day.end, end) ?? day.end
        return dated(month.value, day.value, .stated(year), end: close)
      }
      if text.digit(next, end) != nil { return nil }
      if sign == UInt8(ascii: "-"), let part = tenDayMark(text, next, end, needsWord: false) {
        return tenDay(part.part, month.value, .stated(year), part.end)
      }
    }
    guard sign != UInt8(ascii: "."), (1...12).contains(month.value) else { return nil }
    if let part = tenDayMark(text, month.end, end, needsWord: true) {
      return tenDay(part.part, month.value, .stated(year), part.end)
    }
    if text.hasWordAfter(month.end, end) { return nil }
    var close = month.end
    if text.says("月", close, end) { close += text.says("月份", close, end) ? 6 : 3 }
    return Reading(.period(.month(month.value, year: .stated(year)), weekday: nil), end: close)
  }

  /// A date is not the front of a longer code; a time may follow it.
  private func endsDate(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return true }
    if text[at] == UInt8(ascii: "T") { return true }
    if text.hasWordAfter(at, end) { return false }
    return !(text[at] == UInt8(ascii: "-") && text.digit(at + 1, end) != nil)
  }

  func tenDay(_ part: Int, _ month: Int, _ year: YearRef, _ end: Int) -> Reading<ReadPeriod> {
    guard (1...12).contains(month) else { return Reading(.problem(.impossibleDate), end: end) }
    return Reading(.period(.tenDay(part, month: month, year: year), weekday: nil), end: end)
  }

  /// 上旬 中旬 下旬; 上 中 下 and `T1`…`T3` where the place allows no other meaning.
  func tenDayMark(_ text: Span<UInt8>, _ at: Int, _ end: Int, needsWord: Bool) -> (part: Int, end: Int)? {
    let part = text.says("上", at, end) ? 1 : text.says("中", at, end) ? 2 : text.says("下", at, end) ? 3 : 0
    if part > 0 {
      if text.says("旬", at + 3, end) { return (part, at + 6) }
      return needsWord ? nil : (part, at + 3)
    }
    guard !needsWord, text.folded(at, end) == UInt8(ascii: "t"), let number = text.smallNumber(at + 1, end, limit: 1),
      (1...3).contains(number.value), !text.hasWordAfter(number.end, end)
    else { return nil }
    return (number.value, number.end)
  }

  // MARK: One or two digits

  private func short(_ value: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard at < end else { return nil }
    let mark = text.afterBlanks(at, end)
    guard mark < end else { return nil }
    if text[mark] >= 0x80 {
      if text.says("月", mark, end) { return inMonth(value, .scope, text, mark + 3, end) }
      if text.says("季度", mark, end) { return quarter(value, .scope, mark + 6) }
      if text.says("年", mark, end) { return shortYear(value, text, mark + 3, end) }
    }
    if text[at] == UInt8(ascii: "/") { return slashDate(value, text, at + 1, end) }
    if let sign = rangeSign(text, mark, end) {
      if let span = shortSpan(value, text, text.afterBlanks(sign, end), end) { return span }
      if text.says("-day", at, end) { return relativeDays(0, value, text, at + 1, end) }
    }
    return relativeDays(0, value, text, mark, end) ?? dayBeforeMonth(value, text, at, end)
  }

  /// `1-9月`, `1至3季度`, `30–60 Days`: the rest after the sign.
  private func shortSpan(_ first: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard let last = text.smallNumber(at, end, limit: 3) else { return nil }
    let mark = text.afterBlanks(last.end, end)
    if text.says("月", mark, end) { return monthSpan(first, last.value, .scope, text, mark + 3, end) }
    if text.says("季度", mark, end), (1...4).contains(first), (1...4).contains(last.value) {
      return spanned(.quarter(first, year: .scope), .quarter(last.value, year: .scope), mark + 6)
    }
    return relativeDays(first, last.value, text, mark, end)
  }

  /// A span of months, read up to the last 月.
  func monthSpan(
    _ first: Int, _ last: Int, _ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    guard text.ordinal(at, end).map({ dayMark(text, $0.end, end) == nil }) ?? true else { return nil }
    let close = text.says("份", at, end) ? at + 3 : at
    guard (1...12).contains(first), (1...12).contains(last) else {
      return Reading(.problem(.impossibleDate), end: close)
    }
    return spanned(.month(first, year: year), .month(last, year: year), close)
  }

  /// `30–60 Days`, `30 天目标`, `90-day plan`: days since a start. Without a word that makes it a heading it is a duration.
  private func relativeDays(
    _ first: Int, _ last: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    guard first < last else { return nil }
    if text.says("天", at, end) {
      let next = text.afterBlanks(at + 3, end)
      guard text.says("目标", next, end) || text.says("计划", next, end) else { return nil }
      return Reading(.period(.relativeDays(first, last), weekday: nil), end: at + 3)
    }
    guard text.folded(at, end) == UInt8(ascii: "d"), case .days? = words.match(text, at, end)?.word,
      let close = words.match(text, at, end)?.end
    else { return nil }
    let next = text.afterBlanks(close, end)
    let isHeading = text[at] == UInt8(ascii: "D") || words.match(text, next, end)?.word == .plan
    return isHeading ? Reading(.period(.relativeDays(first, last), weekday: nil), end: close) : nil
  }

  /// The rest of `3/17` and `3/17/2026`.
  private func slashDate(_ month: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard let day = text.smallNumber(at, end, limit: 2) else { return nil }
    if day.end < end, text[day.end] == UInt8(ascii: "/") {
      guard let year = text.smallNumber(day.end + 1, end, limit: 4), year.digits == 4, Self.years.contains(year.value),
        endsNumber(text, year.end, end), Self.exists(month, day.value, .stated(year.value))
      else { return nil }
      return dated(month, day.value, .stated(year.value), end: year.end)
    }
    // A fraction or a score, unless the calendar has the day.
    guard Self.exists(month, day.value, .scope), endsNumber(text, day.end, end) else { return nil }
    return dated(month, day.value, .scope, end: day.end)
  }

  /// `17 March 2026`, `17th Mar`.
  private func dayBeforeMonth(_ day: Int, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    let after = afterOrdinalSuffix(text, at, end)
    let start = text.afterBlanks(after, end)
    guard start > after, start < end, text[start] &- 0x41 < 26, let found = words.match(text, start, end),
      case .month(let month) = found.word
    else { return nil }
    let close = found.end
    if let written = trailingYear(text, close, end) { return dated(month, day, written.year, end: written.end) }
    return dated(month, day, .scope, end: close)
  }

  /// The offset after `st`, `nd`, `rd` or `th`.
  func afterOrdinalSuffix(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    let isFirst = text.says("st", at, end) || text.says("nd", at, end) || text.says("rd", at, end)
    let isSuffix = isFirst || text.says("th", at, end)
    return isSuffix && !text.hasWordAfter(at + 2, end) ? at + 2 : at
  }
}

extension Reading<ReadPeriod> {
  fileprivate static func bare(_ year: Int, _ end: Int) -> Self? {
    (1990...2100).contains(year) ? Reading(.period(.year(year), weekday: nil), end: end) : nil
  }
}
