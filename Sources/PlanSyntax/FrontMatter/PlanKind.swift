/// What a plan is about: the length of its period, or the customer, region or industry it is written for.
package enum PlanKind: String, Sendable, CaseIterable {
  case strategy
  case year
  case half
  case quarter
  case month
  case week
  case day
  case customer
  case region
  case industry
  /// A file that states no scope; it is read like any other.
  case free

  /// The kind that a word of front matter names: `month`, `monthly`, `月`, `月度`, `月计划`; `nil` for any other word.
  package init?(named word: String) {
    if let kind = Self.byWord[word] {
      self = kind
      return
    }
    guard let kind = Self.byWord[Self.withoutPlan(word.lowercased())] else { return nil }
    self = kind
  }

  /// The words of every kind that front matter may name, the first of each the usual one in Chinese.
  package static let words: [(PlanKind, [String])] = [
    (.strategy, ["战略", "公司战略", "strategy", "strategic"]),
    (.year, ["年度", "年", "全年", "year", "yearly", "annual"]),
    (.half, ["半年", "半年度", "half", "half-year"]),
    (.quarter, ["季度", "季", "quarter", "quarterly"]),
    (.month, ["月", "月度", "month", "monthly"]),
    (.week, ["周", "周度", "每周", "week", "weekly"]),
    (.day, ["日", "每日", "day", "daily"]),
    (.customer, ["客户", "customer", "account"]),
    (.region, ["区域", "region", "territory"]),
    (.industry, ["行业", "industry"]),
    (.free, ["自由", "free"]),
  ]

  private static let byWord: [String: PlanKind] = {
    var kinds: [String: PlanKind] = [:]
    for (kind, names) in words {
      for name in names { kinds[name] = kind }
    }
    return kinds
  }()

  private static func withoutPlan(_ word: String) -> String {
    for suffix in ["工作计划", "计划", " plan"] where word.hasSuffix(suffix) && word != suffix {
      return String(word.dropLast(suffix.count))
    }
    return word
  }
}
