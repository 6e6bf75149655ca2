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
    let places = SilentPlaces(suppressions)
    var used = suppressions.map { $0.rules.map { _ in false } }
    var usedWhole = suppressions.map { _ in false }
    var outcome = Outcome(kept: [], suppressed: [])
    for finding in found {
      var isSilenced = false
      var reason: String?
      for index in places.candidates(at: Int(finding.range.start), lines) {
        let suppression = suppressions[index]
        guard suppression.covers(Int(finding.range.start), lines) else { continue }
        if suppression.rules.isEmpty {
          usedWhole[index] = true
          isSilenced = true
          reason = reason ?? suppression.reason
        }
        for (name, rule) in suppression.rules.enumerated() where rule.text == finding.rule.description {
          used[index][name] = true
          isSilenced = true
          reason = reason ?? suppression.reason
        }
      }
      guard isSilenced else {
        outcome.kept.append(finding)
        continue
      }
      var accepted = finding
      accepted.acceptedBecause = reason
      outcome.suppressed.append(accepted)
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
        let place = SourceRange(file: file.id, name.range)
        findings.add(
          .unknownSuppression(name.text, nearest), at: place,
          fixes: nearest.map {
            [Fix(title: LocalText(zh: "改为「\($0)」", en: "write `\($0)`"), safety: .safe, edits: [Edit(place, $0)])]
          } ?? [])
      }
    }
    outcome.kept += findings.diagnostics
  }

  private func reportUnused(
    _ suppressions: [Suppression], _ used: [[Bool]], _ usedWhole: [Bool], _ file: SourceFile, _ outcome: inout Outcome
  ) {
    guard let weight = selection.weight(of: Rule.unusedSuppression.id) else { return }
    var findings = Findings(rule: Rule.unusedSuppression.id, weight: weight)
    let removal = SuppressionRemoval(suppressions, in: file)
    for (index, suppression) in suppressions.enumerated() {
      if suppression.rules.isEmpty, !usedWhole[index] {
        findings.add(
          .unusedSuppression(nil), at: SourceRange(file: file.id, suppression.range),
          fixes: removal.fix(of: suppression).map { [$0] } ?? [])
      }
      for (position, name) in suppression.rules.enumerated() where !used[index][position] {
        // A rule that does not run in this profile could not have been silenced.
        guard Rule.isKnown(name.text), selection.weight(of: RuleID(name.text)) != nil else { continue }
        findings.add(
          .unusedSuppression(name.text), at: SourceRange(file: file.id, name.range),
          fixes: removal.fix(of: suppression, name: name).map { [$0] } ?? [])
      }
    }
    outcome.kept += findings.diagnostics
  }
}

extension Suppression {
  /// Whether what a rule says about a place is silenced.
  func silences(_ rule: RuleID, at offset: Int, _ lines: LineIndex) -> Bool {
    (rules.isEmpty || rules.contains { $0.text == rule.description }) && covers(offset, lines)
  }
}
