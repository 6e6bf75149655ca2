import CCMark

/// Owns libcmark's blocks of one document and gives their memory back exactly once.
struct CMarkBlocks: ~Copyable {
  private let blocks: UnsafeBufferPointer<ccmark_block>

  init(_ source: borrowing BlockSource) {
    self.init(source.copy.span, length: source.length)
  }

  /// Parses the first `length` bytes.
  init(_ bytes: Span<UInt8>, length: Int) {
    blocks = bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      let first = ccmark_parse(buffer.baseAddress, min(length, buffer.count), &count)
      return UnsafeBufferPointer(start: first, count: count)
    }
  }

  deinit { ccmark_release() }

  var count: Int { blocks.count }

  subscript(_ index: Int) -> CMarkBlock {
    precondition(blocks.indices.contains(index), "a block of this document")
    return CMarkBlock(blocks[index])
  }
}

/// What libcmark says about one block; lines are lines of its text, from 0.
struct CMarkBlock {
  let kind: Block.Kind
  let level: UInt8
  let parent: Int32
  let firstLine: Int
  /// In bytes, from 0.
  let column: Int
  /// Right for paragraphs only.
  let lastLine: Int
  /// Lines of text of headings, code and HTML.
  let lineCount: Int

  init(_ block: ccmark_block) {
    kind = Block.Kind(rawValue: block.kind) ?? .document
    level = block.level
    parent = block.parent
    firstLine = max(0, Int(block.start_line) - 1)
    column = max(0, Int(block.start_column) - 1)
    lastLine = max(firstLine, Int(block.end_line) - 1)
    lineCount = Int(block.lines)
  }
}
