internal import PlanRollup
internal import PlanSource
internal import PlanSyntax

/// A report in words and digits, before a format arranges them.
struct ReportLayout {
  struct Row {
    let kind: ReportTable.Row.Kind
    let depth: Int
    let cells: [Field]
  }

  /// One cell: what it says and the signs behind it.
  struct Field {
    let text: String
    let signs: String
  }

  /// The table's title with the unit of its money.
  let title: String
  let headers: [String]
  let roles: [ReportTable.Column.Role]
  let rows: [Row]
  /// What the signs mean, then the notes of the report.
  let notes: [String]

  init(_ document: ReportDocument) {
    let table = document.table
    let language = document.language
    let amounts = table.rows.flatMap(\.cells).compactMap { cell -> (ExactDecimal, Currency)? in
      if case .money(let amount, let currency) = cell.value { (amount, currency) } else { nil }
    }
    let scale = MoneyScale(document.unit, amounts: amounts, language: language)
    let unit = scale.currency.map { Words.moneyUnit(scale.name(of: $0))[language] } ?? ""
    title = TerminalText.escaping(table.title[language]) + unit
    headers = table.columns.map { TerminalText.escaping($0.title[language]) }
    roles = table.columns.map(\.role)

    var writer = FigureWriter(document: document, scale: scale, positions: SourcePositions(in: document.files))
    let decimals = table.columns.indices.map { index in
      table.rows.reduce(0) { max($0, writer.decimals(of: $1.cell(index).value)) }
    }
    var used: Set<ReportTable.Mark> = []
    rows = table.rows.map { row in
      let fields = table.columns.indices.map { index in
        let cell = row.cell(index)
        used.formUnion(cell.marks)
        let text = TerminalText.escaping(writer.text(of: cell.value, decimals: decimals[index]))
        return Field(text: text, signs: ReportTable.Mark.signs(cell.marks))
      }
      return Row(kind: row.kind, depth: row.depth, cells: fields)
    }
    let legend = ReportTable.Mark.allCases.filter(used.contains)
      .map { "\($0.sign) \($0.meaning[language])" }.joined(separator: Words.legendSeparator[language])
    notes = (legend.isEmpty ? [] : [legend]) + table.notes.map { TerminalText.escaping($0[language]) }
  }
}

/// Writes single figures the way that people read them.
private struct FigureWriter {
  let document: ReportDocument
  let scale: MoneyScale
  var positions: SourcePositions

  private static let percentDecimals = 1
  private static let mostDecimals = 2

  /// Decimals that a figure needs, so that those of one column stand under each other.
  func decimals(of value: ReportTable.Value) -> Int {
    switch value {
    case .money(let amount, _): Int(scale.shown(amount).scale)
    case .count(let number), .plain(let number), .days(let number):
      Int(number.rounded(digits: Self.mostDecimals).scale)
    case .percent: Self.percentDecimals
    case .none, .notReported, .text, .name, .period, .place: 0
    }
  }

  mutating func text(of value: ReportTable.Value, decimals: Int) -> String {
    let language = document.language
    switch value {
    case .none: return Words.none[language]
    case .notReported: return Words.notReported[language]
    case .text(let text): return text[language]
    case .name(let name): return name
    case .money(let amount, let currency):
      guard scale.currency == nil else { return GroupedNumber.text(scale.shown(amount), decimals: decimals) }
      return scale.text(amount, currency, decimals: decimals)[language]
    // A column may hold metrics of several units; only money is filled up to common decimals.
    case .count(let number), .plain(let number): return Self.rounded(number)
    case .days(let number): return Words.days(Self.rounded(number))[language]
    case .percent(let number, _):
      let rounded = number.rounded(digits: Self.percentDecimals)
      return GroupedNumber.text(rounded, decimals: Self.percentDecimals) + "%"
    case .period(let period): return period.id(in: document.fiscalYear)
    case .place(let range): return positions.reference(to: range)
    }
  }

  private static func rounded(_ number: ExactDecimal) -> String {
    GroupedNumber.text(number.rounded(digits: mostDecimals))
  }
}
