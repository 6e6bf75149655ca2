internal import PlanRollup
internal import PlanSource

extension ReportFormat {
  /// Long and tidy: key columns, `measure`, `value`, then words about the value; base units, percent as percent.
  ///
  /// A report without measures has one line a row. Nothing but `value` is a number, `row` tells totals from items, and
  /// a value that is not there is empty: `not-reported` among the marks tells an ended period from one still open.
  package static let csv = ReportFormat(
    id: "csv", summary: LocalText(zh: "每行一个数值的 CSV，金额用元", en: "CSV with one value a line, in base units")
  ) { document, output in
    var writer = CSVWriter(output, hasByteOrderMark: document.hasByteOrderMark)
    var positions = SourcePositions(in: document.files)
    let columns = document.table.columns
    let keys = columns.indices.filter { columns[$0].role == .key }
    let measures = columns.indices.filter { columns[$0].role == .measure }
    let remarks = columns.indices.filter { columns[$0].role == .remark }
    let about = measures.isEmpty ? [] : ["measure", "value", "unit", "marks", "row", "source"]
    writer.record(keys.map { .own(columns[$0].id) } + about.map { .own($0) } + remarks.map { .own(columns[$0].id) })
    for row in document.table.rows {
      let key = keys.map { row.cell($0).field(document, &positions) }
      let remark = remarks.map { row.cell($0).field(document, &positions) }
      if measures.isEmpty { writer.record(key + remark) }
      for index in measures {
        let cell = row.cell(index)
        let source = cell.sources.first.map { CSVWriter.Field.plan(positions.reference(to: $0)) }
        let figure: [CSVWriter.Field] = [
          .own(columns[index].id), cell.field(document, &positions), .own(cell.value.unitName),
          .own(cell.markNames.joined(separator: ";")), .own(row.kind.rawValue), source ?? .own(""),
        ]
        writer.record(key + figure + remark)
      }
    }
    output = writer.buffer
  }
}

extension SourcePositions {
  /// `path:line`.
  mutating func reference(to range: SourceRange) -> String {
    let place = position(at: Int(range.start), in: range.file)
    return "\(path(of: range.file)):\(place.line)"
  }
}

extension ReportTable.Cell {
  fileprivate func field(_ document: ReportDocument, _ positions: inout SourcePositions) -> CSVWriter.Field {
    switch value {
    case .none, .notReported: .own("")
    // Words of the report may quote words of a plan.
    case .text(let text): .plan(text.en)
    case .name(let name): .plan(name)
    case .money(let number, _), .count(let number), .days(let number), .plain(let number): .own(number.description)
    case .percent(let number, _): .own(number.rounded(digits: 6).description)
    case .period(let period): .own(period.id(in: document.fiscalYear))
    case .place(let range): .plan(positions.reference(to: range))
    }
  }

  fileprivate var markNames: [String] {
    (value == .notReported ? ["not-reported"] : []) + ReportTable.Mark.allCases.filter(marks.contains).map(\.rawValue)
  }
}

extension ReportTable.Value {
  /// What a figure counts, in the words of machine formats; empty where it is none.
  var unitName: String {
    switch self {
    case .money(_, let currency): currency.description
    case .count: "count"
    case .percent: "percent"
    case .days: "days"
    case .none, .notReported, .text, .name, .plain, .period, .place: ""
    }
  }
}
