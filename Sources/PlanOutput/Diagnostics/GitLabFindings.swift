internal import PlanSource

extension DiagnosticFormat {
  /// A report of GitLab Code Quality.
  package static let gitlab = DiagnosticFormat(
    id: "gitlab", summary: LocalText(zh: "GitLab 的 Code Quality 报告", en: "a Code Quality report for GitLab")
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    var fingerprints = CellFingerprints()
    var json = JSONWriter(output)
    json.lines(report.findings) { json, finding in
      let line = positions.position(at: Int(finding.range.start), in: finding.range.file).line
      let path = report.files.repositoryPath(of: finding.range.file)
      json.object { json in
        json.member("description", finding.message.text.en)
        json.member("check_name", finding.rule.description)
        json.member("fingerprint", fingerprints.next(rule: finding.rule, path: path, cell: report.run.cell(finding)))
        json.member("severity", severity(finding.severity))
        json.key("location")
        json.object { json in
          json.member("path", path)
          json.key("lines")
          json.object { json in
            json.member("begin", line)
            json.member("end", positions.lastLine(of: finding.range))
          }
        }
      }
    }
    output = json.finish()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
