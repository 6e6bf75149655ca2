import PlanSyntax
import Testing

/// What must hold for every period and every text.
@Suite struct ValuesPropertyTests {
  private static let books = [
    FiscalYear.calendar, FiscalYear(startMonth: 4, naming: .end), FiscalYear(startMonth: 4, naming: .start),
    FiscalYear(startMonth: 10, naming: .end), FiscalYear(startMonth: 10, naming: .start),
  ]

  @Test(arguments: books)
  func everyIDIsRead(_ fiscal: FiscalYear) throws {
    let context = PeriodContext(fiscal: fiscal)
    var count = 0
    for period in Self.periods(fiscal) {
      let id = period.id(in: fiscal)
      let bytes = Array(id.utf8)
      let answer = Readers.periods.parse(bytes.span, 0..<bytes.count, in: context)
      if answer != .known(period) { Issue.record("\(id) is read as \(String(describing: answer))") }
      count += 1
    }
    #expect(count > 2_500)
  }

  private static func periods(_ fiscal: FiscalYear) -> [Period] {
    var all: [Period?] = []
    for year in 2024...2028 {
      all.append(fiscal.year(year))
      all += (1...2).map { fiscal.half($0, of: year) }
      all += (1...4).map { fiscal.quarter($0, of: year) }
      for month in 1...12 {
        all.append(.month(month, year: year))
        all += (1...3).map { .tenDay($0, month: month, year: year) }
      }
      all += (1...53).map { .isoWeek($0, year: year) }
      guard let first = Day(year: year, month: 1, day: 1) else { continue }
      for offset in 0..<365 {
        let day = first.advanced(by: offset)
        all.append(.day(day))
        // 13 and 45 days fill no level.
        all.append(Period(level: .span, start: day, end: day.advanced(by: offset % 2 == 0 ? 12 : 44)))
      }
    }
    return all.compactMap { $0 }
  }

  @Test(arguments: books)
  func periodsNest(_ fiscal: FiscalYear) throws {
    for name in 2024...2028 {
      let year = try #require(fiscal.year(name))
      var next = year.start
      for month in 0..<12 {
        let part = try #require(fiscal.month((fiscal.startMonth - 1 + month) % 12 + 1, of: name))
        #expect(part.start == next)
        #expect(fiscal.name(ofYearWith: part.end) == name)
        next = part.end.advanced(by: 1)
      }
      #expect(next == year.end.advanced(by: 1))
      #expect(Period(fitting: year.start, year.end, in: fiscal) == year)
    }
  }

  @Test func randomTextNeverTraps() {
    var random = SplitMix(state: 20_260_317)
    let pieces = Self.pieces.map { Array($0.utf8) }
    for round in 0..<4_000 {
      var text: [UInt8] = []
      while text.count < 48 {
        if round % 3 == 0 {
          text.append(UInt8(truncatingIfNeeded: random.next()))
        } else {
          text += pieces[Int(random.next() % UInt64(pieces.count))]
        }
      }
      text.readEverywhere(upTo: text.count)
      let middle = Int(random.next() % UInt64(text.count))
      text.readEverywhere(upTo: middle)
      _ = Readers.quantities.blankOrPlaceholder(text.span, 0..<middle)
      _ = Readers.quantities.unit(text.span, middle..<text.count)
      for offset in 0..<text.count { _ = Readers.quantities.computed(text.span, at: offset, end: text.count) }
      for case .period(let period, _)? in [Readers.periods.read(text.span, at: 0, end: text.count)?.value] {
        _ = period.resolve(in: PeriodContext())
      }
    }
  }

  private static let pieces = [
    "0", "1", "12", "2026", "31", "999999999999999999", ".", ",", "，", "-", "–", "~", "/", "+", "=", "×", " ", "　", "%",
    "％", "¥", "$", "(", ")", "（", "）", "[", "]", "万", "亿", "元", "家", "个", "月", "日", "年", "季度", "周", "第", "前",
    "一", "二", "十", "百", "千", "三", "两", "零", "点", "百分之", "成", "上", "旬", "至", "每", "约", "以上", "不", "低于", "Q",
    "W", "FY", "H1", "Jan ", "May ", "Week ", "days", "M", "k", "x", "N", "?", "_", "TBD", "at least ", "two ",
    "hundred ",
    "million", "per ", "week", "to ", "\u{FF15}", "２", "\u{0}", "é", "😀", "'26", "本", "去年", "全年", "周五", "Fri",
  ]

  @Test func longRunsStayLinear() {
    for piece in [
      "1", "1,", "1+", "1-", "1.", "十", "亿", "万", "(", "[", "[$N", "?", "x", "Week 2 (", "第3周（", "1×", "3月", "至",
    ] {
      let text = Array(String(repeating: piece, count: 20_000).utf8)
      _ = Readers.quantities.read(text.span, at: 0, end: text.count)
      _ = Readers.periods.read(text.span, at: 0, end: text.count)
    }
  }
}

/// A small random generator, the same on every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
