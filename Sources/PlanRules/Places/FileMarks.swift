import PlanModel
import PlanSyntax

/// What a file holds that rules look for, found in one pass over its facts, numbers and periods for all of them.
struct FileMarks: OptionSet, Sendable {
  let rawValue: UInt16
  /// A trap of Markdown.
  static let traps = FileMarks(rawValue: 1)
  static let actions = FileMarks(rawValue: 2)
  /// A written calculation that does not come out.
  static let miscalculation = FileMarks(rawValue: 4)
  /// A week that says nothing about how weeks are counted.
  static let ambiguousWeek = FileMarks(rawValue: 8)
  /// A number whose unit cannot count its metric, or that was taken for no metric.
  static let otherUnit = FileMarks(rawValue: 16)
  /// A number of the floor or stretch tier.
  static let tiers = FileMarks(rawValue: 32)
  /// A probability below 0 or above 100 %.
  static let oddProbability = FileMarks(rawValue: 64)
  /// More tenders won than submitted.
  static let wonAboveBid = FileMarks(rawValue: 128)
  /// An actual for a period that is not over.
  static let earlyActual = FileMarks(rawValue: 256)
  /// Numbers of one metric that lie far apart.
  static let wideSpread = FileMarks(rawValue: 512)
  /// Money written with its unit and no 万 or the like.
  static let yuan = FileMarks(rawValue: 1024)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ file: PlanFile, _ context: RuleContext) {
    self = []
    if !file.actions.isEmpty { insert(.actions) }
    for problem in file.tree.problems { if case .trap = problem.kind { insert(.traps) } }
    let periods = file.tree.periods
    for index in periods.indices where periods[index].period.isAmbiguousWeek { insert(.ambiguousWeek) }
    takeQuantities(file)
    takeFacts(file, context)
  }

  private mutating func takeQuantities(_ file: PlanFile) {
    let all = file.tree.quantities
    let fates = file.fates
    let hundred = ExactDecimal(100)
    for index in all.indices {
      if all[index].isMiscalculated { insert(.miscalculation) }
      if all[index].magnitude == 0, all[index].unit.isMoney { insert(.yuan) }
      guard fates[index] == .attribute, all[index].unit == .percent else { continue }
      if all[index].value.isNegative || all[index].value > hundred { insert(.oddProbability) }
    }
  }

  private mutating func takeFacts(_ file: PlanFile, _ context: RuleContext) {
    let facts = file.facts
    let all = facts.span
    let today = context.today
    let metrics = context.metrics
    var sizes = MetricSizes(count: metrics.count)
    for index in all.indices {
      guard let metric = all[index].metric else {
        if all[index].carrier == .list, all[index].unit != .unknown { insert(.otherUnit) }
        continue
      }
      if !metrics.fits(all[index].unit, metric) { insert(.otherUnit) }
      if metrics.isOddProbability(all[index].value, metric) { insert(.oddProbability) }
      if all[index].tier != .target { insert(.tiers) }
      if all[index].layer == .actual, case .known(let period) = all[index].period, period.end >= today {
        insert(.earlyActual)
      }
      if metric == metrics.bidsWon, WonBids.bid(for: index, in: facts, metrics) != nil { insert(.wonAboveBid) }
      if all[index].form == .amount { sizes.take(all[index].value, metric) }
    }
    if sizes.isWide(metrics.wide) { insert(.wideSpread) }
  }
}

/// Tenders won beside the tenders that were submitted.
enum WonBids {
  /// The tenders of the same cell that fewer were submitted of than won; they stand in the same row or list.
  static func bid(for won: Int, in facts: [Fact], _ metrics: MetricMarks) -> Int? {
    // None is never more than some.
    guard !facts[won].value.isZero, facts[won].form == .amount, facts[won].unit == .count,
      facts[won].carrier != .actionItem
    else { return nil }
    for other in max(0, won - reach)..<min(facts.count, won + reach + 1)
    where facts[other].metric == metrics.bids && facts[other].value < facts[won].value {
      if isSameCell(facts[won], facts[other]) { return other }
    }
    return nil
  }

  /// How many facts away the other number may stand.
  private static let reach = 40

  private static func isSameCell(_ one: Fact, _ other: Fact) -> Bool {
    one.hasPeriod(of: other) && one.owner == other.owner && one.layer == other.layer && one.tier == other.tier
      && one.dimensions == other.dimensions && one.form == other.form && one.isToDate == other.isToDate
      && other.unit == .count && other.carrier != .actionItem && one.extras?.ownerName == other.extras?.ownerName
  }
}
