internal import PlanRollup
internal import PlanSource

extension ReportTable.Mark {
  /// The character that stands behind a marked figure.
  var sign: String {
    switch self {
    case .disputed: "!"
    case .incomplete: "*"
    case .decomposed: "^"
    case .toDate: ">"
    case .estimated: "~"
    case .suppressed: "#"
    }
  }

  /// What the sign says, for the legend.
  var meaning: LocalText {
    switch self {
    case .disputed: LocalText(zh: "有两种说法，取生效的一种", en: "stated twice; the one in force is shown")
    case .incomplete: LocalText(zh: "分解不全", en: "children are missing")
    case .decomposed: LocalText(zh: "未直接写明，由分解合计", en: "not stated; added up from below")
    case .toDate: LocalText(zh: "截至目前", en: "to date")
    case .estimated:
      LocalText(
        zh: "节假日未公布或未收录，按周一至周五估算", en: "estimated from Monday to Friday: that year's holidays are not known")
    case .suppressed: LocalText(zh: "相关问题已在计划中忽略", en: "a finding about it is suppressed in the plan")
    }
  }

  /// The signs of several marks, in one order.
  static func signs(_ marks: [ReportTable.Mark]) -> String {
    marks.isEmpty ? "" : allCases.filter(marks.contains).map(\.sign).joined()
  }
}
