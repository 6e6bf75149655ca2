/// One block of a document. Blocks stand in pre-order, so a block's descendants follow it directly.
package struct Block: Sendable {
  package enum Kind: UInt8, Sendable {
    case document, quote, bulletList, orderedList, item, paragraph, heading, code, html, thematicBreak, table
    case linkDefinition
  }

  package let kind: Kind
  /// The block's first significant byte.
  package internal(set) var start: UInt32
  /// The end of the content of the block's last line.
  package internal(set) var end: UInt32
  /// Index of the block that holds this one, -1 for the document.
  package internal(set) var parent: Int32
  /// Index one past the block's last descendant.
  package internal(set) var subtreeEnd: Int32 = 0
  /// Level of a heading, 0 for all else.
  package internal(set) var level: UInt8 = 0
  /// The heading is text above a line of `=` or `-`; the underline belongs to the range.
  package internal(set) var isSetext = false
  /// The box of an item that begins with `[ ]` or `[x]`.
  package internal(set) var task: TaskBox?
  /// Index into `MarkdownDocument.tables`, or -1.
  package internal(set) var payload: Int32 = -1
  /// How many block quotes hold the block's lines.
  package internal(set) var quoteDepth: UInt16 = 0

  init(_ kind: Kind, _ start: Int, _ end: Int, parent: Int32) {
    self.kind = kind
    self.start = UInt32(start)
    self.end = UInt32(end)
    self.parent = parent
  }

  /// The block's bytes in the file.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// The box of a task: `[ ]`, `[x]` or `[X]`.
package struct TaskBox: Hashable, Sendable {
  package let isDone: Bool
  /// Offset of the `[`; the box is three bytes.
  package let offset: UInt32
}
