internal import PlanSource

extension DiagnosticFormat {
  /// Checkstyle XML, which most review tools read.
  package static let checkstyle = DiagnosticFormat(
    id: "checkstyle", summary: LocalText(zh: "Checkstyle XML", en: "Checkstyle XML")
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    output.append(line: XMLText.declaration)
    output.append(line: "<checkstyle version=\"4.3\">")
    var open: FileID?
    for finding in report.findings {
      if open != finding.range.file {
        if open != nil { output.append(line: "  </file>") }
        open = finding.range.file
        output.append(line: "  <file name=\"\(XMLText.escaping(positions.path(of: finding.range.file)))\">")
      }
      let start = positions.position(at: Int(finding.range.start), in: finding.range.file)
      output.append(
        line: "    <error line=\"\(start.line)\" column=\"\(start.column)\" severity=\"\(finding.severity.rawValue)\" "
          + "message=\"\(XMLText.escaping(finding.message.text.en))\" source=\"planlint.\(finding.rule)\"/>")
    }
    if open != nil { output.append(line: "  </file>") }
    output.append(line: "</checkstyle>")
  }
}
