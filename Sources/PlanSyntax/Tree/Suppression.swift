package import PlanSource

/// A comment or front-matter entry that silences rules.
package struct Suppression: Sendable, Hashable {
  package enum Reach: Sendable, Hashable {
    /// From a place on: `disable … enable`, or the whole file.
    case bytes(Range<Int>)
    /// The line (counted from 0) that a finding begins in.
    case line(Int)
  }

  /// A rule as it is named in the comment, with its bytes.
  package struct Name: Sendable, Hashable {
    package let text: String
    package let range: Range<Int>

    package init(text: String, range: Range<Int>) {
      self.text = text
      self.range = range
    }
  }

  /// A comment that ends others, with the names in it; without names it ends everything.
  package struct End: Sendable, Hashable {
    package let rules: [Name]
    package let range: Range<Int>
  }

  package let reach: Reach
  package let rules: [Name]
  /// The `planlint-enable` that ends it; `nil` where it holds to the end of the file, or for one line.
  package var end: End?
  /// The whole comment, or the front-matter value.
  package let range: Range<Int>
  /// What stands behind ` -- `.
  package let reason: String?

  /// Whether something that begins at a byte of the file is silenced, if a rule that is named speaks of it.
  package func covers(_ offset: Int, _ lines: LineIndex) -> Bool {
    switch reach {
    case .bytes(let range): range.contains(offset) || range.isEmpty
    case .line(let line): lines.line(at: offset) == line
    }
  }
}
