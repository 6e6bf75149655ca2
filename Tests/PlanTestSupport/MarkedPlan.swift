/// A plan with marked passages: `⟦` and `⟧` stand around each and are not part of the text.
package struct MarkedPlan: Sendable, Hashable {
  package private(set) var text = ""
  /// The bytes of each passage in `text`, in order.
  package private(set) var ranges: [Range<Int>] = []

  package enum MarkerError: Error, Equatable, CustomStringConvertible {
    /// A passage is opened within another, closed without being opened, or never closed.
    case unbalanced(line: Int, column: Int)

    package var description: String {
      switch self {
      case .unbalanced(let line, let column): "unbalanced ⟦ ⟧ at line \(line), column \(column) of the marked text"
      }
    }
  }

  package init(_ marked: String) throws(MarkerError) {
    var opening: (start: Int, line: Int, column: Int)?
    var line = 1
    var column = 0
    for scalar in marked.unicodeScalars {
      column += 1
      switch (scalar, opening) {
      case ("⟦", nil):
        opening = (text.utf8.count, line, column)
      case ("⟧", let open?):
        ranges.append(open.start..<text.utf8.count)
        opening = nil
      case ("⟦", _), ("⟧", _):
        throw .unbalanced(line: line, column: column)
      default:
        text.unicodeScalars.append(scalar)
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
    }
    if let opening { throw .unbalanced(line: opening.line, column: opening.column) }
  }

  /// The text of each passage.
  package var passages: [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
