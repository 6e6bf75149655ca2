package import PlanSource
package import PlanSyntax

/// What a number can be used for.
package enum FactForm: UInt8, Sendable, CaseIterable {
  /// A plain amount: the only form that is summed.
  case amount
  case range
  /// `+20%`: a change against a baseline.
  case delta
  /// `3x`.
  case multiple
  /// `每日30个`: so much in every day, week or month.
  case rate
}

/// The place in a plan that a fact was read from.
package enum Carrier: UInt8, Sendable, CaseIterable {
  case list
  case prose
  /// A table that splits targets by period, or states several metrics.
  case table
  /// One metric over two axes.
  case matrix
  /// A table or list with an owner on every row.
  case organizationTable
  case tenDayTable
  case weekdayTable
  case review
  case customerTable
  case actionItem
  /// Customers needed or there at present, as conditions state them; in no sum.
  case condition
  /// A row of a CSV file named in `planbook.yml`.
  case csv
}

/// How facts of one cell live together.
package enum Standing: UInt8, Sendable {
  /// Two different statements for one cell conflict.
  case statement
  /// Entries of one cell are summed and never conflict: a row of a CSV, customer or opportunity table.
  case entry
}

/// What a fact's number counts.
package enum FactUnit: Hashable, Sendable {
  case money(Currency)
  case count
  case percent
  /// Percentage points, which are no percentages.
  case points
  case days
  case hours
  /// Nothing said and the metric does not tell.
  case unknown
}

/// When a fact holds.
package enum FactPeriod: Hashable, Sendable {
  case known(Period)
  /// Words that name no days the calendar can know (`Week 2`, a bare `Q1` in a file without a year); they are in the extras.
  case words
  case missing

  package var known: Period? {
    if case .known(let period) = self { period } else { nil }
  }
}

/// One number somebody wrote: owner × metric × period × dimensions × layer × tier → quantity.
package struct Fact: Sendable {
  /// The characters of the number, with its unit.
  package let range: SourceRange
  /// Who promised it; `nil` when nobody is named or the name is not in the organization (see `extras.ownerName`).
  package var owner: OwnerID?
  /// What it counts; `nil` when the registry does not know it (see `extras.metricName`).
  package var metric: MetricID?
  package var period: FactPeriod
  package var dimensions: DimensionSet
  package var layer: Layer
  package var tier: Tier
  package var form: FactForm
  package var standing: Standing
  package var carrier: Carrier
  package var comparator: Comparator
  /// 约, 左右, `about`.
  package var isApproximate: Bool
  /// Cumulative up to a day inside the period (截至, YTD, a review before the period's end); never summed with other periods.
  package var isToDate: Bool
  /// In base units: 元, not 万元; percent as written (95, not 0.95).
  package var value: ExactDecimal
  package var unit: FactUnit
  /// The power of ten of the last digit written, in base units: 3 for `33.5万元`. Splits round to it.
  package var precision: Int8
  package var extras: Extras?

  /// What only few facts have.
  package final class Extras: Sendable {
    package let ownerName: String?
    package let metricName: String?
    /// The words of a period without known days.
    package let periodWords: String?
    /// The upper end of a range.
    package let upper: ExactDecimal?
    /// 几率 of a forecast, in percent.
    package let probability: ExactDecimal?
    /// How often a rate recurs.
    package let every: PeriodLevel?
    /// The day that a cumulative number reaches, where it is written.
    package let toDate: Day?

    package init(
      ownerName: String? = nil, metricName: String? = nil, periodWords: String? = nil, upper: ExactDecimal? = nil,
      probability: ExactDecimal? = nil, every: PeriodLevel? = nil, toDate: Day? = nil
    ) {
      self.ownerName = ownerName
      self.metricName = metricName
      self.periodWords = periodWords
      self.upper = upper
      self.probability = probability
      self.every = every
      self.toDate = toDate
    }
  }

  package init(
    range: SourceRange, owner: OwnerID?, metric: MetricID?, period: FactPeriod, dimensions: DimensionSet = .none,
    layer: Layer = .target, tier: Tier = .target, form: FactForm = .amount, standing: Standing = .statement,
    carrier: Carrier = .list, comparator: Comparator = .equal, isApproximate: Bool = false, isToDate: Bool = false,
    value: ExactDecimal, unit: FactUnit, precision: Int8 = 0, extras: Extras? = nil
  ) {
    self.range = range
    self.owner = owner
    self.metric = metric
    self.period = period
    self.dimensions = dimensions
    self.layer = layer
    self.tier = tier
    self.form = form
    self.standing = standing
    self.carrier = carrier
    self.comparator = comparator
    self.isApproximate = isApproximate
    self.isToDate = isToDate
    self.value = value
    self.unit = unit
    self.precision = precision
    self.extras = extras
  }

  /// Whether both numbers are for one period; periods without known days are the same where their words are.
  package func hasPeriod(of other: Fact) -> Bool {
    period == other.period && (period != .words || extras?.periodWords == other.extras?.periodWords)
  }
}
