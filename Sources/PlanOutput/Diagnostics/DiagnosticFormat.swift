package import PlanSource

/// One way to write findings.
package struct DiagnosticFormat: Sendable {
  /// What `--format` calls it.
  package let id: String
  package let summary: LocalText
  package let write: @Sendable (DiagnosticReport, inout OutputBuffer) -> Void

  package init(
    id: String, summary: LocalText, write: @escaping @Sendable (DiagnosticReport, inout OutputBuffer) -> Void
  ) {
    self.id = id
    self.summary = summary
    self.write = write
  }
}

extension DiagnosticFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [DiagnosticFormat] = [.text, .concise, .json]

  package static func named(_ id: String) -> DiagnosticFormat? { all.first { $0.id == id } }
}
