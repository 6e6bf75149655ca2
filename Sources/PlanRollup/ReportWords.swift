import PlanModel
import PlanSource
import PlanSyntax

/// The words people type for what a report is about: ids, names and aliases, in both languages.
enum ReportWords {
  private static let levels: [(PeriodLevel, [String])] = [
    (.year, ["year", "年", "年度"]), (.half, ["half", "半年"]), (.quarter, ["quarter", "季", "季度"]),
    (.month, ["month", "月", "月度"]), (.tenDay, ["ten-day", "旬"]), (.week, ["week", "周"]), (.day, ["day", "日", "天"]),
  ]
  private static let others: [(ReportOptions.By, [String])] = [
    (.owner, ["owner", "负责人", "人员"]), (.team, ["team", "团队", "部门"]), (.metric, ["metric", "指标"]),
    (.layer, ["layer", "层"]), (.tier, ["tier", "档"]), (.period(.quarter), ["period", "期间"]),
  ]
  private static let layers: [(Layer, [String])] = [
    (.target, ["target", "目标"]), (.forecast, ["forecast", "预测"]), (.actual, ["actual", "实际"]),
    (.baseline, ["baseline", "基准", "去年"]),
  ]
  private static let tiers: [(Tier, [String])] = [
    (.floor, ["floor", "保底"]), (.target, ["target", "目标"]), (.stretch, ["stretch", "冲刺"]),
  ]

  static func axis(_ word: String, in book: PlanBook) throws(ReportProblem) -> ReportOptions.By {
    let lower = word.lowercased()
    if let (level, _) = levels.first(where: { $0.1.contains(lower) }) { return .period(level) }
    if let (axis, _) = others.first(where: { $0.1.contains(lower) }) { return axis }
    if let axis = book.context.settings.dimensions.axis(named: word) { return .dimension(axis) }
    let known = (levels.map { $0.1[0] } + others.map { $0.1[0] } + book.context.settings.dimensions.entries.map(\.id))
    throw .unknownAxis(word, nearest: NearestWord.nearest(to: lower, in: known))
  }

  static func metric(_ word: String, in book: PlanBook) throws(ReportProblem) -> MetricID {
    if let metric = book.context.registry.metric(id: word) ?? book.context.registry.metric(named: word) {
      return metric
    }
    throw .unknownMetric(word, nearest: book.context.registry.nearest(to: word))
  }

  static func owner(_ word: String, in book: PlanBook) throws(ReportProblem) -> OwnerID {
    let organization = book.context.organization
    switch organization.find(path: word) {
    case .one(let owner): return owner
    case .several(let owners): throw .severalOwners(word, owners.map { organization.path(of: $0) })
    case .none: throw .unknownOwner(word, nearest: organization.nearest(to: word))
    }
  }

  static func period(_ word: String, in book: PlanBook) throws(ReportProblem) -> Period {
    guard let period = Period(id: word, in: book.context.fiscal) else { throw .unknownPeriod(word) }
    return period
  }

  static func layer(_ word: String) throws(ReportProblem) -> Layer {
    guard let (layer, _) = layers.first(where: { $0.1.contains(word.lowercased()) }) else { throw .unknownLayer(word) }
    return layer
  }

  static func tier(_ word: String) throws(ReportProblem) -> Tier {
    guard let (tier, _) = tiers.first(where: { $0.1.contains(word.lowercased()) }) else { throw .unknownTier(word) }
    return tier
  }

  /// The book's spelling of a value that some plan, or `planbook.yml`, names.
  static func value(_ word: String, on axis: Axis, in book: PlanBook) throws(ReportProblem) -> String {
    let entry = book.context.settings.dimensions[axis]
    if !entry.values.isEmpty, let value = book.context.settings.dimensions.value(word, on: axis) { return value }
    let folded = FoldedName(word)
    for value in values(on: axis, in: book) where FoldedName(value) == folded { return value }
    throw .unknownValue(word, axis: entry.names)
  }

  /// Values of an axis that plans name, in the order in which they are first met.
  static func values(on axis: Axis, in book: PlanBook) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    for set in 0..<book.dimensions.count {
      for value in book.dimensions[DimensionSet(index: UInt32(set))] where value.axis == axis {
        if seen.insert(value.value).inserted { found.append(value.value) }
      }
    }
    return found
  }

  static func text(_ layer: Layer) -> LocalText {
    switch layer {
    case .target: LocalText(zh: "目标", en: "target")
    case .forecast: LocalText(zh: "预测", en: "forecast")
    case .actual: LocalText(zh: "实际", en: "actual")
    case .baseline: LocalText(zh: "去年", en: "baseline")
    }
  }

  static func text(_ tier: Tier) -> LocalText {
    switch tier {
    case .floor: LocalText(zh: "保底", en: "floor")
    case .target: LocalText(zh: "目标", en: "target")
    case .stretch: LocalText(zh: "冲刺", en: "stretch")
    }
  }

  static func text(_ level: PeriodLevel) -> LocalText {
    switch level {
    case .year: LocalText(zh: "年度", en: "year")
    case .half: LocalText(zh: "半年", en: "half")
    case .quarter: LocalText(zh: "季度", en: "quarter")
    case .month: LocalText(zh: "月度", en: "month")
    case .tenDay: LocalText(zh: "旬", en: "ten-day")
    case .week: LocalText(zh: "周", en: "week")
    case .day: LocalText(zh: "日", en: "day")
    case .span: LocalText(zh: "区间", en: "span")
    }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    var end = start.endIndex
    while end > start.startIndex, start[start.index(before: end)].isWhitespace { end = start.index(before: end) }
    return String(start[..<end])
  }
}
