internal import PlanSyntax

/// What each fact that has a cell is keyed by, before periods and bases are put in order.
struct Placement {
  struct Keyed {
    let fact: UInt32
    let owner: UInt32
    let set: UInt32
    /// Index in `statedPeriods`.
    let period: UInt32
    /// Index in `bases`.
    let base: UInt16
  }

  private(set) var facts: [Keyed] = []
  private(set) var statedPeriods: [Period] = []
  private(set) var bases: [UInt64] = []

  init(
    facts all: [Fact], _ range: Range<Int>, owners: Organization, metrics: MetricRegistry, sets: Int,
    plans: PlanCoverage
  ) {
    var periodIndex = PackedIndex()
    var baseIndex = PackedIndex()
    let strategy = UInt32(owners.nodes.count)
    let mostSets = min(sets, CellKey.mostSets)
    let nodes = owners.nodes.count
    let known = metrics.metrics.count
    facts.reserveCapacity(range.count)
    var file = UInt32.max
    var isStrategy = false
    for index in range {
      guard let owner = all[index].owner, let metric = all[index].metric, let period = all[index].period.known,
        !all[index].isToDate || all[index].layer == .actual, all[index].carrier != .actionItem,
        all[index].carrier != .condition, owner.index >= 0, owner.index < nodes, metric.index >= 0,
        metric.index < known, all[index].dimensions.index < mostSets
      else { continue }
      if all[index].range.file.index != file {
        file = all[index].range.file.index
        isStrategy = plans.plan(of: all[index].range.file)?.isStrategy ?? false
      }
      let base = Self.pack(metric, all[index].layer, all[index].tier, CellUnit(all[index].unit))
      let baseID = baseIndex.intern(base)
      let periodID = periodIndex.intern(PeriodIndex.pack(period))
      if Int(periodID) == statedPeriods.count { statedPeriods.append(period) }
      guard baseID < CellKey.mostBases else { continue }
      let isAbove = isStrategy && owners.nodes[Int(owner.index)].parent == nil
      facts.append(
        Keyed(
          fact: UInt32(index), owner: isAbove ? strategy : UInt32(owner.index), set: all[index].dimensions.index,
          period: periodID, base: UInt16(baseID)))
    }
    bases = baseIndex.keys
  }

  static func pack(_ metric: MetricID, _ layer: Layer, _ tier: Tier, _ unit: CellUnit) -> UInt64 {
    let currency: UInt64 = if case .money(let currency) = unit { UInt64(currency.code) + 1 } else { 0 }
    let metric = UInt64(UInt16(bitPattern: metric.index))
    return metric << 40 | UInt64(layer.rawValue) << 36 | UInt64(tier.rawValue) << 32 | currency
  }

  static func base(_ packed: UInt64, metrics: MetricRegistry) -> FactStore.Base {
    let metric = MetricID(Int(packed >> 40))
    let currency = UInt32(packed & 0xFFFF_FFFF)
    let letters = currency == 0 ? nil : [16, 8, 0].map { UInt8((currency - 1) >> $0 & 0xFF) }
    let unit = letters.flatMap { Currency(String(decoding: $0, as: UTF8.self)) }.map { CellUnit.money($0) } ?? .plain
    return FactStore.Base(
      metric: metric, layer: Layer(rawValue: UInt8(packed >> 36 & 0xF)) ?? .target,
      tier: Tier(rawValue: UInt8(packed >> 32 & 0xF)) ?? .target, unit: unit, of: metrics[metric])
  }
}
