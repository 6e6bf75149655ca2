package import PlanSyntax

/// When plans and reviews are due.
package struct Cadence: Sendable {
  package enum Due: Hashable, Sendable {
    /// On this weekday (Monday is 1) before the period starts.
    case weekday(Int)
    /// So many workdays before the period starts.
    case workdaysBefore(Int)
  }

  /// By the level of the plan; nothing is due where nothing is said.
  package var due: [PeriodLevel: Due] = [:]
  /// Workdays for a review after its period ends.
  package var review: Int?

  package init() {}

  /// The day on which the plan of a period is due; `nil` when nothing is said.
  package func dueDay(of period: Period, _ calendar: WorkCalendar) -> Day? {
    switch due[period.level] {
    case .weekday(let weekday):
      let before = period.start.advanced(by: -1)
      return before.advanced(by: -((before.weekday - weekday + 7) % 7))
    case .workdaysBefore(let count): return calendar.day(-count, workdaysFrom: period.start)
    case nil: return nil
    }
  }

  /// The last day for the review of a period; `nil` when nothing is said.
  package func reviewDay(of period: Period, _ calendar: WorkCalendar) -> Day? {
    review.flatMap { calendar.day($0, workdaysFrom: period.end) }
  }
}
