package import PlanSource
package import PlanSyntax

/// Everything that `planbook.yml` says, with defaults for what it does not.
package struct BookSettings: Sendable {
  /// What 第12周 means in this book.
  package enum WeekNumbering: String, Sendable, CaseIterable {
    case iso
    /// Week 1 starts on the first Monday of the year.
    case firstMonday = "first-monday"
  }

  /// A setting of one period, such as its focus.
  package struct OfPeriod<Value: Sendable>: Sendable {
    package let period: Period
    package let value: Value
    /// Where the period stands in `planbook.yml`.
    package let place: Range<Int>
  }

  /// A text of `planbook.yml` and where it stands.
  package struct Placed: Hashable, Sendable {
    package let text: String
    package let place: Range<Int>
  }

  package var name: String?
  package var currency: Currency = .cny
  package var fiscalYear: FiscalYear = .calendar
  /// A `planbook.yml` says when the fiscal year begins, be it by its default; plans alone do not.
  package var knowsFiscalYear = false
  package var weekNumbering: WeekNumbering = .iso
  /// `planbook.yml` says how it counts weeks, so that a number alone tells the days.
  package var statesWeek = false
  package var calendar: WorkCalendar = .china
  package var locale: Language?
  package var unit: MoneyUnit = .auto
  package var today: Day?
  /// `nil` when the folders say who is who.
  package var organization: Organization?
  package var departments: [String] = []
  package var dimensions = BookDimensions()
  package var metrics: MetricRegistry = .builtIn()
  /// What one unit of another currency is worth in `currency`, by code.
  package var exchangeRates: [Currency: ExactDecimal] = [:]
  package var focus: [OfPeriod<String>] = []
  /// From this day on targets of the period may not change without a change-log entry.
  package var freeze: [OfPeriod<Day>] = []
  package var cadence = Cadence()
  /// In percent.
  package var winRate: ExactDecimal?
  /// Times; `nil` for 1 / win rate.
  package var coverage: ExactDecimal?
  package var actuals: [ActualsSource] = []
  /// Links in HTML, with `{path}` and `{line}`.
  package var sourceURL: String?
  package var rules = RuleSettings()
  /// Globs of files that are not plans.
  package var exclude: [Placed] = []
  /// Files whose marked blocks are kept fresh.
  package var blocks: [Placed] = []
  /// Where keys are named in `planbook.yml`: the outermost ones, `rules.profile` and `rules.limits.NAME`.
  package var places: [String: Range<Int>] = [:]

  /// A book without `planbook.yml`.
  package init() {}

  /// What paths of the book are excluded by.
  package var excluded: [Glob] { exclude.map { Glob($0.text) } }

  /// The required coverage: as set, else 1 / win rate (rounded to six digits), else unknown.
  package var requiredCoverage: ExactDecimal? {
    coverage ?? rules.limits.stated("coverage") ?? winRate.flatMap { ExactDecimal(100).divided(by: $0, digits: 6) }
  }
}
