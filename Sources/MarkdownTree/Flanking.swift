/// What stands beside a run of `*` or `_`, which decides whether it can open or close emphasis.
struct Flanking {
  let isBlankBefore: Bool
  let isBlankAfter: Bool
  let isPunctuationBefore: Bool
  let isPunctuationAfter: Bool

  init(_ raw: Span<UInt8>, _ run: Range<Int>) {
    let before = raw.scalar(before: run.lowerBound)
    let after = raw.scalar(at: run.upperBound)
    isBlankBefore = before.isWhitespace
    isBlankAfter = after.isWhitespace
    isPunctuationBefore = before.isPunctuation
    isPunctuationAfter = after.isPunctuation
  }

  private var isLeft: Bool { !isBlankAfter && (!isPunctuationAfter || isBlankBefore || isPunctuationBefore) }
  private var isRight: Bool { !isBlankBefore && (!isPunctuationBefore || isBlankAfter || isPunctuationAfter) }

  func canOpen(_ mark: UInt8) -> Bool {
    mark == ASCII.star ? isLeft : isLeft && (!isRight || isPunctuationBefore)
  }

  func canClose(_ mark: UInt8) -> Bool {
    mark == ASCII.star ? isRight : isRight && (!isLeft || isPunctuationAfter)
  }

  /// Whether `**` here ends bold that somebody meant: beside punctuation, or after a blank if the bold began its line.
  func mayEndBold(startedAtLineStart: Bool) -> Bool {
    isPunctuationBefore || isPunctuationAfter || (isBlankBefore && startedAtLineStart)
  }
}

extension Unicode.Scalar? {
  /// The beginning and the end of the text count as blank.
  fileprivate var isWhitespace: Bool {
    guard let scalar = self else { return true }
    switch scalar.value {
    case 9, 10, 12, 13, 32: return true
    case ..<128: return false
    default: return scalar.properties.generalCategory == .spaceSeparator
    }
  }

  fileprivate var isPunctuation: Bool {
    guard let scalar = self else { return false }
    if scalar.value < 128 { return UInt8(scalar.value).isPunctuation }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default:
      return false
    }
  }
}

extension Span<UInt8> {
  /// The character at `offset`; ill-formed bytes are U+FFFD.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < count else { return nil }
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= count else { return "\u{FFFD}" }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let next = self[offset + index]
      guard next & 0xC0 == 0x80 else { return "\u{FFFD}" }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The character that ends at `offset`.
  fileprivate func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}
