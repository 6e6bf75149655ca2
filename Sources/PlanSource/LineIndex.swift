/// The byte offset at which each line of a file begins.
///
/// A line ends at LF, CR or CRLF, as CommonMark has it. Lines count from 0 here; people see them from 1.
package struct LineIndex: Sendable {
  private let starts: [UInt32]

  package init(_ bytes: Span<UInt8>) {
    var starts: [UInt32] = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(UInt32(offset))
      } else if byte == UInt8(ascii: "\r"), offset == bytes.count || bytes[offset] != UInt8(ascii: "\n") {
        starts.append(UInt32(offset))
      }
    }
    self.starts = starts
  }

  /// Lines in the file; a final line end opens one more, empty line.
  package var count: Int { starts.count }

  /// The offset of the first byte of `line`.
  package func start(ofLine line: Int) -> Int { Int(starts[line]) }

  /// The line that holds the byte at `offset`; the end of the file belongs to its last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
