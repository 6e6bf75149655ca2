import PlanModel
import PlanSource
import PlanSyntax

/// Targets that differ from what they were broken into while their plan silences the finding about it.
struct SuppressedMismatches {
  private struct Key: Hashable {
    let address: CellAddress
    let axis: DecompositionAxis
  }

  /// What a comment calls the finding.
  private static let rule = "sum-mismatch"

  /// The reasons as they were written; empty where none was.
  private var reasons: [Key: String] = [:]

  init(_ book: PlanBook) {
    let silencers = book.files.map { file in
      file.suppressions.filter { $0.rules.isEmpty || $0.rules.contains { $0.text == Self.rule } }
    }
    guard silencers.contains(where: { !$0.isEmpty }) else { return }
    for mismatch in book.resolver.mismatches() {
      guard case .declared(_, let fact) = mismatch.whole else { continue }
      let place = book.store.facts[fact].range
      let comments = silencers[Int(place.file.index)]
      guard !comments.isEmpty else { continue }
      let lines = LineIndex(book.source(of: place).bytes.span)
      guard let comment = comments.first(where: { $0.covers(Int(place.start), lines) }) else { continue }
      for it in [mismatch] + mismatch.related {
        reasons[Key(address: it.address, axis: it.decomposition.axis)] = comment.reason ?? ""
      }
    }
  }

  /// The reason that stands in the plan; `nil` where nothing is silenced.
  func reason(_ address: CellAddress, _ axis: DecompositionAxis) -> String? {
    reasons.isEmpty ? nil : reasons[Key(address: address, axis: axis)]
  }
}
