package import PlanSource

/// Findings that a team has decided to live with for now: how many of each rule in each file.
///
/// Counts and no places: a plan may be edited above a known finding without making it new.
package struct Baseline: Hashable, Sendable {
  package struct Entry: Hashable, Sendable, Comparable {
    /// From the book's root.
    package let path: String
    package let rule: RuleID

    package init(path: String, rule: RuleID) {
      self.path = path
      self.rule = rule
    }

    package static func < (lhs: Self, rhs: Self) -> Bool {
      lhs.path == rhs.path ? lhs.rule < rhs.rule : lhs.path.utf8.lexicographicallyPrecedes(rhs.path.utf8)
    }
  }

  /// Findings that are gone, or fewer than the baseline says.
  package struct Stale: Hashable, Sendable {
    package let entry: Entry
    package let known: Int
    package let found: Int
  }

  /// What is left of findings without the known ones.
  package struct Outcome: Sendable {
    package let new: [Diagnostic]
    package let known: [Diagnostic]
    /// In the order of the baseline.
    package let stale: [Stale]
  }

  /// Never 0.
  package private(set) var counts: [Entry: Int] = [:]

  package init() {}

  /// The baseline after which none of these findings is new.
  package init(of findings: [Diagnostic], path: (FileID) -> String) {
    for finding in findings { add(1, of: Entry(path: path(finding.range.file), rule: finding.rule)) }
  }

  /// By path, then rule.
  package var sorted: [(entry: Entry, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  package mutating func add(_ count: Int, of entry: Entry) {
    guard count > 0 else { return }
    counts[entry, default: 0] += count
  }

  /// Takes the known findings out of all findings of a book, for each file and rule the first ones in their order.
  ///
  /// - Parameters:
  ///   - isChecked: Whether an entry could have been found again: its file was read or is gone, and its rule ran.
  package func subtract(
    from findings: [Diagnostic], path: (FileID) -> String, isChecked: (Entry) -> Bool
  ) -> Outcome {
    var left = counts
    var new: [Diagnostic] = []
    var known: [Diagnostic] = []
    for finding in findings {
      let entry = Entry(path: path(finding.range.file), rule: finding.rule)
      if let count = left[entry], count > 0 {
        left[entry] = count - 1
        known.append(finding)
      } else {
        new.append(finding)
      }
    }
    let stale = sorted.compactMap { entry, count -> Stale? in
      guard let unfound = left[entry], unfound > 0, isChecked(entry) else { return nil }
      return Stale(entry: entry, known: count, found: count - unfound)
    }
    return Outcome(new: new, known: known, stale: stale)
  }
}
