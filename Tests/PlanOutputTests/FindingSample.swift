import PlanOutput
import PlanSource
import PlanTestSupport

/// Marked files as the source of findings in tests.
struct FindingSample {
  let files: [SourceFile]
  private let ranges: [[Range<Int>]]

  /// Files with `⟦ ⟧` around the places that findings point to.
  init(_ marked: (path: String, text: String)...) throws {
    let plans = try marked.map { try MarkedPlan($0.text) }
    ranges = plans.map(\.ranges)
    files = zip(marked, plans).enumerated().map { index, file in
      SourceFile(id: FileID(index), path: file.0.path, bytes: Array(file.1.text.utf8))
    }
  }

  /// The marked place `place` of file `file`, both counted from 0.
  func place(_ place: Int, in file: Int = 0) -> SourceRange {
    SourceRange(file: FileID(file), ranges[file][place])
  }

  func report(
    _ findings: [Diagnostic], language: Language = .zh, style: OutputStyle = .plain, suppressed: Int = 0,
    order: DiagnosticReport.Order = .data, showsSummary: Bool = false
  ) -> DiagnosticReport {
    DiagnosticReport(
      findings: findings, files: SourceFiles(files),
      summary: .init(of: findings, files: files.count, suppressed: suppressed), language: language, style: style,
      order: order, showsSummary: showsSummary)
  }
}

extension DiagnosticFormat {
  func text(of report: DiagnosticReport) -> String {
    var output = OutputBuffer()
    write(report, &output)
    return output.text
  }
}

extension Diagnostic {
  /// A finding of a made-up rule.
  static func sample(
    _ range: SourceRange, _ severity: Severity = .error, zh: String = "说明", en: String = "message",
    label: LocalText? = nil, related: [Related] = [], help: LocalText? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: "sample-rule", severity: severity, range: range, message: Message(zh: zh, en: en), label: label,
      related: related, help: help)
  }
}
