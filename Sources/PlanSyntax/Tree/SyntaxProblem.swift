package import MarkdownTree

/// Something in a plan that could not be read as it was meant, or that Markdown shows otherwise than it was typed.
package struct SyntaxProblem: Sendable {
  package enum Kind: Sendable {
    case amount(QuantityProblem)
    case date(PeriodProblem)
    case frontMatter(FrontMatter.Problem.Kind)
    case markdown(MarkdownProblem)
    /// Bytes that are not UTF-8 begin here; `looksLikeGB18030` when the file decodes as that.
    case encoding(looksLikeGB18030: Bool)
    /// A zero-width or bidirectional control character inside a word or number.
    case hiddenCharacter(scalar: UInt32)
    /// A paragraph line that was meant as a list item (`1、`, `•`, `-` without a blank).
    case looksLikeList
    /// The file is larger than 64 MB.
    case tooLarge
    /// The front matter is larger than 64 KB; nothing of the file was read.
    case frontMatterTooLarge
  }

  package let kind: Kind
  /// Bytes of the file.
  package let range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
