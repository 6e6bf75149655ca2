/// A character reference: `&amp;`, `&#8203;`, `&#x4E00;`.
struct Entity {
  let end: Int
  /// One or two characters; the second is 0 where there is one only.
  let scalars: (UInt32, UInt32)

  init?(_ bytes: Span<UInt8>, at start: Int) {
    guard start + 2 < bytes.count, bytes[start] == ASCII.ampersand else { return nil }
    if bytes[start + 1] == ASCII.hash {
      guard let number = Self.number(bytes, at: start + 2) else { return nil }
      end = number.end
      scalars = (number.value, 0)
    } else {
      var offset = start + 1
      while offset < bytes.count, offset - start <= 32, bytes[offset].isLetter || bytes[offset].isDigit { offset += 1 }
      guard offset < bytes.count, bytes[offset] == ASCII.semicolon, offset > start + 1,
        let found = entityNames.find(bytes, start + 1..<offset)
      else { return nil }
      end = offset + 1
      scalars = found
    }
  }

  private static func number(_ bytes: Span<UInt8>, at start: Int) -> (value: UInt32, end: Int)? {
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHexadecimal ? start + 1 : start
    var offset = first
    var value: UInt32 = 0
    while offset < bytes.count, offset - first < (isHexadecimal ? 6 : 7) {
      guard let digit = bytes[offset].digitValue(isHexadecimal: isHexadecimal) else { break }
      value = value * (isHexadecimal ? 16 : 10) + digit
      offset += 1
    }
    guard offset > first, offset < bytes.count, bytes[offset] == ASCII.semicolon else { return nil }
    let isCharacter = value != 0 && Unicode.Scalar(value) != nil
    return (isCharacter ? value : 0xFFFD, offset + 1)
  }
}

extension [UInt8] {
  mutating func append(scalar value: UInt32) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encode("\u{FFFD}") ?? .init())
  }

  mutating func append(_ scalars: (UInt32, UInt32)) {
    append(scalar: scalars.0)
    if scalars.1 != 0 { append(scalar: scalars.1) }
  }
}

extension UInt8 {
  fileprivate func digitValue(isHexadecimal: Bool) -> UInt32? {
    if isDigit { return UInt32(self - 48) }
    let letter = self | 0x20
    return isHexadecimal && (97...102).contains(letter) ? UInt32(letter - 87) : nil
  }
}

/// The named characters of HTML, sorted by name as in the data file: `name code` or `name code code`, codes in hexadecimal.
private struct EntityNames: Sendable {
  private let text: [UInt8]
  private let lines: [Int]

  init(_ data: StaticString) {
    text = data.withUTF8Buffer { Array($0) }
    var starts = [0]
    for offset in text.indices where text[offset] == ASCII.lineFeed { starts.append(offset + 1) }
    lines = starts
  }

  func find(_ bytes: Span<UInt8>, _ name: Range<Int>) -> (UInt32, UInt32)? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(bytes, name, line: middle)
      if order == 0 { return scalars(after: lines[middle] + name.count) }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  private func compare(_ bytes: Span<UInt8>, _ name: Range<Int>, line: Int) -> Int {
    var position = lines[line]
    for offset in name {
      guard position < text.count, text[position] > ASCII.space else { return 1 }
      if bytes[offset] != text[position] { return Int(bytes[offset]) - Int(text[position]) }
      position += 1
    }
    return position < text.count && text[position] > ASCII.space ? -1 : 0
  }

  private func scalars(after nameEnd: Int) -> (UInt32, UInt32) {
    var values: (UInt32, UInt32) = (0, 0)
    var position = nameEnd + 1
    while position < text.count, text[position] != ASCII.lineFeed {
      if text[position] == ASCII.space {
        values.1 = values.0
        values.0 = 0
      } else if let digit = text[position].digitValue(isHexadecimal: true) {
        values.0 = values.0 << 4 | digit
      }
      position += 1
    }
    return values.1 == 0 ? values : (values.1, values.0)
  }
}

private let entityNames = EntityNames(entitiesData)
