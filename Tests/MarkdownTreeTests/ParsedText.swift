import MarkdownTree

/// A text and the document read from it, with what tests ask for.
struct ParsedText {
  let bytes: [UInt8]
  let document: MarkdownDocument

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    document = MarkdownDocument.parse(bytes.span, from: start)
  }

  /// Kinds in pre-order without the document.
  var kinds: [String] { document.blocks.dropFirst().map { "\($0.kind)" } }

  /// Texts of paragraphs and headings.
  var leaves: [String] {
    document.blocks.indices.filter { [.paragraph, .heading].contains(document.blocks[$0].kind) }.map(leaf)
  }

  func leaf(_ block: Int) -> String { string(inline(block).bytes) }

  func inline(_ block: Int) -> InlineText {
    var text = InlineText()
    text.load(bytes.span, document, block: block)
    return text
  }

  /// The first paragraph or heading.
  var firstInline: InlineText {
    inline(document.blocks.firstIndex { [.paragraph, .heading].contains($0.kind) } ?? 0)
  }

  var tables: [[[String]]] {
    document.tables.map { table in
      (0..<table.rowCount).map { row in (0..<table.columnCount).map { cell(table, table.cell(row, $0)) } }
    }
  }

  func cell(_ table: Table, _ cell: Table.Cell) -> String {
    if cell.isContinuation { return "<" }
    var text = InlineText()
    text.load(bytes.span, cell: cell, origin: table.origin, in: document)
    return string(text.bytes)
  }

  func slice(_ range: Range<Int>) -> String { string(Array(bytes[range])) }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
