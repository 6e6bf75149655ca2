package import PlanRules
package import PlanSource
package import PlanSyntax

/// Mends the plans of a book by the fixes of their findings, until no fix is left that may be made.
package struct BookFixer {
  private let selection: RuleSelection
  private let today: Day
  private let allowsUnsafe: Bool

  /// Rounds after which even fixes that undo each other come to an end.
  private static let mostRounds = 10

  package struct Outcome: Sendable {
    /// The book with the mended files, not yet on disk.
    package let workspace: Workspace
    /// What the rules say about it.
    package let reading: BookReading
    /// The mended files, in report order.
    package let changes: [Change]
    package let mended: Int
    /// Findings whose safe fix would have changed what the plan says, by place in the mended book.
    package let refused: [Diagnostic]
    /// Findings that have unsafe fixes only.
    package let unsafe: Int
  }

  package struct Change: Sendable {
    package let file: FileID
    package let before: [UInt8]
    package let after: [UInt8]
  }

  package init(rules selection: RuleSelection, today: Day, allowsUnsafe: Bool) {
    self.selection = selection
    self.today = today
    self.allowsUnsafe = allowsUnsafe
  }

  /// Nothing is written; see ``Workspace/write(_:)``.
  ///
  /// - Parameters:
  ///   - isNamed: Whether a file may be changed at all.
  package func mend(_ workspace: Workspace, _ first: BookReading, where isNamed: (SourceFile) -> Bool) -> Outcome {
    var workspace = workspace
    var reading = first
    var originals: [FileID: [UInt8]] = [:]
    var mended = 0
    var refused: [Diagnostic] = []
    for _ in 0..<Self.mostRounds {
      let round = round(reading, workspace, isNamed)
      refused = round.flatMap(\.outcome.refused)
      let changed = round.compactMap { file in file.outcome.bytes.map { (source: file.source, bytes: $0) } }
      guard !changed.isEmpty else { break }
      for (source, bytes) in changed {
        if originals[source.id] == nil { originals[source.id] = source.bytes }
        workspace.replace(source, by: bytes)
      }
      mended += round.reduce(0) { $0 + $1.outcome.mended.count }
      reading = workspace.read(rules: selection, today: today)
    }
    let changes = originals.keys.sorted().compactMap { id -> Change? in
      let after = reading.book.files[Int(id.index)].source.bytes
      guard let before = originals[id], before != after else { return nil }
      return Change(file: id, before: before, after: after)
    }
    let unsafe = reading.findings.count { finding in
      isNamed(reading.book.files[Int(finding.range.file.index)].source)
        && finding.fixes.contains { $0.safety == .unsafe } && !finding.fixes.contains { $0.safety == .safe }
    }
    return Outcome(
      workspace: workspace, reading: reading, changes: changes, mended: mended, refused: refused, unsafe: unsafe)
  }

  private func round(
    _ reading: BookReading, _ workspace: Workspace, _ isNamed: (SourceFile) -> Bool
  ) -> [(source: SourceFile, outcome: FileFixer.Outcome)] {
    var findings: [FileID: [Diagnostic]] = [:]
    for finding in reading.findings where !finding.fixes.isEmpty && isReliable(finding, workspace) {
      findings[finding.range.file, default: []].append(finding)
    }
    guard !findings.isEmpty else { return [] }
    return reading.plans.compactMap { id in
      let file = reading.book.files[Int(id.index)]
      guard let found = findings[id], isNamed(file.source) else { return nil }
      let fixer = FileFixer(file.source, file.suppressions, in: reading.book.context, allowsUnsafe: allowsUnsafe)
      return (file.source, fixer.mend(found))
    }
  }

  /// Without the book around it, a file cannot tell which of its suppressions the book needs.
  private func isReliable(_ finding: Diagnostic, _ workspace: Workspace) -> Bool {
    !workspace.isLoneFile || finding.rule != Rule.unusedSuppression.id
  }
}
