internal import PlanRollup
internal import PlanSource

extension ReportFormat {
  /// A GFM table whose source is aligned too, with its title above and its notes below.
  package static let markdown = ReportFormat(
    id: "markdown", summary: LocalText(zh: "GFM 表格", en: "a GFM table")
  ) { document, output in
    let layout = ReportLayout(document)
    output.append(line: MarkdownText.escaping(layout.title))
    output.append(line: "")
    if layout.rows.isEmpty {
      output.append(line: layout.emptiness)
    } else {
      MarkdownTable(layout).write(to: &output)
    }
    if !layout.notes.isEmpty { output.append(line: "") }
    for note in layout.notes { output.append(line: "- " + MarkdownText.escaping(note)) }
  }
}

/// Words that stand in Markdown as they are.
enum MarkdownText {
  /// The text with everything escaped that Markdown, its tables or HTML would read.
  static func escaping(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      // An entity, so that no reader takes a name for the end of a marked block.
      case "<": escaped += "&lt;"
      case "\\", "|", "*", "_", "`", "[", "]", "~", "&", "$", "#", ">", "^":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

private struct MarkdownTable {
  private let rows: [[String]]
  private let roles: [ReportTable.Column.Role]
  private let widths: [Int]

  /// The shortest delimiter cell with a colon that every reader of tables knows.
  private static let leastWidth = 4
  /// A blank that Markdown does not trim and HTML does not collapse.
  private static let indent = "\u{3000}"

  init(_ layout: ReportLayout) {
    let rows = [layout.headers.map(MarkdownText.escaping)] + layout.rows.map(Self.cells)
    self.rows = rows
    roles = layout.roles
    widths = layout.headers.indices.map { index in
      rows.reduce(Self.leastWidth) { max($0, DisplayWidth.of($1[index])) }
    }
  }

  private static func cells(of row: ReportLayout.Row) -> [String] {
    row.cells.enumerated().map { index, cell in
      let text = MarkdownText.escaping(cell.text + cell.signs)
      let strong = row.kind == .total && !text.isEmpty ? "**\(text)**" : text
      return index == 0 ? String(repeating: indent, count: row.depth) + strong : strong
    }
  }

  func write(to output: inout OutputBuffer) {
    for (index, row) in rows.enumerated() {
      let cells = row.indices.map {
        TextField.padded(row[$0], to: widths[$0], flush: roles[$0] == .measure ? .right : .left)
      }
      output.append(line: "| " + cells.joined(separator: " | ") + " |")
      guard index == 0 else { continue }
      let delimiters = row.indices.map {
        let dashes = String(repeating: "-", count: widths[$0] - 1)
        return roles[$0] == .measure ? dashes + ":" : "-" + dashes
      }
      output.append(line: "| " + delimiters.joined(separator: " | ") + " |")
    }
  }
}
