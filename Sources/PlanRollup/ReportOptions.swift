package import PlanModel
package import PlanSyntax

/// What a report is asked to show.
package struct ReportOptions: Sendable {
  /// A direction in which a report is laid out.
  package enum By: Hashable, Sendable {
    /// Every unit and person, as a tree.
    case owner
    /// The units that people are directly in.
    case team
    case period(PeriodLevel)
    case metric
    case layer
    case tier
    case dimension(Axis)
  }

  /// Empty for the report's own layout.
  package var by: [By]
  /// Empty for all.
  package var metrics: [MetricID]
  /// Empty for the report's own choice.
  package var layers: [Layer]
  package var tiers: [Tier]
  package var periods: [Period]
  /// Only these and everything below them; empty for all.
  package var owners: [OwnerID]
  /// Only numbers of these values.
  package var dimensions: [DimensionValue]
  /// Levels of the organization to show, the root being 1.
  package var depth: Int?
  /// OWNER/METRIC/PERIOD…, for `explain`.
  package var cell: String?

  package init(
    by: [By] = [], metrics: [MetricID] = [], layers: [Layer] = [], tiers: [Tier] = [], periods: [Period] = [],
    owners: [OwnerID] = [], dimensions: [DimensionValue] = [], depth: Int? = nil, cell: String? = nil
  ) {
    self.by = by
    self.metrics = metrics
    self.layers = layers
    self.tiers = tiers
    self.periods = periods
    self.owners = owners
    self.dimensions = dimensions
    self.depth = depth
    self.cell = cell
  }
}

/// Options as they are typed.
extension ReportOptions {
  /// - Parameter by, metrics, layers, periods: Each word may hold several, separated by commas.
  /// - Parameter filters: `KEY=VALUE`, the keys being the axes.
  package static func read(
    by: [String] = [], metrics: [String] = [], layers: [String] = [], periods: [String] = [], filters: [String] = [],
    depth: Int? = nil, cell: String? = nil, in book: PlanBook
  ) throws(ReportProblem) -> ReportOptions {
    var options = ReportOptions(depth: depth, cell: cell)
    for word in split(by) { options.by.append(try ReportWords.axis(word, in: book)) }
    for word in split(metrics) { options.metrics.append(try ReportWords.metric(word, in: book)) }
    for word in split(layers) { options.layers.append(try ReportWords.layer(word)) }
    for word in split(periods) { options.periods.append(try ReportWords.period(word, in: book)) }
    for filter in filters { try options.add(filter, in: book) }
    return options
  }

  private static func split(_ words: [String]) -> [String] {
    words.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "，" }) }.map { ReportWords.trimmed($0) }
  }

  private mutating func add(_ filter: String, in book: PlanBook) throws(ReportProblem) {
    guard let sign = filter.firstIndex(of: "="), sign != filter.startIndex else { throw .malformedFilter(filter) }
    let value = ReportWords.trimmed(filter[filter.index(after: sign)...])
    switch try ReportWords.axis(ReportWords.trimmed(filter[..<sign]), in: book) {
    case .owner, .team: owners.append(try ReportWords.owner(value, in: book))
    case .period: periods.append(try ReportWords.period(value, in: book))
    case .metric: metrics.append(try ReportWords.metric(value, in: book))
    case .layer: layers.append(try ReportWords.layer(value))
    case .tier: tiers.append(try ReportWords.tier(value))
    case .dimension(let axis): dimensions.append(DimensionValue(axis, try ReportWords.value(value, on: axis, in: book)))
    }
  }
}
