package import PlanModel
package import PlanSource
package import PlanSyntax

/// Mends one file by the fixes of its findings.
package struct FileFixer {
  private let source: SourceFile
  private let suppressions: [Suppression]
  private let context: BookContext
  private let allowsUnsafe: Bool
  /// Where something is silenced.
  private let lines: LineIndex?

  /// Readings of a file that tell which of its fixes keep its meaning; the rest waits for another round.
  private static let mostReadings = 200

  package struct Outcome: Sendable {
    /// The file as it is to be; `nil` where nothing changes.
    package var bytes: [UInt8]?
    /// Findings whose fix was made.
    package var mended: [Diagnostic] = []
    /// Findings whose safe fix would have changed what the plan says.
    package var refused: [Diagnostic] = []
  }

  /// - Parameters:
  ///   - suppressions: Of the file; what they silence is not touched.
  ///   - allowsUnsafe: Whether fixes may change what the plan says.
  package init(_ source: SourceFile, _ suppressions: [Suppression], in context: BookContext, allowsUnsafe: Bool) {
    self.source = source
    self.suppressions = suppressions
    self.context = context
    self.allowsUnsafe = allowsUnsafe
    lines = suppressions.isEmpty ? nil : LineIndex(source.bytes.span)
  }

  /// Makes the first allowed fix of each finding; where two of them meet, the first finding wins.
  ///
  /// Safe fixes are made only as far as the file reads the same afterwards: same scope, facts, assertions and actions.
  package func mend(_ findings: [Diagnostic]) -> Outcome {
    var outcome = Outcome()
    let candidates = findings.compactMap { finding in fix(of: finding).map { (finding: finding, fix: $0) } }
    guard !candidates.isEmpty else { return outcome }
    var script = EditScript()
    var chosen: [(finding: Diagnostic, fix: Fix)] = []
    for candidate in candidates where script.add(candidate.fix) { chosen.append(candidate) }

    var kept = EditScript()
    if allowsUnsafe {
      kept = script
      outcome.mended = chosen.map(\.finding)
    } else {
      let meaning = meaning(of: source.bytes)
      // Groups are halved until those that change the meaning stand alone.
      var groups = [chosen[...]]
      var readings = 0
      while let group = groups.popLast(), readings < Self.mostReadings {
        readings += 1
        var attempt = kept
        for candidate in group { _ = attempt.add(candidate.fix) }
        if self.meaning(of: attempt.applied(to: source.bytes)) == meaning {
          kept = attempt
          outcome.mended += group.map(\.finding)
        } else if group.count == 1 {
          outcome.refused += group.map(\.finding)
        } else {
          let middle = group.startIndex + group.count / 2
          groups.append(group[middle...])
          groups.append(group[..<middle])
        }
      }
    }
    let bytes = kept.applied(to: source.bytes)
    if bytes != source.bytes { outcome.bytes = bytes }
    return outcome
  }

  private func meaning(of bytes: [UInt8]) -> PlanMeaning {
    PlanMeaning(FactReader.read(SourceFile(id: source.id, path: source.path, bytes: bytes), in: context))
  }

  /// The first fix that may be made without asking, in this file and where nothing is silenced.
  private func fix(of finding: Diagnostic) -> Fix? {
    finding.fixes.first { fix in
      (fix.safety == .safe || allowsUnsafe) && !fix.edits.isEmpty
        && fix.edits.allSatisfy { edit in
          edit.range.file == source.id && Int(edit.range.end) <= source.bytes.count
            && !isSilenced(finding.rule, at: Int(edit.range.start))
        }
    }
  }

  private func isSilenced(_ rule: RuleID, at offset: Int) -> Bool {
    guard let lines else { return false }
    return suppressions.contains { $0.silences(rule, at: offset, lines) }
  }
}
