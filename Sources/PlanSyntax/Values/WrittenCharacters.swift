/// How the readers of words, numbers and periods look at single characters.
extension Span<UInt8> {
  /// The byte at `offset` with case and width folded, and how many bytes it stands for: letters become small, full-width
  /// ASCII (U+FF01…FF5E) becomes ASCII, and every kind of blank becomes a space.
  @inline(__always)
  func foldedByte(at offset: Int, end: Int) -> (byte: UInt8, width: Int) {
    let byte = self[offset]
    if byte < 0x80 {
      if byte &- 0x41 < 26 { return (byte | 0x20, 1) }
      return byte == 0x09 || byte == 0x0A || byte == 0x0D ? (0x20, 1) : (byte, 1)
    }
    return byte == 0xEF || byte == 0xE3 || byte == 0xC2 ? wideByte(at: offset, end: end) : (byte, 1)
  }

  /// The character at `offset` as words spell it: a byte folded as `foldedByte(at:end:)` has it, or the scalar of a
  /// well-formed sequence of three bytes. Other bytes above ASCII stand for themselves.
  @inline(__always)
  func foldedUnit(at offset: Int, end: Int) -> (unit: UInt16, width: Int) {
    let (byte, width) = foldedByte(at: offset, end: end)
    guard width == 1, byte & 0xF0 == 0xE0, offset + 2 < end else { return (UInt16(byte), width) }
    let second = self[offset + 1]
    let third = self[offset + 2]
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, byte != 0xE0 || second >= 0xA0 else { return (UInt16(byte), 1) }
    return (UInt16(byte & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F), 3)
  }

  private func wideByte(at offset: Int, end: Int) -> (byte: UInt8, width: Int) {
    let byte = self[offset]
    if byte == 0xC2 { return offset + 1 < end && self[offset + 1] == 0xA0 ? (0x20, 2) : (byte, 1) }
    guard offset + 2 < end else { return (byte, 1) }
    let second = self[offset + 1]
    let third = self[offset + 2]
    if byte == 0xE3 { return second == 0x80 && third == 0x80 ? (0x20, 3) : (byte, 1) }
    let ascii: UInt8
    switch (second, third) {
    case (0xBC, 0x81...0xBF): ascii = third - 0x60
    case (0xBD, 0x80...0x9E): ascii = third - 0x20
    default: return (byte, 1)
    }
    return (ascii &- 0x41 < 26 ? ascii | 0x20 : ascii, 3)
  }

  /// The folded byte at `offset`, or 0 where the text ends.
  func folded(_ offset: Int, _ end: Int) -> UInt8 {
    offset < end ? foldedByte(at: offset, end: end).byte : 0
  }

  /// The decimal digit at `offset`, of either width, and its length; `nil` where there is none.
  @inline(__always)
  func digit(_ offset: Int, _ end: Int) -> (value: Int, width: Int)? {
    guard offset < end else { return nil }
    let ascii = self[offset] &- 0x30
    if ascii < 10 { return (Int(ascii), 1) }
    guard self[offset] == 0xEF else { return nil }
    let (byte, width) = wideByte(at: offset, end: end)
    return width == 3 && byte &- 0x30 < 10 ? (Int(byte - 0x30), 3) : nil
  }

  /// The run of at most `limit` digits at `offset`; `nil` when there is none or it is longer.
  func smallNumber(_ offset: Int, _ end: Int, limit: Int) -> (value: Int, digits: Int, end: Int)? {
    var value = 0
    var digits = 0
    var at = offset
    while let (digit, width) = digit(at, end) {
      digits += 1
      guard digits <= limit else { return nil }
      value = value * 10 + digit
      at += width
    }
    return digits > 0 ? (value, digits, at) : nil
  }

  /// The offset after any blanks.
  func afterBlanks(_ offset: Int, _ end: Int) -> Int {
    var at = offset
    while at < end {
      let (byte, width) = foldedByte(at: at, end: end)
      guard byte == 0x20 else { break }
      at += width
    }
    return at
  }

  /// The offset before any blanks that end at `offset`.
  func beforeBlanks(_ offset: Int) -> Int {
    var at = offset
    while at > 0 {
      if self[at - 1] <= 0x20 {
        at -= 1
      } else if at >= 3, self[at - 3] == 0xE3, self[at - 2] == 0x80, self[at - 1] == 0x80 {
        at -= 3
      } else if at >= 2, self[at - 2] == 0xC2, self[at - 1] == 0xA0 {
        at -= 2
      } else {
        break
      }
    }
    return at
  }

  /// Whether the bytes at `offset` are those of `word`.
  func says(_ word: StaticString, _ offset: Int, _ end: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, length <= end - offset else { return false }
    for index in 0..<length where self[offset + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes before `offset` are those of `word`.
  func said(_ word: StaticString, before offset: Int) -> Bool {
    says(word, offset - word.utf8CodeUnitCount, offset)
  }

  /// Whether a Latin letter or digit of either width ends right before `offset`.
  func hasWordBefore(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = self[offset - 1]
    if byte < 0x80 { return byte.isLatinWordByte }
    if offset >= 2, self[offset - 2].leadsLatin { return !isSign(offset - 2) }
    guard offset >= 3, self[offset - 3] == 0xEF else { return false }
    let (folded, width) = wideByte(at: offset - 3, end: offset)
    return width == 3 && folded.isLatinWordByte
  }

  /// Whether a Latin letter or digit of either width starts at `offset`.
  func hasWordAfter(_ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return false }
    let byte = self[offset]
    if byte < 0x80 { return byte.isLatinWordByte }
    if byte.leadsLatin { return offset + 1 < end && !isSign(offset) }
    return byte == 0xEF && foldedByte(at: offset, end: end).byte.isLatinWordByte
  }

  /// `×` and `÷` stand among the accented letters and are none.
  private func isSign(_ offset: Int) -> Bool {
    self[offset] == 0xC3 && (self[offset + 1] == 0x97 || self[offset + 1] == 0xB7)
  }

  /// Whether a digit of either width ends right before `offset`.
  func hasDigitBefore(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    if self[offset - 1] < 0x80 { return self[offset - 1] &- 0x30 < 10 }
    return offset >= 3 && digit(offset - 3, offset) != nil
  }

  /// The numeral 1…99 at `offset`, in digits of either width or in Chinese, and where it ends.
  func ordinal(_ offset: Int, _ end: Int) -> (value: Int, end: Int)? {
    if let number = smallNumber(offset, end, limit: 2) { return (number.value, number.end) }
    guard let first = chineseDigit(offset, end) else { return nil }
    guard let tens = first == 10 ? (1, offset + 3) : says("十", offset + 3, end) ? (first, offset + 6) : nil else {
      return first > 0 ? (first, offset + 3) : nil
    }
    if let ones = chineseDigit(tens.1, end), (1...9).contains(ones) { return (tens.0 * 10 + ones, tens.1 + 3) }
    return (tens.0 * 10, tens.1)
  }

  /// The value of one Chinese numeral (〇零 0, 一…九, 两 2, 十 10) at `offset`.
  func chineseDigit(_ offset: Int, _ end: Int) -> Int? {
    guard offset + 2 < end else { return nil }
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0xE4, 0xB8, 0x80): return 1
    case (0xE4, 0xBA, 0x8C), (0xE4, 0xB8, 0xA4): return 2
    case (0xE4, 0xB8, 0x89): return 3
    case (0xE5, 0x9B, 0x9B): return 4
    case (0xE4, 0xBA, 0x94): return 5
    case (0xE5, 0x85, 0xAD): return 6
    case (0xE4, 0xB8, 0x83): return 7
    case (0xE5, 0x85, 0xAB): return 8
    case (0xE4, 0xB9, 0x9D): return 9
    case (0xE5, 0x8D, 0x81): return 10
    case (0xE3, 0x80, 0x87), (0xE9, 0x9B, 0xB6): return 0
    default: return nil
    }
  }
}

extension UInt8 {
  /// ASCII letters and digits.
  var isLatinWordByte: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26 }

  /// Leads a two-byte character that is an accented Latin letter (U+00C0…U+024F).
  fileprivate var leadsLatin: Bool { (0xC3...0xC9).contains(self) }
}
