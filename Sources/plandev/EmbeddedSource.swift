/// The Swift source that holds one data file as a static string.
///
/// The string is the file's text without its last line end.
struct EmbeddedSource: Equatable {
  let fileName: String
  let text: String

  enum Refusal: Error, CustomStringConvertible, Equatable {
    case control(file: String, line: Int)

    var description: String {
      switch self {
      case .control(let file, let line):
        "\(file):\(line): a data file holds no control character except tab and line feed"
      }
    }
  }

  init(fileName: String, text: String) throws(Refusal) {
    var line = 1
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F {
        throw .control(file: fileName, line: line)
      }
    }
    let words = Self.words(of: fileName)
    let upper = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let lower = (words.first ?? "") + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let pounds = Self.pounds(for: body)
    self.fileName = "\(upper)Data.generated.swift"
    self.text = """
      // Generated from \(fileName) by plandev embed; edit that file.
      // swift-format-ignore-file
      let \(lower)Data: StaticString = \(pounds)\"""
      \(body)
      \"""\(pounds)

      """
  }

  /// `metric-words.txt` → `metric`, `words`.
  private static func words(of fileName: String) -> [String] {
    fileName.prefix { $0 != "." }.split { $0 == "-" || $0 == "_" || $0 == " " }.map(String.init)
  }

  /// As many `#` as keep every backslash and every quote of the text from meaning something to the compiler.
  private static func pounds(for text: String) -> String {
    var pounds = "#"
    while text.contains("\\" + pounds) || text.contains("\"\"\"" + pounds) { pounds += "#" }
    return pounds
  }
}
