/// One Markdown file as a flat tree of typed blocks with exact byte ranges.
///
/// libcmark decides the block structure and where blocks begin, but for what stands plainly at the margin; all ranges, tables, comments and inline text come from the
/// file's own bytes. Any bytes give a document.
package struct MarkdownDocument: Sendable {
  /// In pre-order; the first is the document.
  package let blocks: [Block]
  /// Pipe tables and HTML tables in document order.
  package let tables: [Table]
  /// Every closed HTML comment outside code, from `<!--` to `-->`, in order.
  package let comments: [Range<Int>]
  package let problems: [MarkdownProblem]
  let linkDefinitions: LinkDefinitions

  /// Whether the same brackets may be a link here and none elsewhere.
  package var hasLinkDefinitions: Bool { !linkDefinitions.isEmpty }

  /// The bytes of a paragraph's or heading's text: no task box, no `#`, no underline.
  package func textRange(_ bytes: Span<UInt8>, ofBlock index: Int) -> Range<Int> {
    blocks[index].textRange(bytes, in: self)
  }

  /// Parses `bytes[start...]`; front matter and a byte order mark lie before `start`. All offsets are into `bytes`.
  package static func parse(_ bytes: Span<UInt8>, from start: Int) -> MarkdownDocument {
    parse(bytes, from: start, readsMargin: true)
  }

  /// - Parameter readsMargin: Whether what stands plainly at the margin is read without libcmark; the document is the same.
  static func parse(_ bytes: Span<UInt8>, from start: Int, readsMargin: Bool) -> MarkdownDocument {
    let start = min(max(start, 0), bytes.count)
    guard bytes.count - start <= sizeLimit else { return empty(start, bytes.count) }
    var builder = TreeBuilder(start: start, end: bytes.count)
    var offset = readsMargin ? builder.addMarginBlocks(bytes, from: start) : start
    while offset < bytes.count {
      let end = readsMargin ? TreeBuilder.endOfStretch(bytes, from: offset) : bytes.count
      let source = BlockSource(bytes, offset..<end)
      if let place = source.tooDeepAt { return empty(start, bytes.count, problems: [.tooDeep(at: place)]) }
      builder.build(bytes, source, CMarkBlocks(source))
      offset = builder.addMarginBlocks(bytes, from: end)
    }
    if builder.hasHTML { builder.joinHTMLTables(bytes) }
    builder.closeContainers()
    builder.linkDefinitions.sort()
    var comments: [Range<Int>] = []
    if !builder.commentOpeners.isEmpty {
      comments = Comments.find(bytes, openers: builder.commentOpeners, builder.blocks, builder.tables)
    }
    return MarkdownDocument(
      blocks: builder.blocks, tables: builder.tables, comments: comments, problems: builder.problems,
      linkDefinitions: builder.linkDefinitions)
  }

  /// libcmark stops the process at 2^30 bytes.
  private static let sizeLimit = 1 << 29

  private static func empty(_ start: Int, _ end: Int, problems: [MarkdownProblem] = []) -> MarkdownDocument {
    var document = Block(.document, min(start, Int(UInt32.max)), min(end, Int(UInt32.max)), parent: -1)
    document.subtreeEnd = 1
    return MarkdownDocument(
      blocks: [document], tables: [], comments: [], problems: problems, linkDefinitions: .none)
  }
}
