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
  /// What stands in the place of rows where there are none.
  let emptiness: String
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
    emptiness = (table.meaningWhenEmpty ?? Words.noRows)[language]
    headers = table.columns.map { TerminalText.escaping($0.title[language]) }
    roles = table.columns.map(\.role)

    var writer = FigureWriter(document: document, scale: scale, positions: SourcePositions(in: document.files))
    // Where a column holds more than money, the amounts of each row have decimals of their own.
    let isMixed = table.columns.indices.map { index in
      let values = table.rows.lazy.map { $0.cell(index).value }
      return values.contains(where: \.isAmount) && values.contains(where: \.isOtherFigure)
    }
    let ofColumn = table.columns.indices.map { index in
      isMixed[index] ? 0 : table.rows.reduce(0) { max($0, writer.decimals(of: $1.cell(index).value)) }
    }
    var used: Set<ReportTable.Mark> = []
    rows = table.rows.map { row in
      let ofRow = isMixed.indices.reduce(0) {
        isMixed[$1] ? max($0, writer.decimals(of: row.cell($1).value)) : $0
      }
      let fields = table.columns.indices.map { index in
        let cell = row.cell(index)
        used.formUnion(cell.marks)
        let decimals = isMixed[index] ? ofRow : ofColumn[index]
        let text = TerminalText.escaping(writer.text(of: cell.value, decimals: decimals))
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

  /// Decimals that an amount needs, so that those of one column stand under each other; other figures have their own.
  func decimals(of value: ReportTable.Value) -> Int {
    if case .money(let amount, _) = value { Int(scale.shown(amount).scale) } else { 0 }
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

extension ReportTable.Value {
  fileprivate var isAmount: Bool { if case .money = self { true } else { false } }

  fileprivate var isOtherFigure: Bool {
    switch self {
    case .count, .percent, .days, .plain: true
    case .money, .none, .notReported, .text, .name, .period, .place: false
    }
  }
}
