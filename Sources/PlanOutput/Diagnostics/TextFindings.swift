internal import PlanSource

extension DiagnosticFormat {
  /// Findings for people: the fact, the lines it stands on, everything that contributed, the remedy.
  package static let text = DiagnosticFormat(
    id: "text",
    summary: LocalText(zh: "供人阅读：摘录原文、相关位置和办法", en: "for people: excerpts, related places and remedies"),
    isForPeople: true
  ) { report, output in
    var printer = FindingPrinter(report)
    for finding in report.inTextOrder { printer.print(finding, to: &output) }
    if report.showsSummary { output.append(line: report.summary.line(in: report.language)) }
  }
}

extension DiagnosticReport {
  fileprivate var inTextOrder: [Diagnostic] {
    switch order {
    case .data: findings
    case .worstFirst:
      // Equal weights keep the order of the findings; the standard sort is stable.
      findings.sorted { $0.severity > $1.severity }
    }
  }
}

private struct FindingPrinter {
  private let language: Language
  private let style: OutputStyle
  private var positions: SourcePositions

  private static let mostRelated = 5
  /// Where no terminal sets a limit, a line of a whole page must still not drown the rest.
  private static let widthWithoutTerminal = 200
  private static let leastExcerpt = 20

  init(_ report: DiagnosticReport) {
    language = report.language
    style = report.style
    positions = SourcePositions(in: report.files)
  }

  mutating func print(_ finding: Diagnostic, to output: inout OutputBuffer) {
    var places = [place(finding.range, isPrimary: true, label: finding.label?[language])]
    for related in finding.related.prefix(Self.mostRelated) {
      places.append(place(related.range, isPrimary: false, label: related.message[language]))
    }
    let gutter = places.reduce(1) { max($0, String($1.position.line).utf8.count) }
    let layout = Layout(
      gutter: gutter, width: max(Self.leastExcerpt, (style.width ?? Self.widthWithoutTerminal) - gutter - 3),
      severity: paint(of: finding.severity), style: style, language: language)

    let head = "\(finding.severity.rawValue)[\(finding.rule)]"
    let message = TerminalText.escaping(finding.message.text[language])
    output.append(line: style.painted(head, .bold, layout.severity) + style.painted(": \(message)", .bold))
    var previous: Place?
    for place in places {
      layout.print(place, after: previous, to: &output)
      previous = place
    }
    let unshown = finding.related.count - Self.mostRelated
    if unshown > 0 { output.append(line: layout.line("┆", " " + Words.more(unshown)[language])) }
    if let help = finding.help?[language] {
      output.append(line: layout.line("=", "\(Words.help[language]): \(TerminalText.escaping(help))"))
    }
    output.append(line: layout.line("=", "planlint explain \(finding.rule)"))
    output.append(line: "")
  }

  private mutating func place(_ range: SourceRange, isPrimary: Bool, label: String?) -> Place {
    Place(
      range: range, isPrimary: isPrimary, label: label.map(TerminalText.escaping),
      position: positions.position(at: Int(range.start), in: range.file),
      lastLine: positions.position(at: max(Int(range.start), Int(range.end) - 1), in: range.file).line,
      file: positions.open(range.file))
  }

  private func paint(of severity: Severity) -> OutputStyle.Paint {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }
}

/// A place of a finding that is shown.
private struct Place {
  let range: SourceRange
  let isPrimary: Bool
  let label: String?
  let position: SourcePosition
  /// The last line that the range has a character on.
  let lastLine: Int
  let file: OpenedFile?
}

/// How the lines of one finding stand.
private struct Layout {
  /// Digits of the highest line number.
  let gutter: Int
  /// Columns for an excerpt.
  let width: Int
  let severity: OutputStyle.Paint
  let style: OutputStyle
  let language: Language

  func line(_ sign: String, _ text: String) -> String {
    let start = String(repeating: " ", count: gutter + 1) + sign
    return style.painted(start, .dim) + (text.isEmpty ? "" : " " + text)
  }

  func print(_ place: Place, after previous: Place?, to output: inout OutputBuffer) {
    guard let file = place.file else { return }
    let isSameFile = previous?.range.file == place.range.file && previous?.file != nil
    if !isSameFile {
      let path = TerminalText.escaping(file.path)
      let spot = "\(path):\(place.position.line):\(place.position.column)"
      output.append(line: line(place.isPrimary ? "┌─" : "┆", place.isPrimary ? spot : " " + spot))
    }
    let content = file.content(ofLine: place.position.line)
    let excerpt = Excerpt(file.bytes.span, line: content, mark: place.range.bytes, width: width)
    // Two places of one line stand under one excerpt, unless they are too far apart to be seen together.
    let before = previous.map { Excerpt(file.bytes.span, line: content, mark: $0.range.bytes, width: width) }
    let isRepeated =
      isSameFile && previous?.position.line == place.position.line && before?.text == excerpt.text
    if !isRepeated {
      let number = TextField.padded(String(place.position.line), to: gutter, flush: .right)
      output.append(line: style.painted("\(number) │", .dim) + (excerpt.text.isEmpty ? "" : " \(excerpt.text)"))
    }
    printMark(place, excerpt, to: &output)
  }

  private func printMark(_ place: Place, _ excerpt: Excerpt, to output: inout OutputBuffer) {
    let paint = place.isPrimary ? severity : .cyan
    let carets = String(repeating: place.isPrimary ? "━" : "─", count: excerpt.caretWidth)
    var label = place.label ?? ""
    if place.lastLine > place.position.line {
      let reach = Words.toLine(place.lastLine)[language]
      label += label.isEmpty || language == .zh ? reach : " " + reach
    }
    let indent = String(repeating: " ", count: excerpt.caretColumn)
    let labelWidth = DisplayWidth.of(label)
    if label.isEmpty || excerpt.caretColumn + excerpt.caretWidth + 1 + labelWidth <= width {
      output.append(line: line("│", indent + style.painted(label.isEmpty ? carets : "\(carets) \(label)", paint)))
    } else {
      output.append(line: line("│", indent + style.painted(carets, paint)))
      let start = String(repeating: " ", count: max(0, min(excerpt.caretColumn, width - labelWidth)))
      output.append(line: line("│", start + style.painted(label, paint)))
    }
  }
}
