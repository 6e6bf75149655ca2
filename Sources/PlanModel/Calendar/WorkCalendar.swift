package import PlanSource
package import PlanSyntax

/// Which days are workdays.
///
/// A week has fixed workdays; exceptions are kept sorted with their running sums, so that the workdays of any span are
/// two searches and a little arithmetic, whatever its length.
package struct WorkCalendar: Sendable {
  /// How sure it is that a day is a workday or not.
  package enum State: UInt8, Sendable, Comparable {
    /// Announced, or a calendar that needs no announcement.
    case official
    /// Not announced yet: Monday to Friday is an estimate.
    case estimated
    /// Before the years that are known here: Monday to Friday.
    case outOfRange

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// An announcement of a year's holidays.
  package struct Notice: Hashable, Sendable {
    package let year: Int
    /// `国办发明电〔2025〕7号`.
    package let number: String
    package let date: Day?
    package let title: String

    package init(year: Int, number: String, date: Day?, title: String) {
      self.year = year
      self.number = number
      self.date = date
      self.title = title
    }
  }

  /// A day that differs from others of its weekday, or is a holiday anyway.
  package struct Exception: Hashable, Sendable {
    package let day: Day
    package let isWorkday: Bool
    /// The holiday, or the one a workday makes up for; `nil` where only the book says so.
    package let holiday: LocalText?
    /// The notice that says so; `nil` where the book does.
    package let notice: Notice?

    package init(day: Day, isWorkday: Bool, holiday: LocalText? = nil, notice: Notice? = nil) {
      self.day = day
      self.isWorkday = isWorkday
      self.holiday = holiday
      self.notice = notice
    }
  }

  /// `cn`, `weekdays`.
  package let name: String
  /// Monday first: whether the weekday is a workday.
  package let workweek: [Bool]
  /// In calendar order, one a day.
  package let exceptions: [Exception]
  /// The days that are announced; `nil` where no announcement is needed.
  package let announced: ClosedRange<Day>?

  private let workdaysInWeek: Int
  /// By how many workdays the exceptions before each one change the count.
  private let changes: [Int]

  /// Later exceptions of a day replace earlier ones.
  package init(name: String, workweek: [Bool] = mondayToFriday, exceptions: [Exception], announced: ClosedRange<Day>?) {
    precondition(workweek.count == 7, "a week has seven days")
    var kept: [Exception] = []
    for exception in exceptions.enumerated().sorted(by: { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }) {
      if kept.last?.day == exception.element.day { kept.removeLast() }
      kept.append(exception.element)
    }
    self.name = name
    self.workweek = workweek
    self.exceptions = kept
    self.announced = announced
    workdaysInWeek = workweek.count { $0 }
    var changes = [0]
    for exception in kept {
      let usual = workweek[exception.day.weekday - 1]
      changes.append(changes[changes.count - 1] + (exception.isWorkday ? 1 : 0) - (usual ? 1 : 0))
    }
    self.changes = changes
  }

  package static let mondayToFriday = [true, true, true, true, true, false, false]

  /// Monday to Friday, no holidays.
  package static let weekdays = WorkCalendar(name: "weekdays", exceptions: [], announced: nil)

  package func isWorkday(_ day: Day) -> Bool {
    exception(on: day)?.isWorkday ?? workweek[day.weekday - 1]
  }

  /// Workdays from `first` to `last`, both included; 0 when they are reversed.
  package func workdays(from first: Day, to last: Day) -> Int {
    guard first <= last else { return 0 }
    let days = first.distance(to: last) + 1
    var count = days / 7 * workdaysInWeek
    for offset in 0..<days % 7 where workweek[(first.weekday - 1 + offset) % 7] { count += 1 }
    return count + changes[firstException(from: last.advanced(by: 1))] - changes[firstException(from: first)]
  }

  package func workdays(in period: Period) -> Int { workdays(from: period.start, to: period.end) }

  /// The holiday or make-up workday that falls on a day.
  package func exception(on day: Day) -> Exception? {
    let index = firstException(from: day)
    return index < exceptions.count && exceptions[index].day == day ? exceptions[index] : nil
  }

  /// The least sure state among the days of a period.
  package func state(of period: Period) -> State {
    guard period.start != period.end, let announced else { return state(of: period.start) }
    if period.start < announced.lowerBound { return .outOfRange }
    return period.end <= announced.upperBound ? .official : .estimated
  }

  package func state(of day: Day) -> State {
    guard let announced, !announced.contains(day) else { return .official }
    if exception(on: day) != nil { return .official }
    return day < announced.lowerBound ? .outOfRange : .estimated
  }

  /// The day that lies `count` workdays after `day` (before, when negative); `nil` when none is found within 400 days a workday.
  package func day(_ count: Int, workdaysFrom day: Day) -> Day? {
    guard abs(count) <= 4000 else { return nil }
    var left = abs(count)
    var current = day
    var tried = 0
    while left > 0 {
      guard tried < 400 * (abs(count) + 1) else { return nil }
      current = current.advanced(by: count < 0 ? -1 : 1)
      tried += 1
      if isWorkday(current) { left -= 1 }
    }
    return current
  }

  private func firstException(from day: Day) -> Int {
    var low = 0
    var high = exceptions.count
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
