/// Text as it may stand in XML 1.0.
enum XMLText {
  /// The text for content and for attributes in double quotes, on one line.
  ///
  /// Characters that XML cannot hold, and what must not reach a terminal, are written as `\u{…}`.
  static func escaping(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": escaped += TerminalText.escape(scalar)
      case _ where TerminalText.isHidden(scalar): escaped += TerminalText.escape(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
}
