internal import PlanRollup
internal import PlanSource
internal import PlanSyntax

extension ReportFormat {
  /// The document of `docs/schemas/report.schema.json`, always English and in base units, a row a line.
  package static let json = ReportFormat(
    id: "json",
    summary: LocalText(
      zh: "供程序读取的 JSON（docs/schemas/report.schema.json）", en: "JSON for programs (docs/schemas/report.schema.json)")
  ) { document, output in
    var positions = SourcePositions(in: document.files)
    var json = JSONWriter(output)
    let table = document.table
    json.object { json in
      json.member("schema", 1)
      json.member("report", table.id)
      json.member("title", table.title.en)
      json.key("columns")
      json.lines(table.columns) { json, column in
        json.object { json in
          json.member("id", column.id)
          json.member("title", column.title.en)
          json.member("role", column.role.name)
        }
      }
      json.key("rows")
      json.lines(table.rows) { json, row in
        json.object { json in
          json.member("kind", row.kind.rawValue)
          json.member("depth", row.depth)
          json.key("cells")
          json.object { json in
            for (index, column) in table.columns.enumerated() {
              json.key(column.id)
              json.cell(row.cell(index), document.fiscalYear, &positions)
            }
          }
        }
      }
      json.key("notes")
      json.array { json in
        for note in table.notes { json.string(note.en) }
        if table.rows.isEmpty, let meaning = table.meaningWhenEmpty { json.string(meaning.en) }
      }
    }
    output = json.finish()
  }
}

extension ReportTable.Column.Role {
  fileprivate var name: String {
    switch self {
    case .key: "key"
    case .measure: "measure"
    case .remark: "remark"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func cell(
    _ cell: ReportTable.Cell, _ fiscalYear: FiscalYear, _ positions: inout SourcePositions
  ) {
    object { json in
      json.value(cell.value, fiscalYear, &positions)
      if !cell.marks.isEmpty {
        json.key("marks")
        json.array { json in
          for mark in ReportTable.Mark.allCases where cell.marks.contains(mark) { json.string(mark.rawValue) }
        }
      }
      if !cell.sources.isEmpty {
        json.key("sources")
        json.array { json in
          for source in cell.sources { json.object { $0.place(source, &positions) } }
        }
      }
    }
  }

  private mutating func value(
    _ value: ReportTable.Value, _ fiscalYear: FiscalYear, _ positions: inout SourcePositions
  ) {
    switch value {
    case .none: typed("none", nil)
    case .notReported: typed("not-reported", nil)
    case .text(let text): typed("text", text.en)
    case .name(let name): typed("name", name)
    case .money(let number, let currency):
      typed("money", number.description)
      member("unit", currency.description)
    case .count(let number): typed("count", number.description)
    case .percent(let number, let parts):
      typed("percent", GroupedNumber.fixed(number, decimals: 6))
      member("num", parts?.numerator.description)
      member("den", parts?.denominator.description)
    case .days(let number): typed("days", number.description)
    case .plain(let number): typed("number", number.description)
    case .period(let period):
      typed("period", period.id(in: fiscalYear))
      member("start", period.start.description)
      member("end", period.end.description)
    case .place(let range):
      member("type", "place")
      place(range, &positions)
    }
  }

  private mutating func typed(_ type: String, _ value: String?) {
    member("type", type)
    member("value", value)
  }

  private mutating func place(_ range: SourceRange, _ positions: inout SourcePositions) {
    let place = positions.position(at: Int(range.start), in: range.file)
    member("path", positions.path(of: range.file))
    member("line", place.line)
    member("column", place.column)
  }
}
