/// Several bytes at once, for loops that touch every byte of a file.
extension Span<UInt8> {
  /// The eight bytes from `offset` on, the first in the lowest place; all of them must be inside.
  @inlinable @inline(__always)
  package func eightBytes(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count, "eight of these bytes")
    return UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The four bytes from `offset` on, the first in the lowest place; all of them must be inside.
  @inlinable @inline(__always)
  package func fourBytes(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count, "four of these bytes")
    return UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
