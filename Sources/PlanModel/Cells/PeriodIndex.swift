internal import PlanSyntax

/// Every period that a book states, and those that contain them, numbered in calendar order, with what each is made of.
struct PeriodIndex: Sendable {
  /// A child of a period along time.
  struct Part: Sendable {
    /// `absent` where no fact names the period or anything in it.
    let id: UInt32
    /// Some workday of it lies inside the parent (docs/model.md §2.3).
    let isRequired: Bool
    /// It does not reach over a border of the parent.
    let isWhole: Bool

    static let absent = UInt32.max
  }

  /// One way to cut a period: parts in calendar order.
  struct Partition: Sendable {
    let level: PeriodLevel
    let parts: Range<Int>
  }

  let tree: PeriodTree
  let calendar: WorkCalendar
  let periods: [Period]
  private(set) var parts: [Part] = []
  private var partitions: [Partition] = []
  private var partitionStarts: [UInt32] = [0]
  /// Ids of periods that may lie in a period or reach into it: from `scanLow` up to and without `scanHigh`.
  private(set) var scanLow: [UInt32] = []
  private(set) var scanHigh: [UInt32] = []
  /// The periods above each one, its months first.
  private(set) var above: [UInt32] = []
  private var aboveStarts: [UInt32] = [0]
  private var monthEnds: [UInt32] = []
  private let index: PackedIndex
  private let idOfKey: [UInt32]

  /// No partition has more parts; longer spans are not cut.
  private static let mostParts = 400

  /// - Returns: The index, and for each of `stated` its id.
  static func make(stated: [Period], tree: PeriodTree, calendar: WorkCalendar) -> (PeriodIndex, ids: [UInt32]) {
    var index = PackedIndex()
    var all: [Period] = []
    func add(_ period: Period) {
      if Int(index.intern(pack(period))) == all.count { all.append(period) }
    }
    for period in stated { add(period) }
    var next = 0
    while next < all.count {
      let period = all[next]
      next += 1
      for parent in parents(of: period, in: tree) { add(parent) }
    }
    let order = all.indices.sorted { Period.inCalendarOrder(all[$0], all[$1]) }
    var idOfKey = [UInt32](repeating: 0, count: all.count)
    for (id, key) in order.enumerated() { idOfKey[key] = UInt32(id) }
    let made = PeriodIndex(
      tree: tree, calendar: calendar, periods: order.map { all[$0] }, index: index, idOfKey: idOfKey)
    return (made, stated.map { made.id(of: $0) ?? Part.absent })
  }

  private init(tree: PeriodTree, calendar: WorkCalendar, periods: [Period], index: PackedIndex, idOfKey: [UInt32]) {
    self.tree = tree
    self.calendar = calendar
    self.periods = periods
    self.index = index
    self.idOfKey = idOfKey
    for period in periods {
      for level in Self.childLevels(of: period) { addPartition(of: period, by: level) }
      partitionStarts.append(UInt32(partitions.count))
      // A week that begins up to six days earlier reaches in.
      scanLow.append(UInt32(firstPeriod(from: period.start.advanced(by: -6))))
      scanHigh.append(UInt32(firstPeriod(from: period.end.advanced(by: 1))))
      let ancestors = Self.ancestors(of: period, in: tree)
      above += ancestors.filter { $0.level == .month }.compactMap { id(of: $0) }
      monthEnds.append(UInt32(above.count))
      above += ancestors.filter { $0.level != .month }.compactMap { id(of: $0) }
      aboveStarts.append(UInt32(above.count))
    }
  }

  func id(of period: Period) -> UInt32? { index.find(Self.pack(period)).map { idOfKey[Int($0)] } }

  /// Where in `above` every period above one stands: those of which it is a part or into which it reaches, and those above them.
  func rangeAbove(_ id: Int) -> Range<Int> { Int(aboveStarts[id])..<Int(aboveStarts[id + 1]) }

  /// Where in `above` the months above a period stand.
  func monthsAbove(_ id: Int) -> Range<Int> { Int(aboveStarts[id])..<Int(monthEnds[id]) }

  /// The ways to cut a period, coarsest first: one level down only (docs/model.md §3.5).
  func partitions(of id: Int) -> ArraySlice<Partition> {
    partitions[Int(partitionStarts[id])..<Int(partitionStarts[id + 1])]
  }

  /// The periods of a partition, in the order of `parts`.
  func periods(of partition: Partition, in id: Int) -> [Period] { tree.parts(of: periods[id], by: partition.level) }

  /// The levels directly below a period.
  static func childLevels(of period: Period) -> [PeriodLevel] {
    switch period.level {
    case .year: return [.half]
    case .half: return [.quarter]
    case .quarter: return [.month]
    case .month: return [.tenDay, .week]
    case .tenDay, .week: return [.day]
    case .day: return []
    case .span:
      let months = period.start.civil.day == 1 && period.end.advanced(by: 1).civil.day == 1
      let longest = (months ? 31 : 1) * mostParts
      return period.start.distance(to: period.end) >= longest ? [] : [months ? .month : .day]
    }
  }

  /// The periods directly above one, of which it is a part or into which it reaches.
  static func parents(of period: Period, in tree: PeriodTree) -> [Period] {
    let levels: [PeriodLevel] =
      switch period.level {
      case .year, .span: []
      case .half: [.year]
      case .quarter: [.half]
      case .month: [.quarter]
      case .tenDay, .week: [.month]
      case .day: [.tenDay, .week]
      }
    var found: [Period] = []
    for level in levels {
      for day in [period.start, period.end] {
        guard let parent = tree.period(of: level, holding: day), !found.contains(parent) else { continue }
        found.append(parent)
      }
    }
    return found
  }

  private static func ancestors(of period: Period, in tree: PeriodTree) -> [Period] {
    var found: [Period] = []
    var next = [period]
    while let current = next.popLast() {
      for parent in parents(of: current, in: tree) where !found.contains(parent) {
        found.append(parent)
        next.append(parent)
      }
    }
    return found
  }

  private mutating func addPartition(of period: Period, by level: PeriodLevel) {
    let first = parts.count
    for piece in tree.pieces(of: period, by: level) {
      let required = calendar.workdays(in: piece.days) > 0
      parts.append(Part(id: id(of: piece.part) ?? Part.absent, isRequired: required, isWhole: piece.isWhole))
    }
    partitions.append(Partition(level: level, parts: first..<parts.count))
  }

  private func firstPeriod(from day: Day) -> Int {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].start < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Level, first day and length in 60 bits.
  static func pack(_ period: Period) -> UInt64 {
    let start = UInt64(UInt32(bitPattern: period.start.number))
    let length = UInt64(UInt32(bitPattern: Int32(period.start.distance(to: period.end)))) & 0xFF_FFFF
    return start << 28 | length << 4 | UInt64(period.level.rawValue)
  }
}
