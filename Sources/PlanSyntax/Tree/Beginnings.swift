/// Which characters can begin a word, a period or a quantity: most begin nothing, and no reader need be asked.
final class Beginnings: Sendable {
  struct Kinds: OptionSet {
    let rawValue: UInt8

    static let word = Kinds(rawValue: 1)
    static let period = Kinds(rawValue: 2)
    static let quantity = Kinds(rawValue: 4)
    static let all: Kinds = [.word, .period, .quantity]
  }

  /// By the first byte; the kinds of Chinese characters are in `ideographs`.
  private let bytes: [UInt8]
  /// By scalar, from U+4000 to U+9FFF: what begins with a byte from E4 to E9.
  private let ideographs: [UInt8]

  private static let firstIdeograph = 0x4000

  init(_ table: WordTable, _ units: UnitWords) {
    bytes = (0...255).map { byte in
      let byte = UInt8(truncatingIfNeeded: byte)
      guard byte < 0x80 else { return Kinds.all.rawValue }
      var kinds: Kinds = []
      if byte.isBlank || byte == UInt8(ascii: "\r") || table.canBegin(ascii: byte) { kinds.insert(.word) }
      if byte.isWordByte { kinds.insert(.period) }
      if QuantityReader.canBegin(ascii: byte, units) { kinds.insert(.quantity) }
      return kinds.rawValue
    }
    ideographs = (Self.firstIdeograph..<0xA000).map { scalar in
      var kinds: Kinds = []
      let second = UInt8(0x80 | scalar >> 6 & 0x3F)
      let third = UInt8(0x80 | scalar & 0x3F)
      if table.canBegin(scalar: scalar) { kinds.insert(.word) }
      if PeriodReader.startsPeriod(UInt8(0xE0 | scalar >> 12), second, third) { kinds.insert(.period) }
      if QuantityReader.canBegin(ideograph: scalar, units) { kinds.insert(.quantity) }
      return kinds.rawValue
    }
  }

  /// What can begin at `at`; in doubt everything.
  @inline(__always)
  func kinds(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Kinds {
    let byte = text[at]
    guard byte.leadsIdeograph, at + 2 < end else { return Kinds(rawValue: bytes[Int(byte)]) }
    let scalar = Int(byte & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
    return Kinds(rawValue: ideographs[scalar - Self.firstIdeograph])
  }

  /// The end of the Chinese characters from `at` on that begin nothing.
  @inline(__always)
  func endOfIdeographs(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at + 2 < end, text[at].leadsIdeograph, kinds(text, at, end) == [], text[at + 1] & 0xC0 == 0x80,
      text[at + 2] & 0xC0 == 0x80
    {
      at += 3
    }
    return at
  }
}
