/// Finds bytes that are not UTF-8 and characters that hide.
enum EncodingCheck {
  static func check(_ bytes: Span<UInt8>, _ problems: inout [SyntaxProblem]) {
    var at = 0
    var firstBad: Int?
    while at < bytes.count {
      at = endOfCommonText(bytes, at)
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = wellFormedLength(bytes, at)
      guard length > 0 else {
        firstBad = firstBad ?? at
        at += 1
        continue
      }
      if byte == 0xE2 || byte == 0xEF || byte == 0xD8, let scalar = hidden(bytes, at, length), at > 0 {
        let before = bytes[at - 1]
        let after = at + length < bytes.count ? bytes[at + length] : UInt8(ascii: " ")
        let joinsEmoji = scalar == 0x200D && (after == 0xF0 || after == 0xE2)
        if before > UInt8(ascii: " "), after > UInt8(ascii: " "), !joinsEmoji {
          problems.append(SyntaxProblem(.hiddenCharacter(scalar: scalar), at..<at + length))
        }
      }
      at += length
    }
    if let firstBad {
      let guess = looksLikeGB18030(bytes)
      problems.append(SyntaxProblem(.encoding(looksLikeGB18030: guess), firstBad..<firstBad + 1))
    }
  }

  /// The end of the ASCII and Chinese text from `start` on, or less. Chinese characters and marks are well-formed with any
  /// two trailing bytes, and none of them hides.
  private static func endOfCommonText(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at + 8 <= bytes.count {
      let eight = bytes.eightBytes(at: at)
      let high = eight & 0x8080_8080_8080_8080
      if high == 0 {
        at += 8
        continue
      }
      // The first byte of the eight that is not ASCII must begin a Chinese character.
      at += high.trailingZeroBitCount / 8
      guard at + 4 <= bytes.count, isChinese(bytes.fourBytes(at: at)) else { return at }
      repeat { at += 3 } while at + 4 <= bytes.count && isChinese(bytes.fourBytes(at: at))
    }
    return at
  }

  @inline(__always)
  private static func isChinese(_ four: UInt32) -> Bool {
    guard four & 0x00C0_C000 == 0x0080_8000 else { return false }
    // From U+3000 to U+9FFF, and the wide forms from U+FF00 on.
    let lead = UInt8(truncatingIfNeeded: four)
    return lead &- 0xE3 < 7 || lead == 0xEF && UInt8(truncatingIfNeeded: four >> 8) >= 0xBC
  }

  /// Bytes of the well-formed UTF-8 sequence at `at`, 0 when there is none.
  private static func wellFormedLength(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let lead = bytes[at]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, at + length <= bytes.count else { return 0 }
    let second = bytes[at + 1]
    let allowed: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(second) else { return 0 }
    for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  private static func hidden(_ bytes: Span<UInt8>, _ at: Int, _ length: Int) -> UInt32? {
    if length == 2 { return bytes[at] == 0xD8 && bytes[at + 1] == 0x9C ? 0x061C : nil }
    guard length == 3 else { return nil }
    let scalar = UInt32(bytes[at] & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    switch scalar {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: return scalar
    default: return nil
    }
  }

  /// Every byte above ASCII begins a GB18030 pair or quadruple, and there is at least one of them.
  private static func looksLikeGB18030(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    var pairs = 0
    while at < bytes.count {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[at]), at + 1 < bytes.count else { return false }
      let second = bytes[at + 1]
      if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) {
        at += 2
      } else if (0x30...0x39).contains(second), at + 3 < bytes.count {
        at += 4
      } else {
        return false
      }
      pairs += 1
    }
    return pairs > 0
  }
}
