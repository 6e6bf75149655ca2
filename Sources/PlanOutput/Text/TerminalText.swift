/// Text that may stand on a terminal: what would move the cursor, hide or reorder characters is written out.
package enum TerminalText {
  /// The text with each control, bidirectional-control and invisible format character as `\u{…}`.
  ///
  /// Line ends and tabs are controls too, so that the result is one line.
  package static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) { escaped += escape(scalar) } else { escaped.unicodeScalars.append(scalar) }
    }
    return escaped
  }

  /// Whether a character must not reach a terminal as it is.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    let code = scalar.value
    if code < 0x7F { return code < 0x20 }
    if code < 0xAD { return code < 0xA0 }
    // The two joiners shape emoji and scripts and reorder nothing.
    if code == 0x200C || code == 0x200D { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// How a byte that is not UTF-8 is shown: `\xE4`.
  static func escape(illFormed byte: UInt8) -> String {
    "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
