internal import PlanRollup
internal import PlanSource

extension ReportFormat {
  /// A table aligned by display width, never wider than the terminal: columns of words are cut first, and where that is
  /// not enough each row becomes a block of its own.
  package static let text = ReportFormat(
    id: "text", summary: LocalText(zh: "终端里对齐的表格", en: "a table aligned for the terminal")
  ) { document, output in
    let layout = ReportLayout(document)
    let page = TextPage(style: document.style)
    page.paragraph(layout.title, .bold, to: &output)
    if let widths = ColumnWidths(layout, within: document.style.width) {
      page.table(layout, widths, to: &output)
    } else {
      page.blocks(layout, to: &output)
    }
    if layout.rows.isEmpty { page.paragraph(layout.emptiness, to: &output) }
    if !layout.notes.isEmpty { output.append(line: "") }
    for note in layout.notes { page.paragraph(note, to: &output) }
  }
}

/// The columns that each column of a table takes.
private struct ColumnWidths {
  /// Of each column with its signs.
  private(set) var columns: [Int]
  /// Of the signs in each column.
  let signs: [Int]

  private static let indent = 2
  private static let gap = 2
  private static let leastOfWords = 10

  /// `nil` where the table does not fit, even with its remarks cut.
  init?(_ layout: ReportLayout, within limit: Int?) {
    signs = layout.headers.indices.map { index in
      layout.rows.reduce(0) { max($0, $1.cells[index].signs.utf8.count) }
    }
    columns = []
    for (index, header) in layout.headers.enumerated() {
      let widest = layout.rows.reduce(0) {
        max($0, DisplayWidth.of($1.cells[index].text) + (index == 0 ? Self.indent * $1.depth : 0))
      }
      columns.append(max(DisplayWidth.of(header), widest) + (layout.roles[index] == .measure ? signs[index] : 0))
    }
    guard let limit else { return }
    for index in columns.indices.reversed() where layout.roles[index] == .remark && total > limit {
      columns[index] = max(min(columns[index], Self.leastOfWords), columns[index] - (total - limit))
    }
    if total > limit { return nil }
  }

  var total: Int { columns.reduce(0, +) + Self.gap * max(0, columns.count - 1) }

  /// The cells of a line, each brought to its width.
  func line(_ cells: [ReportLayout.Field], depth: Int, roles: [ReportTable.Column.Role]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let signs = TextField.padded(cell.signs, to: roles[index] == .measure ? self.signs[index] : 0)
      let indent = index == 0 ? String(repeating: " ", count: Self.indent * depth) : ""
      let text = TextField.cut(indent + cell.text, to: columns[index] - signs.utf8.count) + signs
      if index > 0 { line += String(repeating: " ", count: Self.gap) }
      line += TextField.padded(text, to: columns[index], flush: roles[index] == .measure ? .right : .left)
    }
    return TextField.trimmed(line)
  }
}

/// Writes the parts of a report on a page of a certain width.
private struct TextPage {
  let style: OutputStyle

  func paragraph(_ text: String, _ paint: OutputStyle.Paint? = nil, to output: inout OutputBuffer) {
    let lines = style.width.map { TextField.wrapped(text, to: $0) } ?? [text]
    for line in lines { output.append(line: paint.map { style.painted(line, $0) } ?? line) }
  }

  func table(_ layout: ReportLayout, _ widths: ColumnWidths, to output: inout OutputBuffer) {
    let headers = layout.headers.map { ReportLayout.Field(text: $0, signs: "") }
    output.append(line: style.painted(widths.line(headers, depth: 0, roles: layout.roles), .bold))
    output.append(line: style.painted(String(repeating: "─", count: widths.total), .dim))
    for row in layout.rows {
      let line = widths.line(row.cells, depth: row.depth, roles: layout.roles)
      output.append(line: row.kind == .total ? style.painted(line, .bold) : line)
    }
  }

  /// Each row as its keys on a line and its figures, each with its title, below.
  func blocks(_ layout: ReportLayout, to output: inout OutputBuffer) {
    let width = style.width ?? .max
    for row in layout.rows {
      output.append(line: "")
      let keys = row.cells.indices.filter { layout.roles[$0] == .key }
      paragraph(keys.map { row.cells[$0].text + row.cells[$0].signs }.joined(separator: "  "), .bold, to: &output)
      var line = ""
      for index in row.cells.indices where layout.roles[index] != .key && !row.cells[index].text.isEmpty {
        let pair = "\(layout.headers[index]) \(row.cells[index].text)\(row.cells[index].signs)"
        let joined = line.isEmpty ? "  " + pair : line + "  " + pair
        if DisplayWidth.of(joined) > width, !line.isEmpty {
          paragraph(line, to: &output)
          line = "  " + pair
        } else {
          line = joined
        }
      }
      if !line.isEmpty { paragraph(line, to: &output) }
    }
  }
}
