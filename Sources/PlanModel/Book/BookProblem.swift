package import PlanSource

/// Something in `planbook.yml` that is not understood.
package struct BookProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A finding; the rest of the book is processed.
    case unknownKey(String, nearest: String?)
    /// Nothing is processed.
    case invalid
  }

  package let kind: Kind
  /// Bytes of `planbook.yml`.
  package let range: Range<Int>
  package let message: LocalText

  package var isError: Bool { kind == .invalid }

  /// Line and column of the first byte, both from 1, columns in code points.
  package func place(in bytes: Span<UInt8>) -> (line: Int, column: Int) {
    let lines = LineIndex(bytes)
    let line = lines.line(at: range.lowerBound)
    var column = 1
    for offset in lines.start(ofLine: line)..<min(range.lowerBound, bytes.count) where bytes[offset] & 0xC0 != 0x80 {
      column += 1
    }
    return (line + 1, column)
  }

  /// `planbook.yml:12:5: …` with the path as given.
  package func description(path: String, in bytes: Span<UInt8>, _ language: Language) -> String {
    let (line, column) = place(in: bytes)
    return "\(path):\(line):\(column): \(message[language])"
  }
}
