package import PlanSource

/// One way to write findings.
package struct DiagnosticFormat: Sendable {
  /// What `--format` calls it.
  package let id: String
  package let summary: LocalText
  /// Whether it is for people, in their language.
  package let isForPeople: Bool
  package let write: @Sendable (DiagnosticReport, inout OutputBuffer) -> Void

  package init(
    id: String, summary: LocalText, isForPeople: Bool = false,
    write: @escaping @Sendable (DiagnosticReport, inout OutputBuffer) -> Void
  ) {
    self.id = id
    self.summary = summary
    self.isForPeople = isForPeople
    self.write = write
  }
}

extension DiagnosticFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [DiagnosticFormat] = [
    .text, .concise, .json, .sarif, .github, .gitlab, .junit, .rdjsonl, .checkstyle,
  ]

  package static func named(_ id: String) -> DiagnosticFormat? { all.first { $0.id == id } }
}
