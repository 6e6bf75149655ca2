/// Eight bytes at once, for the searches that touch every byte of a file.
struct Word {
  private let bytes: UInt64

  init(_ bytes: UInt64) { self.bytes = bytes }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of the lowest byte that equals `byte`; bits above it may be set as well.
  private func equal(_ byte: UInt8) -> UInt64 {
    let difference = bytes ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.highBits
  }

  /// The high bits of the bytes from `low` to `high`, both below 0x80.
  private func within(_ low: UInt8, _ high: UInt8) -> UInt64 {
    let seven = bytes & ~Self.highBits
    let fromLow = seven &+ Self.ones &* UInt64(0x80 - low)
    let aboveHigh = seven &+ Self.ones &* UInt64(0x7F - high)
    return fromLow & ~aboveHigh & ~bytes & Self.highBits
  }

  /// Offset of the first `<`, `>`, LF or CR, or 8.
  var firstAngleOrLineEnd: Int {
    let folded = Word(bytes & (Self.ones &* 0xFD))
    return (folded.equal(ASCII.less) | equal(ASCII.lineFeed) | equal(ASCII.carriageReturn)).trailingZeroBitCount / 8
  }

  /// Offset of the first pipe or backslash, or 8.
  var firstPipeOrBackslash: Int {
    (equal(ASCII.pipe) | equal(ASCII.backslash)).trailingZeroBitCount / 8
  }

  /// Whether a byte ends a line or may be inline markup; `^` and two control characters count too.
  var hasMarkup: Bool {
    let brackets = within(ASCII.openBracket, ASCII.backtick)
    let lineEnds = within(ASCII.lineFeed, ASCII.carriageReturn)
    let marks = equal(ASCII.star) | equal(ASCII.exclamation) | equal(ASCII.ampersand) | equal(ASCII.less)
    return brackets | lineEnds | marks != 0
  }
}

extension Span<UInt8> {
  func word(at offset: Int) -> Word {
    Word(UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)))
  }
}
