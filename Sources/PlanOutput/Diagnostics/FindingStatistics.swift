internal import PlanSource

extension DiagnosticFormat {
  /// How often each rule speaks, the most frequent first; what `--statistics` writes, and no `--format` of its own.
  package static let statistics = DiagnosticFormat(
    id: "statistics", summary: LocalText(zh: "每条规则报告了几次", en: "how often each rule speaks"), isForPeople: true
  ) { report, output in
    var counts: [RuleID: (count: Int, files: Set<FileID>, severity: Severity)] = [:]
    for finding in report.findings {
      var entry = counts[finding.rule] ?? (0, [], finding.severity)
      entry.count += 1
      entry.files.insert(finding.range.file)
      entry.severity = max(entry.severity, finding.severity)
      counts[finding.rule] = entry
    }
    let order = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let head = [
      LocalText(zh: "条数", en: "findings"), LocalText(zh: "文件", en: "files"), LocalText(zh: "级别", en: "severity"),
      LocalText(zh: "规则", en: "rule"),
    ].map { $0[report.language] }
    let rows = order.map { rule, entry in
      ["\(entry.count)", "\(entry.files.count)", name(of: entry.severity)[report.language], rule.description]
    }
    let widths = head.indices.map { column in
      ([head] + rows).reduce(0) { max($0, DisplayWidth.of($1[column])) }
    }
    for row in rows.isEmpty ? [] : [head] + rows {
      // The last column needs no blanks behind it.
      let cells = row.indices.map { column in
        column == row.count - 1
          ? row[column] : TextField.padded(row[column], to: widths[column], flush: column < 2 ? .right : .left)
      }
      output.append(line: cells.joined(separator: "  "))
    }
    if report.showsSummary { output.append(line: report.summary.line(in: report.language)) }
  }

  private static func name(of severity: Severity) -> LocalText {
    switch severity {
    case .error: LocalText(zh: "错误", en: "error")
    case .warning: LocalText(zh: "警告", en: "warning")
    case .info: LocalText(zh: "提示", en: "info")
    }
  }
}
