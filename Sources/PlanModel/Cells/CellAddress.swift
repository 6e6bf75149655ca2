package import PlanSyntax

/// Everything a number is about: the name of a cell (docs/model.md §1.2).
package struct CellAddress: Hashable, Sendable {
  package var owner: OwnerID
  package var metric: MetricID
  package var period: Period
  package var dimensions: DimensionSet
  package var layer: Layer
  package var tier: Tier
  package var unit: CellUnit

  package init(
    owner: OwnerID, metric: MetricID, period: Period, dimensions: DimensionSet = .none, layer: Layer = .target,
    tier: Tier = .target, unit: CellUnit = .plain
  ) {
    self.owner = owner
    self.metric = metric
    self.period = period
    self.dimensions = dimensions
    self.layer = layer
    self.tier = tier
    self.unit = unit
  }
}

/// What keeps amounts apart that must never be added: the currency, where there is one.
package enum CellUnit: Hashable, Sendable {
  case money(Currency)
  /// Counts, percentages, days, hours: the metric says which.
  case plain

  package init(_ unit: FactUnit) {
    if case .money(let currency) = unit { self = .money(currency) } else { self = .plain }
  }
}
