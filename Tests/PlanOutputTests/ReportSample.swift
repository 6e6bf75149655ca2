import PlanModel
import PlanOutput
import PlanRollup
import PlanSource
import PlanSyntax

/// Tables that tests of report formats write.
enum ReportSample {
  static let files = SourceFiles([
    SourceFile(id: FileID(0), path: "plans/华东区/2026.md", bytes: Array("# 2026\n- 签约额：500万元\n".utf8))
  ])

  static func decimal(_ coefficient: Int, scale: Int = 0) -> ExactDecimal {
    ExactDecimal(coefficient: Int128(coefficient), scale: scale) ?? .zero
  }

  static func money(
    _ amount: Int, scale: Int = 0, _ currency: Currency = .cny, marks: [ReportTable.Mark] = []
  ) -> ReportTable.Cell {
    ReportTable.Cell(.money(decimal(amount, scale: scale), currency), marks: marks)
  }

  /// Declared, decomposed and gap of a division and its units.
  static func gap() -> ReportTable {
    let quarter = FiscalYear.calendar.quarter(1, of: 2026).map { ReportTable.Value.period($0) } ?? .none
    let source = SourceRange(file: FileID(0), start: 20, end: 29)
    func row(
      _ name: String, _ depth: Int, _ declared: ReportTable.Cell, _ decomposed: ReportTable.Cell,
      _ share: ReportTable.Value, _ remark: LocalText, _ kind: ReportTable.Row.Kind = .item
    ) -> ReportTable.Row {
      ReportTable.Row(
        kind: kind, depth: depth,
        cells: [.init(.name(name)), .init(quarter), declared, decomposed, .init(share), .init(.text(remark))])
    }
    return ReportTable(
      id: "gap", title: LocalText(zh: "目标缺口", en: "Target gap"),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: "Owner"), .key),
        .init("period", LocalText(zh: "期间", en: "Period"), .key),
        .init("declared", LocalText(zh: "目标", en: "Declared"), .measure),
        .init("decomposed", LocalText(zh: "分解", en: "Decomposed"), .measure),
        .init("coverage", LocalText(zh: "分解率", en: "Coverage"), .measure),
        .init("status", LocalText(zh: "说明", en: "Status"), .remark),
      ],
      rows: [
        row(
          "远航事业部", 0, .init(.money(decimal(5_000_000), .cny), sources: [source]),
          money(4_256_000, marks: [.incomplete, .disputed]),
          .percent(decimal(8512, scale: 2), parts: .init(decimal(4_256_000), decimal(5_000_000))),
          LocalText(zh: "还差", en: "short")),
        row(
          "华东区", 1, money(3_000_000), money(3_000_000), .percent(decimal(100), parts: nil),
          LocalText(zh: "相等", en: "equal")),
        row("华南区", 1, .init(.none), .init(.notReported), .none, LocalText(zh: "", en: "")),
        row(
          "合计", 0, money(-5_000_000), money(1_234_567_800), .none, LocalText(zh: "", en: ""), .total),
      ],
      notes: [LocalText(zh: "今天按 2026-04-15 计", en: "today is taken as 2026-04-15")])
  }

  /// One figure a row.
  static func moneyTable(_ cells: [ReportTable.Cell]) -> ReportTable {
    ReportTable(
      id: "money", title: LocalText(zh: "金额", en: "Money"),
      columns: [
        .init("owner", LocalText(zh: "负责人", en: "Owner"), .key),
        .init("amount", LocalText(zh: "数", en: "Figure"), .measure),
      ],
      rows: cells.map { .init(cells: [.init(.name("王芳")), $0]) })
  }

  static func document(
    _ table: ReportTable, _ language: Language = .zh, unit: MoneyUnit = .auto, width: Int? = nil,
    hasColours: Bool = false, hasByteOrderMark: Bool = false
  ) -> ReportDocument {
    ReportDocument(
      table: table, files: files, language: language, unit: unit,
      style: OutputStyle(hasColours: hasColours, width: width), hasByteOrderMark: hasByteOrderMark)
  }
}

extension ReportFormat {
  func text(of document: ReportDocument) -> String {
    var output = OutputBuffer()
    write(document, &output)
    return output.text
  }
}
