internal import PlanSource

extension DiagnosticFormat {
  /// JUnit XML: a case for each plan, failed where a finding fails the run.
  package static let junit = DiagnosticFormat(
    id: "junit", summary: LocalText(zh: "JUnit XML，每份计划一个用例", en: "JUnit XML, a case for each plan")
  ) { report, output in
    var positions = SourcePositions(in: report.files)
    var findings: [FileID: [Diagnostic]] = [:]
    for finding in report.findings { findings[finding.range.file, default: []].append(finding) }
    let cases = Set(report.run.checked).union(findings.keys).sorted()
    let failed = cases.count { (findings[$0] ?? []).contains(where: report.fails) }
    let counts = "tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\""
    output.append(line: XMLText.declaration)
    output.append(line: "<testsuites name=\"planlint\" \(counts)>")
    output.append(line: "  <testsuite name=\"planlint\" \(counts)>")
    for file in cases {
      let path = XMLText.escaping(positions.path(of: file))
      let head = "    <testcase classname=\"planlint\" name=\"\(path)\" file=\"\(path)\""
      let found = findings[file] ?? []
      guard !found.isEmpty else {
        output.append(line: head + "/>")
        continue
      }
      output.append(line: head + ">")
      let failures = found.filter(report.fails)
      if let first = failures.first {
        let title = failures.count == 1 ? first.message.text.en : "\(failures.count) findings: " + first.message.text.en
        output.append(
          line: "      <failure type=\"\(first.rule)\" message=\"\(XMLText.escaping(title))\">")
        for finding in failures { output.append(line: line(finding, &positions)) }
        output.append(line: "      </failure>")
      }
      let others = found.filter { !report.fails($0) }
      if !others.isEmpty {
        output.append(line: "      <system-out>")
        for finding in others { output.append(line: line(finding, &positions)) }
        output.append(line: "      </system-out>")
      }
      output.append(line: "    </testcase>")
    }
    output.append(line: "  </testsuite>")
    output.append(line: "</testsuites>")
  }

  private static func line(_ finding: Diagnostic, _ positions: inout SourcePositions) -> String {
    let start = positions.position(at: Int(finding.range.start), in: finding.range.file)
    return XMLText.escaping(
      "\(positions.path(of: finding.range.file)):\(start.line):\(start.column): "
        + "\(finding.severity.rawValue)[\(finding.rule)] \(finding.message.text.en)")
  }
}

extension DiagnosticReport {
  fileprivate func fails(_ finding: Diagnostic) -> Bool { run.failsFrom.map { finding.severity >= $0 } ?? false }
}
