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
}
