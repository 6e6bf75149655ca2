/// 去年 and 上年 name a starting point to compare with, not a period that a plan is about.
extension WrittenPeriod {
  /// The same period in the scope's year where the words speak of the year before; `nil` for every other period.
  package var lastYearsInScope: WrittenPeriod? {
    switch self {
    case .relativeYear(.last): .wholeYear
    case .half(let half, year: .last): .half(half, year: .scope)
    case .quarter(let quarter, year: .last): .quarter(quarter, year: .scope)
    case .month(let month, year: .last): .month(month, year: .scope)
    case .tenDay(let part, let month, year: .last): .tenDay(part, month: month, year: .scope)
    default: nil
    }
  }
}
