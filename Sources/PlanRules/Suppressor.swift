package import PlanSource
package import PlanSyntax

/// Silences findings as the comments in a file ask, and reports comments that silence nothing.
package struct Suppressor: Sendable {
  private let selection: RuleSelection

  package init(_ selection: RuleSelection) {
    self.selection = selection
  }

  package struct Outcome: Sendable {
    package var kept: [Diagnostic]
    package var suppressed: [Diagnostic]
  }

  /// Sorts the findings of one file into kept and suppressed ones, and adds what is wrong with the suppressions themselves.
  package func apply(_ suppressions: [Suppression], to found: [Diagnostic], in file: SourceFile) -> Outcome {
    guard !suppressions.isEmpty else { return Outcome(kept: found, suppressed: []) }
    let lines = LineIndex(file.bytes.span)
    var used = suppressions.map { $0.rules.map { _ in false } }
    var usedWhole = suppressions.map { _ in false }
    var outcome = Outcome(kept: [], suppressed: [])
    for finding in found {
      var isSilenced = false
      for (index, suppression) in suppressions.enumerated()
      where suppression.covers(Int(finding.range.start), lines) {
        if suppression.rules.isEmpty {
          usedWhole[index] = true
          isSilenced = true
        }
        for (name, rule) in suppression.rules.enumerated() where rule.text == finding.rule.description {
          used[index][name] = true
          isSilenced = true
        }
      }
      if isSilenced { outcome.suppressed.append(finding) } else { outcome.kept.append(finding) }
    }
    reportUnknown(suppressions, file, &outcome)
    reportUnused(suppressions, used, usedWhole, file, &outcome)
    return outcome
  }

  private func reportUnknown(_ suppressions: [Suppression], _ file: SourceFile, _ outcome: inout Outcome) {
    guard let weight = selection.weight(of: Rule.unknownSuppression.id) else { return }
    var findings = Findings(rule: Rule.unknownSuppression.id, weight: weight)
    for suppression in suppressions {
      for name in suppression.rules where !Rule.isKnown(name.text) {
        let nearest = NearestWord.nearest(to: name.text, in: Rule.all.map(\.id.description))
        findings.add(.unknownSuppression(name.text, nearest), at: SourceRange(file: file.id, name.range))
      }
    }
    outcome.kept += findings.diagnostics
  }

  private func reportUnused(
    _ suppressions: [Suppression], _ used: [[Bool]], _ usedWhole: [Bool], _ file: SourceFile, _ outcome: inout Outcome
  ) {
    guard let weight = selection.weight(of: Rule.unusedSuppression.id) else { return }
    var findings = Findings(rule: Rule.unusedSuppression.id, weight: weight)
    for (index, suppression) in suppressions.enumerated() {
      if suppression.rules.isEmpty, !usedWhole[index] {
        findings.add(.unusedSuppression(nil), at: SourceRange(file: file.id, suppression.range))
      }
      for (position, name) in suppression.rules.enumerated() where !used[index][position] {
        // A rule that does not run in this profile could not have been silenced.
        guard Rule.isKnown(name.text), selection.weight(of: RuleID(name.text)) != nil else { continue }
        findings.add(.unusedSuppression(name.text), at: SourceRange(file: file.id, name.range))
      }
    }
    outcome.kept += findings.diagnostics
  }
}
