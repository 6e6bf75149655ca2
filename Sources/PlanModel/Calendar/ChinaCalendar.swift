internal import PlanSource
internal import PlanSyntax

extension WorkCalendar {
  /// Mainland China: the holidays and make-up workdays of `Data/calendar-cn.txt`.
  package static let china: WorkCalendar = {
    var exceptions: [Exception] = []
    var notice: Notice?
    var years: [Int] = []
    for row in DataTable.rows(calendarCnData, columns: 5) {
      switch row[0] {
      case "notice":
        let year = Int(row[1]) ?? 0
        notice = Notice(year: year, number: row[2], date: Day(iso: row[3]), title: row[4])
        years.append(year)
      case "off", "work":
        let holiday = LocalText(zh: row[2], en: row[3])
        for day in days(row[1]) {
          exceptions.append(Exception(day: day, isWorkday: row[0] == "work", holiday: holiday, notice: notice))
        }
      default: continue
      }
    }
    return WorkCalendar(name: "cn", exceptions: exceptions, announced: span(of: years))
  }()

  private static func days(_ column: String) -> [Day] {
    let ends = column.split(separator: " ").filter { $0 != ".." }.compactMap { Day(iso: $0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return (0...first.distance(to: last)).map { first.advanced(by: $0) }
  }

  private static func span(of years: [Int]) -> ClosedRange<Day>? {
    guard let first = years.min().flatMap({ Day(year: $0, month: 1, day: 1) }),
      let last = years.max().flatMap({ Day(year: $0, month: 12, day: 31) })
    else { return nil }
    return first...last
  }
}
