/// Turns libcmark's blocks into ours: byte ranges, link definitions, tables, task boxes.
struct TreeBuilder {
  /// Of the stretch that libcmark reads.
  private(set) var lines: [BlockSource.Line] = []
  let end: Int
  var blocks: [Block] = []
  var tables: [Table] = []
  var problems: [MarkdownProblem] = []
  var linkDefinitions = LinkDefinitions()
  var hasHTML = false
  /// Offsets of every `<!--`.
  var commentOpeners: [Int] = []
  private var firstLines: [Int32] = []
  private var leaf = LeafText()

  init(start: Int, end: Int) {
    self.end = end
    append(Block(.document, start, end, parent: -1))
  }

  /// Appends the blocks of one stretch.
  mutating func build(_ bytes: Span<UInt8>, _ source: BlockSource, _ parsed: borrowing CMarkBlocks) {
    lines = source.lines
    firstLines = source.firstLines
    commentOpeners += source.commentOpeners
    // One block of libcmark may become several, so indices differ.
    var indices: [Int32] = []
    indices.reserveCapacity(parsed.count)
    for index in 0..<parsed.count {
      let block = parsed[index]
      indices.append(block.kind == .document ? 0 : Int32(blocks.count))
      let parent = block.parent >= 0 ? indices[Int(block.parent)] : -1
      let nextLine = index + 1 < parsed.count ? line(ofCopy: parsed[index + 1].firstLine) : lines.count
      add(bytes, block, parent: parent, nextLine: nextLine)
    }
  }

  /// Sets where each block's descendants end, and the end of containers to that of what they hold.
  mutating func closeContainers() {
    for index in blocks.indices.reversed() {
      blocks[index].subtreeEnd = max(blocks[index].subtreeEnd, Int32(index) + 1)
      let parent = Int(blocks[index].parent)
      if parent >= 0 {
        blocks[parent].subtreeEnd = max(blocks[parent].subtreeEnd, blocks[index].subtreeEnd)
        blocks[parent].end = max(blocks[parent].end, blocks[index].end)
      }
    }
  }

  /// The first of our lines that a line of libcmark's text stands for; behind its text, the number of lines.
  func line(ofCopy line: Int) -> Int { line < firstLines.count ? Int(firstLines[line]) : lines.count }

  private mutating func add(_ bytes: Span<UInt8>, _ block: CMarkBlock, parent: Int32, nextLine: Int) {
    let firstLine = line(ofCopy: block.firstLine)
    guard block.kind != .document, firstLine < lines.count else { return }
    let line = lines[firstLine]
    let blockStart = min(Int(line.start) + block.column, Int(line.end))
    switch block.kind {
    case .document:
      break
    case .quote, .orderedList:
      append(Block(block.kind, blockStart, min(blockStart + 1, end), parent: parent))
    case .bulletList:
      noteListInsteadOfDelimiterRow(bytes, blockStart, line: firstLine, parent: parent)
      append(Block(.bulletList, blockStart, min(blockStart + 1, end), parent: parent))
    case .item:
      append(Block(.item, blockStart, bytes.listMarkerEnd(at: blockStart), parent: parent))
    case .paragraph, .table, .linkDefinition:
      let next = max(self.line(ofCopy: block.lastLine + 1), firstLine + 1)
      addParagraph(bytes, Passage(lines: firstLine..<next, start: blockStart, parent: parent))
    case .heading:
      addHeading(bytes, block, at: blockStart, parent: parent)
    case .code:
      let last = lastLineOfCode(bytes, block, at: blockStart, parent: parent, nextLine: nextLine)
      append(Block(.code, blockStart, contentEnd(bytes, line: last, from: blockStart), parent: parent))
    case .html:
      hasHTML = true
      let last = self.line(ofCopy: block.firstLine + max(block.lineCount, 1)) - 1
      append(Block(.html, blockStart, contentEnd(bytes, line: last, from: blockStart), parent: parent))
    case .thematicBreak:
      append(
        Block(.thematicBreak, blockStart, contentEnd(bytes, line: firstLine, from: blockStart), parent: parent))
    }
  }

  mutating func append(_ block: Block) {
    var block = block
    if block.parent >= 0 {
      let parent = blocks[Int(block.parent)]
      block.quoteDepth = parent.quoteDepth &+ (block.kind == .quote ? 1 : 0)
    }
    blocks.append(block)
  }

  func contentEnd(_ bytes: Span<UInt8>, line: Int, from start: Int) -> Int {
    bytes.trimmingBlanks(to: max(start, Int(lines[line].end)), from: start)
  }

  private mutating func addHeading(_ bytes: Span<UInt8>, _ block: CMarkBlock, at blockStart: Int, parent: Int32) {
    let isUnderlined = !bytes.beginsATXHeading(at: blockStart)
    let firstLine = line(ofCopy: block.firstLine)
    let underline = min(line(ofCopy: block.firstLine + block.lineCount), lines.count - 1)
    let last = isUnderlined ? underline : firstLine
    var passage = Passage(lines: firstLine..<last + 1, start: blockStart, parent: parent)
    if isUnderlined, last > firstLine {
      var text = Passage(lines: firstLine..<last, start: blockStart, parent: parent)
      readTask(bytes, text)
      addLinkDefinitions(bytes, &text)
      if text.lines.isEmpty {
        let underline = content(bytes, line: last, in: text)
        append(Block(.paragraph, underline.lowerBound, underline.upperBound, parent: parent))
        return
      }
      passage.lines = text.lines.lowerBound..<passage.lines.upperBound
      passage.start = text.start
      if mayHoldTable(passage), addTables(bytes, passage, isUnderlined: true) { return }
    }
    var heading = Block(.heading, passage.start, contentEnd(bytes, line: last, from: passage.start), parent: parent)
    heading.level = block.level
    heading.isSetext = isUnderlined
    append(heading)
  }

  private mutating func addParagraph(_ bytes: Span<UInt8>, _ passage: Passage) {
    var passage = passage
    readTask(bytes, passage)
    addLinkDefinitions(bytes, &passage)
    guard !passage.lines.isEmpty else { return }
    if mayHoldTable(passage), addTables(bytes, passage, isUnderlined: false) { return }
    appendParagraph(bytes, passage)
  }

  mutating func appendParagraph(_ bytes: Span<UInt8>, _ passage: Passage) {
    let last = passage.lines.upperBound - 1
    append(
      Block(.paragraph, passage.start, contentEnd(bytes, line: last, from: passage.start), parent: passage.parent))
  }

  private func mayHoldTable(_ passage: Passage) -> Bool {
    passage.lines.dropFirst().contains { lines[$0].mayDelimitTable }
  }

  private mutating func readTask(_ bytes: Span<UInt8>, _ passage: Passage) {
    let parent = Int(passage.parent)
    guard blocks[parent].kind == .item, blocks.count - 1 == parent, let isDone = bytes.taskBox(at: passage.start) else {
      return
    }
    blocks[parent].task = TaskBox(isDone: isDone, offset: UInt32(passage.start))
  }

  /// Appends the definitions at the beginning of a paragraph and takes their lines off it.
  private mutating func addLinkDefinitions(_ bytes: Span<UInt8>, _ passage: inout Passage) {
    guard passage.start < end, bytes[passage.start] == ASCII.openBracket, let last = passage.lines.last else { return }
    let range = passage.start..<contentEnd(bytes, line: last, from: passage.start)
    leaf.load(bytes, range, quoteDepth: Int(quoteDepth(of: passage.parent)))
    var textStart = 0
    for textEnd in linkDefinitions.read(leaf) {
      let definitionEnd = textEnd > textStart ? leaf.source(of: textEnd - 1) + 1 : passage.start
      append(Block(.linkDefinition, passage.start, definitionEnd, parent: passage.parent))
      var line = passage.lines.lowerBound
      while line < passage.lines.upperBound, Int(lines[line].end) < definitionEnd { line += 1 }
      passage.lines = min(line + 1, passage.lines.upperBound)..<passage.lines.upperBound
      textStart = textEnd + 1
      passage.start = leaf.source(of: textStart)
    }
  }

  func quoteDepth(of parent: Int32) -> UInt16 { parent >= 0 ? blocks[Int(parent)].quoteDepth : 0 }
}

/// Lines of one paragraph that are still to be placed.
struct Passage {
  var lines: Range<Int>
  /// The first significant byte of the first line.
  var start: Int
  let parent: Int32
}

extension Span<UInt8> {
  fileprivate func listMarkerEnd(at start: Int) -> Int {
    var offset = start
    while offset < count, self[offset].isDigit { offset += 1 }
    return min(offset + 1, count)
  }

  func beginsATXHeading(at start: Int) -> Bool {
    var offset = start
    while offset < count, self[offset] == ASCII.hash { offset += 1 }
    return (1...6).contains(offset - start) && (offset == count || self[offset].isBlankOrLineEnd)
  }

  /// Whether the box at `offset` is ticked; `nil` where there is none.
  func taskBox(at offset: Int) -> Bool? {
    guard offset + 2 < count, self[offset] == ASCII.openBracket, self[offset + 2] == ASCII.closeBracket,
      offset + 3 == count || self[offset + 3].isBlankOrLineEnd
    else { return nil }
    switch self[offset + 1] {
    case ASCII.space: return false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
    default: return nil
    }
  }
}
