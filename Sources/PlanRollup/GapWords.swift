import PlanModel
import PlanSource
import PlanSyntax

/// Words for where a sum comes from and what it lacks.
struct GapWords {
  private let figures: ReportFigures

  /// More names are counted, not listed.
  private static let mostNames = 5

  init(_ figures: ReportFigures) { self.figures = figures }

  func axis(_ axis: DecompositionAxis) -> LocalText {
    switch axis {
    case .organization: LocalText(zh: "组织", en: "organization")
    case .time(let level): ReportWords.text(level)
    case .dimension(let axis): figures.book.context.settings.dimensions[axis].names
    }
  }

  /// `按组织`, `by organization`.
  func way(_ way: Way) -> LocalText {
    switch way {
    case .declared: return LocalText(zh: "声明", en: "declared")
    case .entries: return LocalText(zh: "逐行相加", en: "sum of its rows")
    case .narrowerEntries: return LocalText(zh: "明细逐行相加", en: "sum of narrower rows")
    case .toDateAndLater: return LocalText(zh: "累计数加其后各期", en: "to date, and later periods")
    case .ratio: return LocalText(zh: "由分子分母计算", en: "from its parts")
    case .decomposed(let axis):
      let name = self.axis(axis)
      return LocalText(zh: "按\(name.zh)相加", en: "by \(name.en)")
    }
  }

  func reason(_ reason: Decomposition.Missing.Reason) -> LocalText {
    switch reason {
    case .notStated: LocalText(zh: "未写", en: "not stated")
    case .noPlan: LocalText(zh: "没有计划", en: "no plan")
    case .noMetric: LocalText(zh: "计划中没有此指标", en: "the plan does not state this metric")
    case .notSummable: LocalText(zh: "写了但不能相加", en: "stated, but cannot be added")
    case .otherCurrency: LocalText(zh: "以其他币种写出", en: "stated in another currency")
    case .openPosition: LocalText(zh: "空缺岗位", en: "open position")
    case .notSplit: LocalText(zh: "未按此维度分解", en: "not split along this dimension")
    case .notReported: LocalText(zh: "未填报", en: "not reported")
    }
  }

  /// Who or what a sum lacks, and the positions still open; `nil` when nothing.
  func lacks(_ found: Decomposition, _ owner: OwnerID) -> LocalText? {
    var zh: [String] = []
    var en: [String] = []
    if !found.missing.isEmpty {
      let names = found.missing.prefix(Self.mostNames).map { name(of: $0, beside: owner) }
      let rest = found.missing.count - names.count
      zh.append("缺 " + names.map(\.zh).joined(separator: "、") + (rest > 0 ? " 等 \(found.missing.count) 项" : ""))
      en.append("missing " + names.map(\.en).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
    }
    if !found.open.isEmpty {
      let names = found.open.map { figures.book.context.organization[$0].name }
      zh.append("空缺岗位 " + names.joined(separator: "、"))
      en.append("open position \(names.joined(separator: ", "))")
    }
    return zh.isEmpty ? nil : LocalText(zh: zh.joined(separator: "；"), en: en.joined(separator: "; "))
  }

  /// The reason that a plan gives for silencing a finding; `nil` where it gives none.
  func suppressed(_ reason: String) -> LocalText? {
    reason.isEmpty ? nil : LocalText(zh: "已忽略：\(reason)", en: "suppressed: \(reason)")
  }

  /// Several remarks in one; `nil` where there is none.
  static func joined(_ remarks: [LocalText?]) -> LocalText? {
    let remarks = remarks.compactMap(\.self)
    guard !remarks.isEmpty else { return nil }
    return LocalText(
      zh: remarks.map(\.zh).joined(separator: "；"), en: remarks.map(\.en).joined(separator: "; "))
  }

  /// A missing child: who where it is somebody else, which period, and why.
  func name(of missing: Decomposition.Missing, beside owner: OwnerID) -> LocalText {
    let period = missing.address.period.id(in: figures.book.context.fiscal)
    let why = reason(missing.reason)
    if missing.address.owner == owner { return LocalText(zh: "\(period)（\(why.zh)）", en: "\(period) (\(why.en))") }
    let who = figures.book.context.organization[missing.address.owner].name
    let isPart = missing.reason == .notStated
    return LocalText(
      zh: "\(who)\(isPart ? " \(period)" : "")（\(why.zh)）", en: "\(who)\(isPart ? " \(period)" : "") (\(why.en))")
  }
}
