package import PlanModel
package import PlanSource
package import PlanSyntax

/// Mends one file by the fixes of its findings.
package struct FileFixer {
  private let source: SourceFile
  private let context: BookContext
  private let allowsUnsafe: Bool
  private let lines: LineIndex
  private let suppressions: [Suppression]
  private let silent: SilentPlaces

  package struct Outcome: Sendable {
    /// The file as it is to be; `nil` where nothing changes.
    package var bytes: [UInt8]?
    /// Findings whose fix was made.
    package var mended: [Diagnostic] = []
    /// Findings whose safe fix would have changed what the plan says.
    package var refused: [Diagnostic] = []
  }

  private typealias Candidate = (finding: Diagnostic, fix: Fix)

  /// - Parameters:
  ///   - suppressions: Of the file; what they silence is not touched.
  ///   - allowsUnsafe: Whether fixes may change what the plan says.
  package init(_ source: SourceFile, _ suppressions: [Suppression], in context: BookContext, allowsUnsafe: Bool) {
    self.source = source
    self.context = context
    self.allowsUnsafe = allowsUnsafe
    lines = LineIndex(source.bytes.span)
    self.suppressions = suppressions
    silent = SilentPlaces(suppressions)
  }

  /// Makes the first allowed fix of each finding; where two of them meet, the first finding wins.
  ///
  /// Safe fixes are made only as far as the file reads the same afterwards: same scope, facts, assertions and actions.
  package func mend(_ findings: [Diagnostic]) -> Outcome {
    var script = EditScript()
    var chosen: [Candidate] = []
    for finding in findings {
      if let fix = fix(of: finding), script.add(fix) { chosen.append((finding, fix)) }
    }
    var outcome = Outcome()
    guard !chosen.isEmpty else { return outcome }
    if allowsUnsafe {
      outcome.mended = chosen.map(\.finding)
    } else {
      var sieve = SafetySieve(source, lines, context)
      let isKept = sieve.keep(chosen.map(\.fix))
      script = sieve.kept
      for (candidate, isKept) in zip(chosen, isKept) {
        if isKept { outcome.mended.append(candidate.finding) } else { outcome.refused.append(candidate.finding) }
      }
    }
    let bytes = script.applied(to: source.bytes)
    if bytes != source.bytes { outcome.bytes = bytes }
    return outcome
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
    silent.candidates(at: offset, lines).contains { suppressions[$0].silences(rule, at: offset, lines) }
  }
}
