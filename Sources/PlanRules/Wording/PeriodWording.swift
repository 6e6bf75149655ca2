package import PlanSource
package import PlanSyntax

/// Names periods in messages as people say them: `2026年第二季度`, `Q2 2026`.
package struct PeriodWording: Sendable {
  private let fiscal: FiscalYear

  package init(_ fiscal: FiscalYear) { self.fiscal = fiscal }

  /// The whole name.
  package func text(_ period: Period) -> LocalText {
    let (year, month, day) = period.start.civil
    switch period.level {
    case .year: return LocalText(zh: chineseYear(period), en: englishYear(period))
    case .half, .quarter:
      let part = short(period)
      return LocalText(zh: chineseYear(period) + part.zh, en: "\(part.en) \(englishYear(period))")
    case .month, .tenDay:
      let part = short(period)
      return LocalText(zh: "\(year)年\(part.zh)", en: "\(part.en) \(year)")
    case .week:
      let id = period.id(in: fiscal)
      return LocalText(zh: id, en: id)
    case .day:
      return LocalText(zh: "\(year)年\(month)月\(day)日", en: period.start.description)
    case .span:
      let (endYear, endMonth, endDay) = period.end.civil
      let end = endYear == year ? "\(endMonth)月\(endDay)日" : "\(endYear)年\(endMonth)月\(endDay)日"
      return LocalText(zh: "\(year)年\(month)月\(day)日至\(end)", en: "\(period.start) to \(period.end)")
    }
  }

  /// The name among others of the same year: `第二季度`, `5月`, `3月上旬`.
  package func short(_ period: Period) -> LocalText {
    let (_, month, day) = period.start.civil
    let monthInYear = (month - fiscal.startMonth + 12) % 12
    switch period.level {
    case .year, .week, .span: return text(period)
    case .half:
      let isFirst = monthInYear < 6
      return LocalText(zh: isFirst ? "上半年" : "下半年", en: isFirst ? "H1" : "H2")
    case .quarter:
      let quarter = monthInYear / 3
      return LocalText(zh: "第\(Self.numerals[quarter + 1])季度", en: "Q\(quarter + 1)")
    case .month: return LocalText(zh: "\(month)月", en: Self.months[month - 1])
    case .tenDay:
      let part = min(2, day / 10)
      return LocalText(
        zh: "\(month)月\(["上", "中", "下"][part])旬", en: "\(["early", "mid", "late"][part]) \(Self.months[month - 1])")
    case .day: return LocalText(zh: "\(month)月\(day)日", en: period.start.description)
    }
  }

  /// The names of several periods in one sentence, the year said once at most.
  package func list(_ periods: [Period]) -> LocalText {
    let names = periods.map(short)
    return LocalText(
      zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
  }

  /// `三个月`, `4 quarters`: how many parts of one level.
  package static func count(_ count: Int, _ level: PeriodLevel) -> LocalText {
    let zh = count < numerals.count ? numerals[count] : "\(count)"
    let number = count == 2 ? "两" : zh
    let (measure, noun) =
      switch level {
      case .year: ("年", "year")
      case .half: ("个半年", "half")
      case .quarter: ("个季度", "quarter")
      case .month: ("个月", "month")
      case .tenDay: ("旬", "ten-day period")
      case .week: ("周", "week")
      case .day: ("天", "day")
      case .span: ("段时间", "span")
      }
    let plural = noun == "half" ? "halves" : noun + "s"
    return LocalText(zh: number + measure, en: "\(count) \(count == 1 ? noun : plural)")
  }

  /// `季度`, `quarter`: what a period of a level is called.
  package static func name(_ level: PeriodLevel) -> LocalText {
    switch level {
    case .year: LocalText(zh: "年度", en: "year")
    case .half: LocalText(zh: "半年", en: "half-year")
    case .quarter: LocalText(zh: "季度", en: "quarter")
    case .month: LocalText(zh: "月", en: "month")
    case .tenDay: LocalText(zh: "旬", en: "ten-day period")
    case .week: LocalText(zh: "周", en: "week")
    case .day: LocalText(zh: "日", en: "day")
    case .span: LocalText(zh: "期间", en: "period")
    }
  }

  /// `周二`, `Tuesday`; Monday is 1.
  package static func weekday(_ number: Int) -> LocalText {
    let index = min(max(number, 1), 7) - 1
    return LocalText(zh: "周" + chineseWeekdays[index], en: weekdays[index])
  }

  static let chineseWeekdays = ["一", "二", "三", "四", "五", "六", "日"]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private func chineseYear(_ period: Period) -> String {
    let name = fiscal.name(ofYearWith: period.start)
    return fiscal.isCalendarYear ? "\(name)年" : "\(name)财年"
  }

  private func englishYear(_ period: Period) -> String {
    let name = fiscal.name(ofYearWith: period.start)
    guard !fiscal.isCalendarYear else { return "\(name)" }
    let short = name % 100
    return "FY\(short < 10 ? "0" : "")\(short)"
  }
}
