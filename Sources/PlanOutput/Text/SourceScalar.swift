/// One character of a file's bytes, or one byte that is not part of any.
struct SourceScalar: Equatable {
  /// `nil` where the byte is not part of well-formed UTF-8.
  let scalar: Unicode.Scalar?
  /// Bytes it takes: 1 for an ill-formed byte.
  let length: Int
}

extension Span<UInt8> {
  /// The character that begins at `offset`, which lies before the end.
  func scalar(at offset: Int) -> SourceScalar {
    let first = self[offset]
    if first < 0x80 { return SourceScalar(scalar: Unicode.Scalar(first), length: 1) }
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return SourceScalar(scalar: nil, length: 1)
    }
    guard offset + length <= count else { return SourceScalar(scalar: nil, length: 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard self[index] & 0xC0 == 0x80 else { return SourceScalar(scalar: nil, length: 1) }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    // The shortest form is the only well-formed one; the failable initializer refuses surrogates and what lies above U+10FFFF.
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return SourceScalar(scalar: nil, length: 1) }
    return SourceScalar(scalar: scalar, length: length)
  }

  /// The character that ends just before `offset`, which lies behind the start.
  func scalar(before offset: Int) -> SourceScalar {
    for length in 1...4 where offset - length >= 0 {
      let found = scalar(at: offset - length)
      if found.scalar != nil, found.length == length { return found }
    }
    return SourceScalar(scalar: nil, length: 1)
  }

  /// `offset`, or where the character begins that it would cut in two.
  func characterStart(at offset: Int) -> Int { character(cutAt: offset)?.lowerBound ?? offset }

  /// `offset`, or where the character ends that it would cut in two.
  func characterEnd(at offset: Int) -> Int { character(cutAt: offset)?.upperBound ?? offset }

  private func character(cutAt offset: Int) -> Range<Int>? {
    for start in max(0, offset - 3)..<max(0, offset) {
      let end = start + scalar(at: start).length
      if end > offset { return start..<end }
    }
    return nil
  }
}
