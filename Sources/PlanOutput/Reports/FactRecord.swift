package import PlanModel
package import PlanSyntax

/// One fact with everything spelled out, as programs read it.
package struct FactRecord: Sendable, Hashable {
  package struct Metric: Sendable, Hashable {
    /// `nil` when the registry does not know it.
    package let id: String?
    /// The book's spelling.
    package let name: String?

    package init(id: String?, name: String?) {
      self.id = id
      self.name = name
    }
  }

  package struct Span: Sendable, Hashable {
    /// Canonical; the words of the plan where the calendar cannot know the days.
    package let id: String?
    package let start: Day?
    /// The last day.
    package let end: Day?
    /// How often a rate recurs.
    package let every: PeriodLevel?

    /// - Parameter words: What stands for a period whose days are not known.
    package init(
      _ period: FactPeriod, words: String? = nil, every: PeriodLevel? = nil, in fiscalYear: FiscalYear
    ) {
      self.every = every
      switch period {
      case .known(let period):
        // Facts join the days of a span as ISO 8601 does.
        id = period.level == .span ? "\(period.start)/\(period.end)" : period.id(in: fiscalYear)
        start = period.start
        end = period.end
      case .words:
        id = words
        start = nil
        end = nil
      case .missing:
        id = nil
        start = nil
        end = nil
      }
    }
  }

  package struct Dimension: Sendable, Hashable {
    /// Permanent name of the axis, such as `industry`.
    package let axis: String
    package let value: String

    package init(axis: String, value: String) {
      self.axis = axis
      self.value = value
    }
  }

  package var path: String
  /// Where the number stands, from `SourcePositions`.
  package var place: SourcePosition
  /// Bytes of the number with its unit.
  package var length: Int
  /// The book's spelling.
  package var owner: String?
  package var team: String?
  package var metric: Metric
  package var layer: Layer
  package var tier: Tier
  package var period: Span
  /// In axis order, each axis once.
  package var dimensions: [Dimension]
  /// In base units.
  package var value: ExactDecimal
  package var unit: FactUnit
  package var comparator: Comparator
  package var upper: ExactDecimal?
  package var isApproximate: Bool
  /// In percent; written as a fraction.
  package var probability: ExactDecimal?
  /// The number as it stands in the plan.
  package var text: String

  package init(
    path: String, place: SourcePosition, length: Int, owner: String?, team: String?, metric: Metric, layer: Layer,
    tier: Tier, period: Span, dimensions: [Dimension], value: ExactDecimal, unit: FactUnit, comparator: Comparator,
    upper: ExactDecimal?, isApproximate: Bool, probability: ExactDecimal?, text: String
  ) {
    self.path = path
    self.place = place
    self.length = length
    self.owner = owner
    self.team = team
    self.metric = metric
    self.layer = layer
    self.tier = tier
    self.period = period
    self.dimensions = dimensions
    self.value = value
    self.unit = unit
    self.comparator = comparator
    self.upper = upper
    self.isApproximate = isApproximate
    self.probability = probability
    self.text = text
  }
}
