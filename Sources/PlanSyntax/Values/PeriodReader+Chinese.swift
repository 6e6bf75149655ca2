/// Periods in Chinese words.
extension PeriodReader {
  func chinese(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard at + 5 < end, Self.startsPeriod(text[at], text[at + 1], text[at + 2]) else { return nil }
    if text.chineseDigit(at, end) != nil { return numeral(text, at, end) }
    if let relative = relative(text, at, end) { return relative }
    if text.says("周", at, end) || text.says("星期", at, end) || text.says("礼拜", at, end) {
      guard !isRecurring(text, at), let (day, close) = weekday(text, at, end) else { return nil }
      return Reading(.period(.weekday(day), weekday: nil), end: close)
    }
    if let part = tenDayMark(text, at, end, needsWord: true) {
      return Reading(.period(.tenDay(part.part, month: nil, year: .scope), weekday: nil), end: part.end)
    }
    return inYear(.scope, text, at, end)
  }

  /// Whether a period can begin with the character of these bytes; nearly all begin none.
  @inline(__always)
  static func startsPeriod(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third) {
    // 〇 一 七 三 上 下 两 中
    case 0xE38087, 0xE4B880, 0xE4B883, 0xE4B889, 0xE4B88A, 0xE4B88B, 0xE4B8A4, 0xE4B8AD,
      // 九 二 五 今 全 八 六
      0xE4B99D, 0xE4BA8C, 0xE4BA94, 0xE4BB8A, 0xE585A8, 0xE585AB, 0xE585AD,
      // 前 十 去 周 四 当
      0xE5898D, 0xE58D81, 0xE58EBB, 0xE591A8, 0xE59B9B, 0xE5BD93,
      // 明 星 本 礼 第 零
      0xE6988E, 0xE6989F, 0xE69CAC, 0xE7A4BC, 0xE7ACAC, 0xE99BB6:
      true
    default: false
    }
  }

  /// 每周一次 recurs, 下周一 is another week, 一周一次 has no weekday.
  private func isRecurring(_ text: Span<UInt8>, _ at: Int) -> Bool {
    let before = text.beforeBlanks(at)
    return text.hasDigitBefore(before) || before >= 3 && text.chineseDigit(before - 3, before) != nil
      || text.said("每", before: at) || text.said("下", before: at) || text.said("上", before: at)
      || text.said("个", before: at) || text.said("双", before: at) || text.said("单", before: at)
      || text.said("隔", before: at) || text.said("第", before: at)
  }

  /// 一季度, 三月, 一至三月, 二〇二六年.
  private func numeral(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    if text.hasDigitBefore(at) || at >= 3 && text.chineseDigit(at - 3, at) != nil { return nil }
    for word in ["每", "第", "数", "几"] as [StaticString] where text.said(word, before: at) { return nil }
    if let year = numeralYear(text, at, end) {
      let whole = text.says("年度", at + 12, end) ? at + 18 : at + 15
      return inYear(.stated(year), text, whole, end) ?? Reading(.period(.year(year), weekday: nil), end: whole)
    }
    guard let number = text.ordinal(at, end) else { return nil }
    if text.says("季度", number.end, end) { return quarter(number.value, .scope, number.end + 6) }
    if text.says("月", number.end, end) {
      return (1...12).contains(number.value) ? inMonth(number.value, .scope, text, number.end + 3, end) : nil
    }
    guard number.end < end, let next = rangeSign(text, number.end, end), let last = text.ordinal(next, end) else {
      return nil
    }
    if text.says("月", last.end, end) { return monthSpan(number.value, last.value, .scope, text, last.end + 3, end) }
    guard text.says("季度", last.end, end), (1...4).contains(number.value), (1...4).contains(last.value) else {
      return nil
    }
    return spanned(.quarter(number.value, year: .scope), .quarter(last.value, year: .scope), last.end + 6)
  }

  private func numeralYear(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    guard text.says("年", at + 12, end) else { return nil }
    var year = 0
    for place in 0..<4 {
      guard let digit = text.chineseDigit(at + 3 * place, end), digit < 10 else { return nil }
      year = year * 10 + digit
    }
    return Self.years.contains(year) ? year : nil
  }

  /// 去年, 今年, 本月, …, and what narrows them.
  private func relative(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    let isLast = text.says("去年", at, end) || text.says("上年", at, end) && !text.said("以", before: at)
    if let year = isLast ? YearRef.last : text.says("明年", at, end) ? .next : nil {
      let whole = text.says("度", at + 6, end) ? at + 9 : at + 6
      return inYear(year, text, whole, end) ?? Reading(.period(.relativeYear(year), weekday: nil), end: whole)
    }
    let isHere = text.says("本", at, end) || text.says("当", at, end)
    guard isHere || text.says("今年", at, end) else { return nil }
    let word = at + 3
    if text.says("年", word, end) {
      let whole = text.says("度", word + 3, end) ? word + 6 : word + 3
      return inYear(.scope, text, whole, end) ?? Reading(.period(.current(.year), weekday: nil), end: whole)
    }
    guard isHere else { return nil }
    if text.says("季", word, end) {
      return Reading(.period(.current(.quarter), weekday: nil), end: word + (text.says("季度", word, end) ? 6 : 3))
    }
    if text.says("月", word, end) {
      let close = word + (text.says("月份", word, end) || text.says("月度", word, end) ? 6 : 3)
      if let part = tenDayMark(text, close, end, needsWord: true) {
        return Reading(.period(.tenDay(part.part, month: nil, year: .scope), weekday: nil), end: part.end)
      }
      return Reading(.period(.current(.month), weekday: nil), end: close)
    }
    if text.says("旬", word, end) { return Reading(.period(.current(.tenDay), weekday: nil), end: word + 3) }
    if text.says("周", word, end) {
      if let (day, close) = weekday(text, word, end) {
        return Reading(.period(.weekday(day), weekday: nil), end: close)
      }
      return Reading(.period(.current(.week), weekday: nil), end: word + 3)
    }
    return nil
  }

  // MARK: Parts of a year

  /// A part of `year` that starts at `at`, blanks before it allowed.
  func inYear(_ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    var start = text.afterBlanks(at, end)
    if year != .scope, text.says("的", start, end) { start += 3 }
    guard start < end else { return nil }
    if let part = letterPart(year, text, start, end) { return part }
    if let half = text.says("上半年", start, end) ? 1 : text.says("下半年", start, end) ? 2 : nil {
      return Reading(.period(.half(half, year: year), weekday: nil), end: start + 9)
    }
    if text.says("全年", start, end) {
      let close = start + (text.says("全年度", start, end) ? 9 : 6)
      return Reading(.period(WrittenPeriod(whole: year), weekday: nil), end: close)
    }
    if text.says("前", start, end) { return firstQuarters(year, text, start + 3, end) }
    if text.says("第", start, end) { return ordinalPart(year, text, start + 3, end) }
    guard let number = text.ordinal(start, end) else { return nil }
    return numberedPart(number.value, year, text, number.end, end)
  }

  /// `3月…`, `3-5月`, `一季度` of a year that is written before it; the number was read up to `at`.
  private func numberedPart(
    _ value: Int, _ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod>? {
    let mark = text.afterBlanks(at, end)
    guard mark < end else { return nil }
    if text.says("季度", mark, end) { return quarter(value, year, mark + 6) }
    if text.says("月", mark, end) { return inMonth(value, year, text, mark + 3, end) }
    guard let next = rangeSign(text, mark, end), let last = text.ordinal(text.afterBlanks(next, end), end) else {
      return nil
    }
    let close = text.afterBlanks(last.end, end)
    if text.says("月", close, end) { return monthSpan(value, last.value, year, text, close + 3, end) }
    guard text.says("季度", close, end), (1...4).contains(value), (1...4).contains(last.value) else { return nil }
    return spanned(.quarter(value, year: year), .quarter(last.value, year: year), close + 6)
  }

  /// What follows 前: 三季度, 3个季度.
  private func firstQuarters(_ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard let number = text.ordinal(text.afterBlanks(at, end), end) else { return nil }
    var close = text.afterBlanks(number.end, end)
    if text.says("个", close, end) { close += 3 }
    guard text.says("季度", close, end) else { return nil }
    guard (1...4).contains(number.value) else { return Reading(.problem(.impossibleDate), end: close + 6) }
    return Reading(.period(.firstQuarters(number.value, year: year), weekday: nil), end: close + 6)
  }

  /// What follows 第: 三季度, 12周.
  private func ordinalPart(_ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod>? {
    guard let number = text.ordinal(text.afterBlanks(at, end), end) else { return nil }
    let mark = text.afterBlanks(number.end, end)
    if text.says("季度", mark, end) { return quarter(number.value, year, mark + 6) }
    guard text.says("周", mark, end) else { return nil }
    guard (1...53).contains(number.value) else { return Reading(.problem(.impossibleDate), end: mark + 3) }
    return datedWeek(number.value, year, text, mark + 3, end)
  }

  func quarter(_ value: Int, _ year: YearRef, _ end: Int) -> Reading<ReadPeriod> {
    guard (1...4).contains(value) else { return Reading(.problem(.impossibleDate), end: end) }
    return Reading(.period(.quarter(value, year: year), weekday: nil), end: end)
  }

  /// A numbered week; the dates in brackets after it say which days it is.
  func datedWeek(_ week: Int, _ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Reading<ReadPeriod> {
    let plain = Reading<ReadPeriod>(.period(.weekNumber(week, year: year), weekday: nil), end: at)
    let open = text.afterBlanks(at, end)
    guard open < end, text.folded(open, end) == UInt8(ascii: "(") else { return plain }
    let inside = text.afterBlanks(open + text.foldedByte(at: open, end: end).width, end)
    guard let close = closingBracket(text, inside, end), inside < close,
      let dates = read(text, at: inside, end: close), case .period(.span, _) = dates.value,
      text.afterBlanks(dates.end, close) == close
    else { return plain }
    return Reading(dates.value, end: close + text.foldedByte(at: close, end: end).width)
  }

  /// The next closing bracket; brackets with dates are short and hold no other brackets.
  private func closingBracket(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    var close = at
    while close < min(end, at + 64) {
      let (byte, width) = text.foldedByte(at: close, end: end)
      if byte == UInt8(ascii: ")") { return close }
      if byte == UInt8(ascii: "(") { return nil }
      close += width
    }
    return nil
  }

  // MARK: Parts of a month

  /// What follows `3月`.
  func inMonth(
    _ month: Int, _ year: YearRef, _ text: Span<UInt8>, _ at: Int, _ end: Int
  ) -> Reading<ReadPeriod> {
    let close = text.says("份", at, end) || text.says("度", at, end) ? at + 3 : at
    let start = text.afterBlanks(close, end)
    if let day = text.ordinal(start, end) {
      if let mark = dayMark(text, day.end, end) { return dated(month, day.value, year, end: mark) }
      if day.end < end, let sign = rangeSign(text, day.end, end), let last = text.ordinal(sign, end),
        let mark = dayMark(text, last.end, end)
      {
        let opening = WrittenPeriod.SpanEnd.date(month: month, day: day.value, year: year)
        return spanned(opening, .date(month: month, day: last.value, year: year), mark)
      }
    }
    guard (1...12).contains(month) else { return Reading(.problem(.impossibleDate), end: close) }
    if let part = tenDayMark(text, start, end, needsWord: true) { return tenDay(part.part, month, year, part.end) }
    if text.says("第", start, end), let week = text.ordinal(text.afterBlanks(start + 3, end), end) {
      let mark = text.afterBlanks(week.end, end)
      if text.says("周", mark, end) {
        guard (1...6).contains(week.value) else { return Reading(.problem(.impossibleDate), end: mark + 3) }
        return Reading(.period(.weekOfMonth(week.value, month: month, year: year), weekday: nil), end: mark + 3)
      }
    }
    return Reading(.period(.month(month, year: year), weekday: nil), end: close)
  }
}

extension WrittenPeriod {
  fileprivate init(whole year: YearRef) {
    switch year {
    case .stated(let name): self = .year(name)
    case .fiscal(let name): self = .fiscalYear(name)
    case .last, .next: self = .relativeYear(year)
    case .scope: self = .wholeYear
    }
  }
}
