package import PlanSource

/// One way to write facts for programs, always English and in base units.
package struct FactFormat: Sendable {
  /// What `--format` calls it.
  package let id: String
  package let summary: LocalText
  /// Writes facts in report order.
  package let write: @Sendable ([FactRecord], inout OutputBuffer) -> Void

  package init(
    id: String, summary: LocalText, write: @escaping @Sendable ([FactRecord], inout OutputBuffer) -> Void
  ) {
    self.id = id
    self.summary = summary
    self.write = write
  }
}

extension FactFormat {
  /// Every format, in the order in which help lists them.
  package static let all: [FactFormat] = [.ndjson, .json, .csv]

  package static func named(_ id: String) -> FactFormat? { all.first { $0.id == id } }
}
