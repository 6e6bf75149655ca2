/// What single bytes of a plan can be.
extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  /// Letters and digits of ASCII: what an English word is made of.
  var isWordByte: Bool { isDigit || isLetter }
  /// The first byte of a Chinese character in UTF-8.
  var leadsIdeograph: Bool { self >= 0xE4 && self <= 0xE9 }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") }
}

extension Span<UInt8> {
  /// The range without blanks at its ends; U+3000 counts as a blank.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if self[start].isBlank || self[start] == UInt8(ascii: "\r") {
        start += 1
      } else if holds([0xE3, 0x80, 0x80], start, end) {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isBlank || self[end - 1] == UInt8(ascii: "\r") {
        end -= 1
      } else if end - start >= 3, self[end - 1] == 0x80, self[end - 2] == 0x80, self[end - 3] == 0xE3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether the bytes at `offset` are these.
  func holds(_ expected: InlineArray<3, UInt8>, _ offset: Int, _ end: Int) -> Bool {
    offset + 3 <= end && self[offset] == expected[0] && self[offset + 1] == expected[1]
      && self[offset + 2] == expected[2]
  }

  /// The end of an unknown run that starts at `offset`: one English word, or one character.
  func endOfRun(_ offset: Int, _ end: Int) -> Int {
    var at = offset
    if self[at].isWordByte {
      while at < end, self[at].isWordByte { at += 1 }
      return at
    }
    at += 1
    while at < end, self[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  /// The end of a name or tag: up to a blank or a mark that no name holds.
  func endOfName(_ offset: Int, _ end: Int) -> Int {
    var at = offset
    while at < end {
      switch self[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ";"),
        UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "#"):
        return at
      case 0xE3 where at + 1 < end && self[at + 1] == 0x80: return at
      case 0xEF where at + 1 < end && self[at + 1] == 0xBC && at + 2 < end && self[at + 2] < 0xA0: return at
      default: at += 1
      }
    }
    return end
  }
}
