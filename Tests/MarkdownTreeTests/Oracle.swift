import Foundation

/// What `cmark` or `cmark-gfm` makes of a text, read from its XML.
struct Oracle {
  /// Kinds of blocks in pre-order, named as in `Block.Kind`; the document is left out.
  private(set) var kinds: [String] = []
  /// Text of paragraphs and headings outside tables, in order.
  private(set) var leaves: [String] = []
  /// Tables, rows, texts of cells.
  private(set) var tables: [[[String]]] = []

  private static let kindNames = [
    "block_quote": "quote", "list": "bulletList", "item": "item", "paragraph": "paragraph", "heading": "heading",
    "code_block": "code", "html_block": "html", "thematic_break": "thematicBreak", "table": "table",
  ]

  static func path(of tool: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + tool }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func run(_ tool: String, _ arguments: [String], _ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  init(gfm text: String, tool: String) throws {
    try self.init(xml: Self.run(tool, ["-e", "table", "-t", "xml"], text))
  }

  init(commonMark text: String, tool: String) throws {
    try self.init(xml: Self.run(tool, ["-t", "xml"], text))
  }

  private init(xml: String) {
    var text: String?
    var rest = Substring(xml)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { return }
      let tag = rest[..<close]
      rest = rest[rest.index(after: close)...]
      let name = String(tag.prefix { $0.isLetter || $0 == "_" || $0 == "/" })
      switch name {
      case "table_row", "table_header": tables[tables.count - 1].append([])
      case "table_cell" where tag.hasSuffix("/"):
        tables[tables.count - 1][tables[tables.count - 1].count - 1].append("")
      case "table_cell", "paragraph", "heading": text = ""
      case "/table_cell":
        tables[tables.count - 1][tables[tables.count - 1].count - 1].append(text ?? "")
        text = nil
      case "/paragraph", "/heading":
        leaves.append(text ?? "")
        text = nil
      case "text", "code":
        let content = rest.prefix { $0 != "<" }
        text? += Self.unescape(content)
      case "html_inline":
        if rest.lowercased().hasPrefix("&lt;br") { text? += "\n" }
      case "softbreak", "linebreak": text? += "\n"
      default: break
      }
      if let kind = Self.kindNames[name] {
        kinds.append(kind == "bulletList" && tag.contains("\"ordered\"") ? "orderedList" : kind)
        if kind == "table" { tables.append([]) }
      }
    }
  }

  private static func unescape(_ text: Substring) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }
}
