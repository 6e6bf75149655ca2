/// One file as it was read: where it is and the bytes it holds.
package struct SourceFile: Sendable {
  package let id: FileID
  /// Path from the book's root (or of a lone file), parts separated by `/`; bytes that are not UTF-8 are already escaped.
  package let path: String
  package let bytes: [UInt8]

  package init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }

  /// The text of a range, ill-formed bytes shown as U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of a range as a message quotes it: at most its first characters.
  package func quoted(_ range: Range<Int>) -> String {
    let limit = 60
    let text = text(range.lowerBound..<min(range.upperBound, range.lowerBound + 4 * limit))
    return text.unicodeScalars.count > limit
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…" : text
  }
}
