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

  /// The cell, or -1.
  func find(_ owner: Int, _ base: Int, _ period: Int, _ set: Int) -> Int {
    let cell = lowerBound(owner, CellKey.pack(base, period, set))
    return cell < ownerStarts[owner + 1] && keys[cell] == CellKey.pack(base, period, set) ? cell : -1
  }

  /// The first cell of an owner whose key is not smaller.
  func lowerBound(_ owner: Int, _ key: UInt64) -> Int {
    var low = ownerStarts[owner]
    var high = ownerStarts[owner + 1]
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Cells of one base and period, whatever their dimensions.
  func group(_ owner: Int, _ base: Int, _ period: Int) -> Range<Int> {
    lowerBound(owner, CellKey.pack(base, period, 0))..<lowerBound(owner, CellKey.pack(base, period + 1, 0))
  }

  /// Cells of one base whose period may lie in `period` or reach into it; `period` itself among them.
  func cells(_ owner: Int, _ base: Int, near period: Int) -> Range<Int> {
    lowerBound(
      owner, CellKey.pack(base, Int(periods.scanLow[period]), 0))..<lowerBound(
        owner, CellKey.pack(base, Int(periods.scanHigh[period]), 0))
  }
}

/// A cell's place among those of its owner, in one number.
enum CellKey {
  static let mostBases = 1 << 14
  static let mostPeriods = 1 << 22 - 1
  static let mostSets = 1 << 28

  static func pack(_ base: Int, _ period: Int, _ set: Int) -> UInt64 {
    UInt64(base) << 50 | UInt64(period) << 28 | UInt64(set)
  }

  static func base(_ key: UInt64) -> Int { Int(key >> 50) }
  static func period(_ key: UInt64) -> Int { Int(key >> 28 & 0x3F_FFFF) }
  static func set(_ key: UInt64) -> Int { Int(key & 0xFFF_FFFF) }
}
