/// A scalar, list or map with the bytes it was read from.
package struct YAMLNode: Sendable {
  /// A node's index in `YAMLDocument.nodes`.
  package struct ID: Hashable, Sendable {
    package let index: UInt32
  }

  /// How a scalar was written.
  package enum Style: UInt8, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|` or `>`.
    case block
  }

  package enum Kind: Hashable, Sendable {
    case scalar(Style)
    case list
    case map
  }

  package let kind: Kind
  /// What a scalar says, escapes and folding resolved; empty for a list or map.
  package let text: String
  let start: UInt32
  var end: UInt32
  var firstChild: ID?
  var nextSibling: ID?

  init(kind: Kind, text: String = "", range: Range<Int>) {
    self.kind = kind
    self.text = text
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// The bytes the node was read from, quotes and brackets included; empty where nothing stands behind a key.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The bytes between the quotes of a quoted scalar, else `range`.
  package var contentRange: Range<Int> {
    guard kind == .scalar(.singleQuoted) || kind == .scalar(.doubleQuoted), end - start >= 2 else { return range }
    return Int(start) + 1..<Int(end) - 1
  }

  /// Nothing was written, or `null` or `~` without quotes.
  package var isNull: Bool {
    guard kind == .scalar(.plain), text.utf8.count <= 4 else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}
