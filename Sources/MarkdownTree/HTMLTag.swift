/// One HTML tag as CommonMark has it: `<name attribute="value" …>` or `</name>`.
struct HTMLTag {
  let name: Range<Int>
  let end: Int
  let isClosing: Bool

  init?(_ bytes: Span<UInt8>, at start: Int, before limit: Int) {
    guard start + 2 < limit, bytes[start] == ASCII.less else { return nil }
    isClosing = bytes[start + 1] == ASCII.slash
    var offset = start + (isClosing ? 2 : 1)
    let nameStart = offset
    guard offset < limit, bytes[offset].isLetter else { return nil }
    while offset < limit, bytes[offset].isLetter || bytes[offset].isDigit || bytes[offset] == ASCII.dash { offset += 1 }
    name = nameStart..<offset
    while true {
      let blank = offset
      offset = bytes.skippingSpace(from: offset, before: limit)
      guard offset < limit else { return nil }
      let byte = bytes[offset]
      if byte == ASCII.greater { break }
      if byte == ASCII.slash, !isClosing, offset + 1 < limit, bytes[offset + 1] == ASCII.greater {
        offset += 1
        break
      }
      guard !isClosing, offset > blank, byte.beginsAttribute,
        let next = bytes.skippingAttribute(from: offset, before: limit)
      else { return nil }
      offset = next
    }
    end = offset + 1
  }

  func isLineBreak(_ bytes: Span<UInt8>) -> Bool { named("br", bytes) }

  /// Whether the tag's name, in any case, is `word`.
  func named(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    name.count == word.utf8CodeUnitCount && bytes.hasPrefix(word, at: name.lowerBound, before: name.upperBound)
  }

  /// The value of an attribute, without quotes.
  func attribute(_ word: StaticString, _ bytes: Span<UInt8>) -> Range<Int>? {
    let length = word.utf8CodeUnitCount
    var offset = name.upperBound
    while offset < end {
      offset = bytes.skippingSpace(from: offset, before: end)
      guard offset < end, bytes[offset].beginsAttribute else { return nil }
      let start = offset
      while offset < end, bytes[offset].continuesAttribute { offset += 1 }
      let isIt = offset - start == length && bytes.hasPrefix(word, at: start, before: offset)
      guard let next = bytes.skippingAttribute(from: start, before: end) else { return nil }
      if isIt, next > offset {
        var value = bytes.skippingSpace(from: offset, before: next)
        value = bytes.skippingSpace(from: value + 1, before: next)
        let isQuoted = value < next && (bytes[value] == ASCII.quote || bytes[value] == ASCII.apostrophe)
        return isQuoted ? value + 1..<max(value + 1, next - 1) : min(value, next)..<next
      }
      offset = next
    }
    return nil
  }
}

/// Comments, processing instructions, declarations and CDATA inside a leaf; an end that was missing once is not sought again.
struct UnclosedMarkup {
  private var comment = false
  private var instruction = false
  private var declaration = false
  private var data = false

  /// The end of the construct at `offset`, if there is one.
  mutating func end(of raw: Span<UInt8>, at offset: Int) -> Int? {
    if raw.hasPrefix("<!--", at: offset, before: raw.count) {
      return raw.end(of: "-->", from: offset + 4, unless: &comment)
    }
    if raw.hasPrefix("<?", at: offset, before: raw.count) {
      return raw.end(of: "?>", from: offset + 2, unless: &instruction)
    }
    if raw.hasPrefix("<![cdata[", at: offset, before: raw.count) {
      return raw.end(of: "]]>", from: offset + 9, unless: &data)
    }
    if raw.hasPrefix("<!", at: offset, before: raw.count), offset + 2 < raw.count, raw[offset + 2].isLetter {
      return raw.end(of: ">", from: offset + 2, unless: &declaration)
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The offset behind the next `word`.
  func end(of word: StaticString, from start: Int, before limit: Int) -> Int? {
    guard word.utf8CodeUnitCount > 0 else { return start }
    let first = word.utf8Start.pointee
    var offset = start
    while offset < limit {
      if self[offset] == first, hasPrefix(word, at: offset, before: limit) { return offset + word.utf8CodeUnitCount }
      offset += 1
    }
    return nil
  }

  fileprivate func end(of word: StaticString, from start: Int, unless isMissing: inout Bool) -> Int? {
    guard !isMissing else { return nil }
    let end = end(of: word, from: start, before: count)
    isMissing = end == nil
    return end
  }

  func skippingSpace(from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit, self[offset].isBlankOrLineEnd || self[offset] == 0x0B || self[offset] == 0x0C { offset += 1 }
    return offset
  }

  /// Skips a name and, where there is one, `=` and its value.
  fileprivate func skippingAttribute(from start: Int, before limit: Int) -> Int? {
    var offset = start
    while offset < limit, self[offset].continuesAttribute { offset += 1 }
    let nameEnd = offset
    offset = skippingSpace(from: offset, before: limit)
    guard offset < limit, self[offset] == ASCII.equals else { return nameEnd }
    offset = skippingSpace(from: offset + 1, before: limit)
    guard offset < limit else { return nil }
    let opening = self[offset]
    if opening == ASCII.quote || opening == ASCII.apostrophe {
      offset += 1
      while offset < limit, self[offset] != opening { offset += 1 }
      return offset < limit ? offset + 1 : nil
    }
    let value = offset
    while offset < limit, self[offset].continuesBareValue { offset += 1 }
    return offset > value ? offset : nil
  }

  /// The address of `<https://…>` or `<name@host>` at `offset`.
  func autolink(at offset: Int) -> Range<Int>? {
    let start = offset + 1
    guard start < count else { return nil }
    var position = start
    while position < count, self[position] > 0x20, self[position] != ASCII.less, self[position] != ASCII.greater {
      position += 1
    }
    guard position < count, self[position] == ASCII.greater, position > start else { return nil }
    let address = start..<position
    return hasScheme(address) || isMail(address) ? address : nil
  }

  private func hasScheme(_ address: Range<Int>) -> Bool {
    guard self[address.lowerBound].isLetter else { return false }
    var offset = address.lowerBound
    while offset < address.upperBound, offset - address.lowerBound <= 32 {
      let byte = self[offset]
      if byte == ASCII.colon { return offset - address.lowerBound >= 2 }
      guard byte.isLetter || byte.isDigit || byte == ASCII.plus || byte == ASCII.dot || byte == ASCII.dash else {
        return false
      }
      offset += 1
    }
    return false
  }

  private func isMail(_ address: Range<Int>) -> Bool {
    var at: Int?
    for offset in address {
      let byte = self[offset]
      if byte == ASCII.at {
        guard at == nil, offset > address.lowerBound else { return false }
        at = offset
      } else if at != nil {
        guard byte.isLetter || byte.isDigit || byte == ASCII.dash || byte == ASCII.dot else { return false }
      } else {
        guard byte.isLetter || byte.isDigit || byte.isMailMark else { return false }
      }
    }
    guard let at else { return false }
    return at + 1 < address.upperBound
  }
}

extension UInt8 {
  fileprivate var beginsAttribute: Bool { isLetter || self == ASCII.underscore || self == ASCII.colon }
  fileprivate var continuesAttribute: Bool {
    beginsAttribute || isDigit || self == ASCII.dot || self == ASCII.dash
  }
  fileprivate var continuesBareValue: Bool {
    switch self {
    case ...0x20, ASCII.quote, ASCII.apostrophe, ASCII.equals, ASCII.less, ASCII.greater, ASCII.backtick: false
    default: true
    }
  }
  fileprivate var isMailMark: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
