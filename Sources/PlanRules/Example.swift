package import PlanSource

/// A small book that shows what a rule says, or does not say.
package struct Example: Sendable {
  package enum Kind: Sendable { case good, bad }

  package struct File: Sendable {
    package let path: String
    /// ⟦ and ⟧ enclose what the rule is to mark.
    package let text: String

    package init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  package let kind: Kind
  package let title: LocalText
  package let files: [File]
  /// `planbook.yml` of the book; empty for the defaults.
  package let planbook: String
  /// The messages, one for every marked range, in report order; in the language of the plan.
  package let says: [String]
  package let language: Language

  /// A plan that the rule is silent on.
  package static func good(
    _ title: LocalText, path: String = "2026.md", planbook: String = "", _ text: String
  ) -> Example {
    Example(kind: .good, title: title, files: [File(path, text)], planbook: planbook, says: [], language: .zh)
  }

  /// A plan with the places that the rule marks, and what it says about them.
  package static func bad(
    _ title: LocalText, path: String = "2026.md", planbook: String = "", _ text: String, says: String...,
    in language: Language = .zh
  ) -> Example {
    Example(kind: .bad, title: title, files: [File(path, text)], planbook: planbook, says: says, language: language)
  }

  /// Several files that the rule is silent on.
  package static func goodBook(_ title: LocalText, planbook: String = "", _ files: [File]) -> Example {
    Example(kind: .good, title: title, files: files, planbook: planbook, says: [], language: .zh)
  }

  /// Several files with the places that the rule marks in them.
  package static func badBook(
    _ title: LocalText, planbook: String = "", _ files: [File], says: String..., in language: Language = .zh
  ) -> Example {
    Example(kind: .bad, title: title, files: files, planbook: planbook, says: says, language: language)
  }
}
