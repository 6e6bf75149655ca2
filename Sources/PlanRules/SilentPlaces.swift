import PlanSource
import PlanSyntax

/// Finds the suppressions that may cover a place, so that not every finding is compared with every one of them.
struct SilentPlaces {
  private var byLine: [Int: [Int]] = [:]
  private var ranges: [Int] = []

  init(_ suppressions: [Suppression]) {
    for (index, suppression) in suppressions.enumerated() {
      switch suppression.reach {
      case .line(let line): byLine[line, default: []].append(index)
      case .bytes: ranges.append(index)
      }
    }
  }

  /// Indices of suppressions, in the order in which they stand.
  func candidates(at offset: Int, _ lines: LineIndex) -> [Int] {
    if byLine.isEmpty { return ranges }
    let ofLine = byLine[lines.line(at: offset)] ?? []
    return ranges.isEmpty ? ofLine : (ofLine + ranges).sorted()
  }
}
