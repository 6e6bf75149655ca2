/// What the place that text is written to can show.
package struct OutputStyle: Sendable, Hashable {
  /// Whether ANSI colours may be written.
  package let hasColours: Bool
  /// Columns of the terminal; `nil` where there is none.
  package let width: Int?

  package init(hasColours: Bool = false, width: Int? = nil) {
    self.hasColours = hasColours
    self.width = width
  }

  /// No colours, no limit: a file or a pipe.
  package static let plain = OutputStyle()

  package enum Paint: String, Sendable, CaseIterable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
  }

  /// The text in these paints, or as it is where there are no colours.
  package func painted(_ text: String, _ paints: Paint...) -> String {
    guard hasColours, !paints.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(paints.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
