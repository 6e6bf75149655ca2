package import PlanSyntax

/// What the headings and labels around a text already say about the numbers in it.
package struct ReadingContext: Sendable {
  package var section: SectionKind?
  package var owner: OwnerID?
  package var ownerName: String?
  package var period: Period?
  /// The words of a period that no year could be found for.
  package var periodWords: String?
  package var isToDate = false
  /// The day that cumulative numbers reach (截至4月10日).
  package var toDate: Day?
  package var metric: MetricID?
  package var metricName: String?
  package var dimensions: [DimensionValue] = []
  /// The axis a heading names (`签约额 月度行业分解`): headers nothing else is known about are its values.
  package var axis: Axis?
  package var layer: Layer?
  package var tier: Tier?
  /// `单位：万元`: holds for numbers without a unit of their own.
  package var unit: HeaderUnit?
  /// A number that follows from others is announced (同比, 占比).
  package var derived: Derived?

  package init() {}
}

/// The unit that a header, caption or heading gives to the numbers under it.
package struct HeaderUnit: Sendable, Hashable {
  package let unit: WrittenUnit
  /// The power of ten of its magnitude: 4 for 万元.
  package let magnitude: Int8

  package init(unit: WrittenUnit, magnitude: Int8) {
    self.unit = unit
    self.magnitude = magnitude
  }
}
