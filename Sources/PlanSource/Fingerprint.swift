/// Telling stretches of bytes apart, eight bytes at a time, for memories that live only as long as the program runs.
extension Span<UInt8> {
  /// A hash of the bytes in `range`.
  package func fingerprint(_ range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of these bytes")
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      hash = (hash ^ eightBytes(at: offset)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      offset += 8
    }
    hash = (hash ^ few(offset, range.upperBound - offset)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 29
  }

  /// Whether the bytes in `range` are the same as those of `other` from `start` on.
  package func equals(_ range: Range<Int>, _ other: Span<UInt8>, at start: Int) -> Bool {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count && start >= 0 && start + range.count <= other.count,
      "ranges of these bytes")
    var offset = range.lowerBound
    var place = start
    while offset + 8 <= range.upperBound {
      if eightBytes(at: offset) != other.eightBytes(at: place) { return false }
      offset += 8
      place += 8
    }
    let rest = range.upperBound - offset
    return few(offset, rest) == other.few(place, rest)
  }

  /// Up to seven bytes from `offset` on, told apart by the count.
  @inline(__always)
  private func few(_ offset: Int, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
      let high = bytes.unsafeLoadUnaligned(fromByteOffset: offset + count - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(self[offset]) | UInt64(self[offset + count / 2]) << 8 | UInt64(self[offset + count - 1]) << 16
  }
}
