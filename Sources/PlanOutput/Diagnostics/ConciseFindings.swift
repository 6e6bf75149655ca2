internal import PlanSource

extension DiagnosticFormat {
  /// `path:line:column: severity[rule] message`, a line each, as editors and `grep` read it.
  package static let concise = DiagnosticFormat(
    id: "concise",
    summary: LocalText(zh: "每条一行：路径:行:列: 级别[规则] 说明", en: "one line each: path:line:column: severity[rule] message"),
    isForPeople: true
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    for finding in report.findings {
      let start = positions.position(at: Int(finding.range.start), in: finding.range.file)
      let path = TerminalText.escaping(positions.path(of: finding.range.file))
      let message = TerminalText.escaping(finding.message.text[report.language])
      output.append(
        line: "\(path):\(start.line):\(start.column): \(finding.severity.rawValue)[\(finding.rule)] \(message)")
    }
  }
}
