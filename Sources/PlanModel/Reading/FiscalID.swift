import PlanSyntax

extension WrittenPeriod {
  /// The id of a period in a fiscal year that nobody knows the days of: `FY22`, `FY22-H1`, `FY22-Q4`; `nil` for any other.
  ///
  /// - Parameter outer: The id of the period around it, which says the year where these words do not.
  func fiscalID(within outer: String?) -> String? {
    switch self {
    case .fiscalYear(let name): Self.id(.fiscal(name), nil, outer)
    case .wholeYear: Self.id(.scope, nil, outer)
    case .half(let half, let year): Self.id(year, "H\(half)", outer)
    case .quarter(let quarter, let year): Self.id(year, "Q\(quarter)", outer)
    default: nil
    }
  }

  private static func id(_ year: YearRef, _ part: String?, _ outer: String?) -> String? {
    let name: String
    switch year {
    case .fiscal(let number): name = "FY" + Day.padded(number % 100, 2)
    case .scope:
      guard let outer, outer.hasPrefix("FY"), let first = outer.split(separator: "-").first else { return nil }
      name = String(first)
    case .stated, .last, .next: return nil
    }
    return part.map { name + "-" + $0 } ?? name
  }
}
