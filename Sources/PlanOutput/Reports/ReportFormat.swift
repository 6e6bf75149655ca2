package import PlanSource

/// One way to write reports.
package struct ReportFormat: Sendable {
  /// What `--format` calls it.
  package let id: String
  package let summary: LocalText
  package let write: @Sendable (ReportDocument, inout OutputBuffer) -> Void

  package init(
    id: String, summary: LocalText, write: @escaping @Sendable (ReportDocument, inout OutputBuffer) -> Void
  ) {
    self.id = id
    self.summary = summary
    self.write = write
  }
}

extension ReportFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [ReportFormat] = [.text, .markdown, .csv, .json]

  package static func named(_ id: String) -> ReportFormat? { all.first { $0.id == id } }
}
