package import PlanSyntax

/// What the headings and labels around a text already say about the numbers in it.
package struct ReadingContext: Sendable {
  package var section: SectionKind?
  package var owner: OwnerID?
  package var period: Period?
  package var isToDate = false
  package var metric: MetricID?
  package var dimensions = Dimensions.none
  /// The axis a heading names (`签约额 月度行业分解`): headers nothing else is known about are its values.
  package var axis: Axis?
  package var layer: Layer?
  package var tier: Tier?
  /// `单位：万元`: holds for numbers without a unit of their own.
  package var unit: HeaderUnit?
  /// A number that follows from others is announced (同比, 占比).
  package var derived: Derived?
  private var rare: Rare?

  package init() {}

  /// How far the naming of values went: a place in the file's `NamedDimensions`.
  package struct Dimensions: Hashable, Sendable {
    let index: UInt32

    static let none = Dimensions(index: 0)
  }

  /// A name that the organization does not have.
  package var ownerName: String? {
    get { rare?.ownerName }
    set { change(newValue == nil && rare?.ownerName == nil) { $0.ownerName = newValue } }
  }

  /// The words of a period that no year could be found for.
  package var periodWords: String? {
    get { rare?.periodWords }
    set { change(newValue == nil && rare?.periodWords == nil) { $0.periodWords = newValue } }
  }

  /// A metric that the registry does not have.
  package var metricName: String? {
    get { rare?.metricName }
    set { change(newValue == nil && rare?.metricName == nil) { $0.metricName = newValue } }
  }

  /// The day that cumulative numbers reach (截至4月10日).
  package var toDate: Day? {
    get { rare?.toDate }
    set { change(newValue == nil && rare?.toDate == nil) { $0.toDate = newValue } }
  }

  // A context is copied for every cell of every table; what hardly any of them has stays behind one pointer.
  private mutating func change(_ isSame: Bool, _ set: (inout Words) -> Void) {
    guard !isSame else { return }
    var words = rare?.words ?? Words()
    set(&words)
    rare = Rare(words)
  }

  private struct Words: Sendable {
    var ownerName: String?
    var periodWords: String?
    var metricName: String?
    var toDate: Day?
  }

  private final class Rare: Sendable {
    let words: Words

    init(_ words: Words) { self.words = words }

    var ownerName: String? { words.ownerName }
    var periodWords: String? { words.periodWords }
    var metricName: String? { words.metricName }
    var toDate: Day? { words.toDate }
  }
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
