internal import PlanSource

extension DiagnosticFormat {
  /// Workflow commands that GitHub Actions shows as annotations on the changed lines.
  ///
  /// GitHub keeps ten annotations of each level; what goes beyond is counted.
  package static let github = DiagnosticFormat(
    id: "github",
    summary: LocalText(
      zh: "GitHub Actions 的批注；在 Actions 里没有写 --format 时就用它",
      en: "annotations of GitHub Actions; chosen there when no --format is given")
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    for level in [Severity.error, .warning, .info] {
      let findings = report.findings.filter { $0.severity == level }
      for finding in findings.prefix(mostAnnotations) {
        output.append(line: command(finding, report, &positions))
      }
      let rest = findings.count - mostAnnotations
      if rest > 0 {
        output.append(
          line: "\(rest) more \(level.rawValue)\(rest == 1 ? "" : "s") not shown: "
            + "GitHub keeps \(mostAnnotations) annotations of each level")
      }
    }
    output.append(line: report.summary.line(in: .en))
  }

  private static let mostAnnotations = 10

  private static func command(
    _ finding: Diagnostic, _ report: DiagnosticReport, _ positions: inout SourcePositions
  ) -> String {
    let (start, end) = positions.ends(of: finding.range)
    var properties = [
      ("file", report.files.repositoryPath(of: finding.range.file)), ("line", "\(start.line)"),
    ]
    let lastLine = positions.lastLine(of: finding.range)
    properties.append(("endLine", "\(lastLine)"))
    // GitHub takes no columns of a range that goes over several lines.
    if lastLine == start.line, end.line == start.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
    }
    properties.append(("title", finding.rule.description))
    let message = finding.message.text.en + (finding.help.map { "\nhelp: \($0.en)" } ?? "")
    let list = properties.map { "\($0.0)=\(escaping($0.1, inProperty: true))" }.joined(separator: ",")
    return "::\(name(of: finding.severity)) \(list)::\(escaping(message, inProperty: false))"
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// What would end a command or a property is written as `%XX`; hidden characters are shown.
  private static func escaping(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      case _ where TerminalText.isHidden(scalar): escaped += TerminalText.escape(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
