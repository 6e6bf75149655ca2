import PlanSyntax

/// All facts of a book, sorted into cells.
///
/// Cells of one owner stand together, in the order metric, layer, tier, unit, period, dimensions; a cell is found by a binary search
/// among its owner's, and the facts of a cell are one run. There is no object for a cell.
package struct FactStore: Sendable {
  /// Every fact, in path order and, within a file, in the order of the text.
  package let facts: [Fact]

  /// Metric, layer, tier and unit in one number.
  struct Base: Sendable {
    let metric: MetricID
    let layer: Layer
    let tier: Tier
    let unit: CellUnit
    /// The unit is the metric's, so that amounts can be added.
    let isSummable: Bool
    let kind: MetricKind
    let isBetterHigh: Bool
    /// Bases of the same metric, layer and tier in any unit.
    var siblings: Range<Int> = 0..<0
    /// The targets that an actual is measured by.
    var target: Int?
    let isActual: Bool
    /// A target that its parts must add up to: docs/model.md §6 looks only at layer target, tier target, flows and stocks.
    let isTarget: Bool

    init(metric: MetricID, layer: Layer, tier: Tier, unit: CellUnit, of known: Metric) {
      self.metric = metric
      self.layer = layer
      self.tier = tier
      self.unit = unit
      isSummable = (known.unit == .money) == (unit != .plain)
      kind = known.kind
      isBetterHigh = known.better == .high
      isActual = layer == .actual
      isTarget = layer == .target && tier == .target && isSummable && (kind == .flow || kind == .stock)
    }
  }

  struct CellFlags: OptionSet, Sendable {
    let rawValue: UInt8
    /// Some statement can be summed.
    static let statement = CellFlags(rawValue: 1)
    static let entries = CellFlags(rawValue: 2)
    /// The value in force is cumulative up to a day.
    static let toDate = CellFlags(rawValue: 4)
    static let disputed = CellFlags(rawValue: 8)
    /// Something is stated that no sum takes.
    static let unsummable = CellFlags(rawValue: 16)
    static let valued: CellFlags = [.statement, .entries]
  }

  let bases: [Base]
  let periods: PeriodIndex
  let dimensions: DimensionIndex
  /// Cells of owner `o` are `ownerStarts[o]..<ownerStarts[o + 1]`; the last owner is the strategy above the roots.
  let ownerStarts: [Int]
  /// Cells of owner `o` and base `b` begin at `runStarts[o * bases.count + b]`; empty where the table would be too large.
  let runStarts: [UInt32]
  let keys: [UInt64]
  /// Facts of cell `c` are `order[cellStarts[c]..<cellStarts[c + 1]]`.
  let cellStarts: [UInt32]
  let order: [UInt32]
  let values: [ExactDecimal]
  let flags: [CellFlags]
  /// The statement in force, or the first entry; `UInt32.max` where nothing can be summed.
  let inForce: [UInt32]

  var cellCount: Int { keys.count }
  var ownerCount: Int { ownerStarts.count - 1 }
  /// Where strategies are kept: above the roots of the organization (docs/model.md §6.6).
  var strategyOwner: Int { ownerCount - 1 }

  static let noFact = UInt32.max

  func cells(of owner: Int) -> Range<Int> { ownerStarts[owner]..<ownerStarts[owner + 1] }

  func facts(of cell: Int) -> ArraySlice<UInt32> { order[Int(cellStarts[cell])..<Int(cellStarts[cell + 1])] }

  /// Cells of an owner and base.
  func run(_ owner: Int, _ base: Int) -> Range<Int> {
    if !runStarts.isEmpty {
      let index = owner * bases.count + base
      return Int(runStarts[index])..<Int(runStarts[index + 1])
    }
    let all = ownerStarts[owner]..<ownerStarts[owner + 1]
    let first = lowerBound(all, CellKey.pack(base, 0, 0))
    return first..<lowerBound(first..<all.upperBound, CellKey.pack(base + 1, 0, 0))
  }

  /// The cell, or -1.
  func find(_ owner: Int, _ base: Int, _ period: Int, _ set: Int) -> Int {
    let run = run(owner, base)
    let key = CellKey.pack(base, period, set)
    let cell = lowerBound(run, key)
    return cell < run.upperBound && keys[cell] == key ? cell : -1
  }

  /// The first of these cells whose key is not smaller.
  func lowerBound(_ cells: Range<Int>, _ key: UInt64) -> Int {
    // Most of the work on a book is finding cells: the bounds are looked at once and not at every step.
    keys[cells].withUnsafeBufferPointer { keys in
      var low = 0
      var count = keys.count
      while count > 0 {
        let half = count &>> 1
        let isBelow = keys[low &+ half] < key
        low = isBelow ? low &+ half &+ 1 : low
        count = isBelow ? count &- half &- 1 : half
      }
      return cells.lowerBound &+ low
    }
  }

  /// Cells of one base and period, whatever their dimensions.
  func group(_ owner: Int, _ base: Int, _ period: Int) -> Range<Int> {
    let run = run(owner, base)
    let first = lowerBound(run, CellKey.pack(base, period, 0))
    var end = first
    while end < run.upperBound, CellKey.period(keys[end]) == period { end += 1 }
    return first..<end
  }

  /// Cells of one base whose period may lie in `period` or reach into it; `period` itself among them.
  func cells(_ owner: Int, _ base: Int, near period: Int) -> Range<Int> {
    let run = run(owner, base)
    let first = lowerBound(run, CellKey.pack(base, Int(periods.scanLow[period]), 0))
    return first..<lowerBound(first..<run.upperBound, CellKey.pack(base, Int(periods.scanHigh[period]), 0))
  }

  /// Whether `cells(_:_:near:)` are any.
  func isAnything(_ owner: Int, _ base: Int, near period: Int) -> Bool {
    let run = run(owner, base)
    let first = lowerBound(run, CellKey.pack(base, Int(periods.scanLow[period]), 0))
    return first < run.upperBound && CellKey.period(keys[first]) < Int(periods.scanHigh[period])
  }
}

/// A cell's place among those of its owner, in one number.
enum CellKey {
  static let mostBases = 1 << 14
  static let mostPeriods = 1 << 22 - 1
  static let mostSets = 1 << 28

  static func pack(_ base: Int, _ period: Int, _ set: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: base << 50 | period << 28 | set)
  }

  static func base(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 50) }
  static func period(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 28 & 0x3F_FFFF) }
  static func set(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key & 0xFFF_FFFF) }
}
