/// Names for the bytes that Markdown gives a meaning.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let exclamation = UInt8(ascii: "!")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let star = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let pipe = UInt8(ascii: "|")
  static let tilde = UInt8(ascii: "~")
}

extension UInt8 {
  var isBlank: Bool { self == ASCII.space || self == ASCII.tab }
  var endsLine: Bool { self == ASCII.lineFeed || self == ASCII.carriageReturn }
  var isBlankOrLineEnd: Bool { isBlank || endsLine }
  var isDigit: Bool { self &- 48 < 10 }
  var isLetter: Bool { (self | 0x20) &- 97 < 26 }

  /// The characters that a backslash may escape.
  var isPunctuation: Bool {
    (33...47).contains(self) || (58...64).contains(self) || (91...96).contains(self) || (123...126).contains(self)
  }

  /// Lower case of an ASCII letter; every other byte stays.
  var lowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
}

extension Span<UInt8> {
  /// Whether `word`, in lower case, stands at `offset` in any case.
  func hasPrefix(_ word: StaticString, at offset: Int, before limit: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, length <= limit - offset else { return false }
    return word.withUTF8Buffer { letters in
      for index in 0..<length where self[offset + index].lowercased != letters[index] { return false }
      return true
    }
  }

  /// The first offset at or after `start` where a line ends, or `limit`.
  func lineEnd(from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit, !self[offset].endsLine { offset += 1 }
    return offset
  }

  /// The offset behind the line end at `offset`, which is LF, CR or CRLF.
  func afterLineEnd(at offset: Int, before limit: Int) -> Int {
    guard offset < limit else { return limit }
    let isPair = self[offset] == ASCII.carriageReturn && offset + 1 < limit && self[offset + 1] == ASCII.lineFeed
    return offset + (isPair ? 2 : 1)
  }

  func skippingBlanks(from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit, self[offset].isBlank { offset += 1 }
    return offset
  }

  func trimmingBlanks(to end: Int, from start: Int) -> Int {
    var offset = end
    while offset > start, self[offset - 1].isBlank { offset -= 1 }
    return offset
  }
}
