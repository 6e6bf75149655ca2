/// Text brought to a number of display columns.
package enum TextField {
  package enum Side: Sendable {
    case left
    case right
  }

  /// The text with blanks on the other side, so that it takes `columns`; unchanged where it is wider.
  package static func padded(_ text: String, to columns: Int, flush side: Side = .left) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - DisplayWidth.of(text)))
    switch side {
    case .left: return text + blanks
    case .right: return blanks + text
    }
  }

  /// The text, cut with `…` where it takes more than `columns`.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    return prefix(of: text[...], columns: columns - 1) + "…"
  }

  /// The text in lines of at most `columns`, broken at blanks where there are any and between characters where not.
  package static func wrapped(_ text: String, to columns: Int) -> [String] {
    // A wide character needs two columns, whatever was asked for.
    let columns = max(2, columns)
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    var width = 0
    for scalar in text.unicodeScalars {
      let columnsOfScalar = DisplayWidth.of(scalar)
      if width + columnsOfScalar > columns {
        var rest: ArraySlice<Unicode.Scalar> = []
        if scalar != " ", let blank = line.lastIndex(of: " "), blank > 0 {
          rest = line[(blank + 1)...]
          line.removeSubrange(blank...)
        }
        lines.append(trimmed(string(line)))
        line = Array(rest)
        width = line.reduce(0) { $0 + DisplayWidth.of($1) }
      }
      if line.isEmpty, scalar == " ", !lines.isEmpty { continue }
      line.append(scalar)
      width += columnsOfScalar
    }
    if !line.isEmpty || lines.isEmpty { lines.append(string(line)) }
    return lines
  }

  /// The text without blanks at its end.
  package static func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static func prefix(of text: Substring, columns: Int) -> String {
    var taken = ""
    var width = 0
    for scalar in text.unicodeScalars {
      width += DisplayWidth.of(scalar)
      guard width <= columns else { break }
      taken.unicodeScalars.append(scalar)
    }
    return taken
  }
}
