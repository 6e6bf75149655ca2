internal import PlanSource
internal import PlanSyntax

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

  static func days(_ number: String) -> LocalText {
    LocalText(zh: "\(number) 天", en: number == "1" ? "1 day" : "\(number) days")
  }

  /// Behind the title of a table that shows money.
  static func moneyUnit(_ unit: LocalText) -> LocalText {
    LocalText(zh: "（金额单位：\(unit.zh)）", en: " (money in \(unit.en))")
  }

  /// Chinese names of currencies; others go by their code.
  static let currencies: [Currency: String] = [
    .cny: "元", .usd: "美元", .eur: "欧元", .gbp: "英镑", .jpy: "日元", .hkd: "港元",
  ]
}
