/// Replaces a range of one file by other text.
package struct Edit: Hashable, Sendable {
  package let range: SourceRange
  package let text: String

  package init(_ range: SourceRange, _ text: String) {
    self.range = range
    self.text = text
  }
}

/// A change that mends what a rule found: all of its edits apply, or none.
package struct Fix: Hashable, Sendable {
  package enum Safety: String, Sendable {
    /// The plan means exactly what it meant before.
    case safe
    /// The plan may mean something else; a person decides.
    case unsafe
  }

  package let title: LocalText
  package let safety: Safety
  package let edits: [Edit]

  package init(title: LocalText, safety: Safety, edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
