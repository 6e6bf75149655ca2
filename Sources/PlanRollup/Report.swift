package import PlanModel
package import PlanSource

/// A report: what it is called, what for, and how its table is made.
package struct Report: Sendable {
  /// Permanent name, also the word on the command line.
  package let id: String
  package let summary: LocalText
  /// What somebody learns from it that a list of numbers does not say.
  package let why: LocalText
  /// The options it follows; others are refused.
  package let options: [ReportOption]
  /// Command lines worth trying.
  package let examples: [String]
  package let build: @Sendable (PlanBook, ReportOptions) throws(ReportProblem) -> ReportTable

  package init(
    id: String, summary: LocalText, why: LocalText, options: [ReportOption], examples: [String],
    build: @escaping @Sendable (PlanBook, ReportOptions) throws(ReportProblem) -> ReportTable
  ) {
    self.id = id
    self.summary = summary
    self.why = why
    self.options = options
    self.examples = examples
    self.build = build
  }

  /// Every report, the one that runs without a name first.
  package static let all: [Report] = [
    .rollup,
    .gap,
    .facts,
    .explain,
  ]

  package static func named(_ id: String) -> Report? { all.first { $0.id == id } }
}

/// An option of a report on the command line.
package enum ReportOption: String, Sendable, CaseIterable {
  case by, metric, period, layer, `where`, depth, cell
}

/// What somebody asked for cannot be answered, and why.
package enum ReportProblem: Error, Hashable, Sendable {
  case unknownAxis(String, nearest: String?)
  case unknownMetric(String, nearest: String?)
  case unknownOwner(String, nearest: String?)
  /// The name alone does not say which; the paths that do.
  case severalOwners(String, [String])
  case unknownPeriod(String)
  case unknownLayer(String)
  case unknownTier(String)
  /// A `--where` without `=`.
  case malformedFilter(String)
  case malformedCell(String)
  case unknownValue(String, axis: LocalText)

  package var message: LocalText {
    switch self {
    case .unknownAxis(let word, let nearest): Self.unknown(word, zh: "分组", en: "axis", nearest)
    case .unknownMetric(let word, let nearest): Self.unknown(word, zh: "指标", en: "metric", nearest)
    case .unknownOwner(let word, let nearest): Self.unknown(word, zh: "人员或团队", en: "owner", nearest)
    case .severalOwners(let word, let paths):
      LocalText(
        zh: "「\(word)」不止一个：\(paths.joined(separator: "、"))",
        en: "`\(word)` is more than one: \(paths.joined(separator: ", "))")
    case .unknownPeriod(let word):
      LocalText(
        zh: "「\(word)」不是期间，例如 2026、2026-Q1、2026-03、2026-W12",
        en: "`\(word)` is no period, such as 2026, 2026-Q1, 2026-03 or 2026-W12")
    case .unknownLayer(let word):
      LocalText(
        zh: "「\(word)」不是 target、forecast、actual 或 baseline",
        en: "`\(word)` is none of target, forecast, actual and baseline")
    case .unknownTier(let word):
      LocalText(zh: "「\(word)」不是 floor、target 或 stretch", en: "`\(word)` is none of floor, target and stretch")
    case .malformedFilter(let word):
      LocalText(zh: "「\(word)」不是 名称=值", en: "`\(word)` is not KEY=VALUE")
    case .malformedCell(let word):
      LocalText(
        zh: "「\(word)」不是 负责人/指标/期间[/层][?维度=值]",
        en: "`\(word)` is not OWNER/METRIC/PERIOD[/LAYER][?dimension=value]")
    case .unknownValue(let word, let axis):
      LocalText(zh: "没有任何计划提到\(axis.zh)「\(word)」", en: "no plan mentions \(axis.en) `\(word)`")
    }
  }

  private static func unknown(_ word: String, zh: String, en: String, _ nearest: String?) -> LocalText {
    LocalText(
      zh: "未知的\(zh)「\(word)」" + (nearest.map { "，是否为「\($0)」？" } ?? ""),
      en: "unknown \(en) `\(word)`" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
  }
}
