internal import PlanSource

/// The words that formats themselves add to findings and reports.
enum Words {
  static let help = LocalText(zh: "帮助", en: "help")
  static let none = LocalText(zh: "—", en: "—")
  static let notReported = LocalText(zh: "未填报", en: "not reported")
  static let legendSeparator = LocalText(zh: "；", en: "; ")
  static let noRows = LocalText(zh: "没有数据", en: "nothing to show")

  static func more(_ count: Int) -> LocalText {
    LocalText(zh: "… 还有 \(count) 处", en: "… \(count) more \(count == 1 ? "place" : "places")")
  }

  static func toLine(_ line: Int) -> LocalText {
    LocalText(zh: "（到第 \(line) 行）", en: "(to line \(line))")
  }

  /// `元` → `（单位：元）`.
  static func unit(_ unit: LocalText) -> LocalText {
    LocalText(zh: "（单位：\(unit.zh)）", en: " (in \(unit.en))")
  }
}
