package import PlanModel
package import PlanRollup
package import PlanSource
package import PlanSyntax

/// Everything that a format of reports writes.
package struct ReportDocument: Sendable {
  package let table: ReportTable
  package let files: SourceFiles
  /// The language of the formats for people; the others are English.
  package let language: Language
  /// Decides the ids of periods.
  package let fiscalYear: FiscalYear
  /// The unit of money in the formats for people.
  package let unit: MoneyUnit
  package let style: OutputStyle
  /// Whether CSV begins with a byte order mark, without which Excel does not see UTF-8.
  package let hasByteOrderMark: Bool

  package init(
    table: ReportTable, files: SourceFiles, language: Language, fiscalYear: FiscalYear = .calendar,
    unit: MoneyUnit = .auto, style: OutputStyle = .plain, hasByteOrderMark: Bool = false
  ) {
    self.table = table
    self.files = files
    self.language = language
    self.fiscalYear = fiscalYear
    self.unit = unit
    self.style = style
    self.hasByteOrderMark = hasByteOrderMark
  }
}

extension ReportTable.Row {
  /// The cell of a column; empty where the row is shorter than the table.
  func cell(_ index: Int) -> ReportTable.Cell { index < cells.count ? cells[index] : ReportTable.Cell(.none) }
}
