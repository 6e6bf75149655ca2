package import PlanSource
package import PlanSyntax

/// Everything that rules and reports about a whole book need: its files in brief, and all facts.
package struct PlanBook: Sendable {
  package let context: BookContext
  package let files: [FileSummary]
  package let facts: FactStore
  package let dimensions: DimensionTable
  package let today: Day

  /// What is kept of a file once its tree is gone.
  package struct FileSummary: Sendable {
    package let source: SourceFile
    package let scope: PlanScope
    package let suppressions: [Suppression]
    package let isPlanLike: Bool

    package init(source: SourceFile, scope: PlanScope, suppressions: [Suppression], isPlanLike: Bool) {
      self.source = source
      self.scope = scope
      self.suppressions = suppressions
      self.isPlanLike = isPlanLike
    }
  }

  package func source(of range: SourceRange) -> SourceFile { files[Int(range.file.index)].source }
  /// The characters of a place.
  package func text(of range: SourceRange) -> String { source(of: range).text(range.bytes) }
}
