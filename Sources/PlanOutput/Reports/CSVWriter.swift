/// Writes CSV as RFC 4180 has it: lines end with CRLF, quotes where a field needs them.
struct CSVWriter {
  enum Field {
    /// Words and numbers of the program.
    case own(String)
    /// Words of a plan, which must not become a formula.
    case plan(String)
  }

  private(set) var buffer: OutputBuffer

  init(_ buffer: OutputBuffer, hasByteOrderMark: Bool) {
    self.buffer = buffer
    if hasByteOrderMark { self.buffer.append("\u{FEFF}") }
  }

  mutating func record(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      switch field {
      case .own(let text): append(text)
      case .plan(let text): append(Self.neutralized(text))
      }
    }
    buffer.append("\r\n")
  }

  /// A leading `'` keeps a spreadsheet from taking the text for a formula; controls other than tab and line ends are
  /// written out, because the text may be shown on a terminal.
  private static func neutralized(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars {
      if TerminalText.isHidden(scalar), scalar != "\t", scalar != "\r", scalar != "\n" {
        kept += TerminalText.escape(scalar)
      } else {
        kept.unicodeScalars.append(scalar)
      }
    }
    switch kept.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": return "'" + kept
    default: return kept
    }
  }

  private mutating func append(_ text: String) {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return buffer.append(text) }
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
