internal import PlanModel
internal import PlanSyntax

extension FactRecord {
  /// 0.6 for 60 %.
  var probabilityFraction: ExactDecimal? { probability?.scaled(byPowerOfTen: -2) }
}

extension Layer {
  /// The name in machine formats.
  package var name: String {
    switch self {
    case .target: "target"
    case .forecast: "forecast"
    case .actual: "actual"
    case .baseline: "baseline"
    }
  }
}

extension Tier {
  /// The name in machine formats.
  package var name: String {
    switch self {
    case .floor: "floor"
    case .target: "target"
    case .stretch: "stretch"
    }
  }
}

extension Comparator {
  /// The sign in machine formats.
  package var sign: String {
    switch self {
    case .equal: "="
    case .atLeast: ">="
    case .atMost: "<="
    case .moreThan: ">"
    case .lessThan: "<"
    }
  }
}

extension FactUnit {
  /// The name in machine formats; `nil` when nobody knows.
  package var name: String? {
    switch self {
    case .money(let currency): currency.description
    case .count: "count"
    case .percent: "percent"
    case .points: "points"
    case .days: "days"
    case .hours: "hours"
    case .unknown: nil
    }
  }
}

extension PeriodLevel {
  /// The name in machine formats; `nil` for a span, which fits no level.
  package var name: String? {
    switch self {
    case .year: "year"
    case .half: "half"
    case .quarter: "quarter"
    case .month: "month"
    case .tenDay: "ten-day"
    case .week: "week"
    case .day: "day"
    case .span: nil
    }
  }
}
