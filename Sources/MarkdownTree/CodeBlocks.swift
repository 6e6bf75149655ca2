/// Where code ends, which libcmark does not tell.
extension TreeBuilder {
  func lastLineOfCode(_ bytes: Span<UInt8>, _ block: CMarkBlock, at start: Int, parent: Int32, nextLine: Int) -> Int {
    let final = lines.count - 1
    let firstLine = line(ofCopy: block.firstLine)
    guard let fence = bytes.fence(at: start), !isIndentedCode(bytes, at: start, line: firstLine, parent: parent)
    else {
      return line(ofCopy: block.firstLine + max(block.lineCount, 1)) - 1
    }
    let closing = line(ofCopy: block.firstLine + block.lineCount + 1)
    guard closing <= final, closing < nextLine || nextLine <= firstLine else { return closing - 1 }
    let line = lines[closing]
    let depth = Int(quoteDepth(of: parent))
    let content = bytes.skippingQuoteMarkers(depth, from: Int(line.start), before: Int(line.end))
    guard let other = bytes.fence(at: content), other.mark == fence.mark, other.length >= fence.length,
      bytes.skippingBlanks(from: content + other.length, before: Int(line.end)) == Int(line.end)
    else { return closing - 1 }
    return closing
  }

  /// Code that begins with a fence's characters may still be indented code.
  private func isIndentedCode(_ bytes: Span<UInt8>, at start: Int, line: Int, parent: Int32) -> Bool {
    let holder = blocks[Int(parent)]
    let lineStart = Int(lines[line].start)
    if holder.kind == .item, Int(holder.start) >= lineStart {
      return bytes.columns(from: Int(holder.end), to: start, lineStart: lineStart) > 4
    }
    guard let indent = ContainerIndent(bytes, parent: parent, blocks).indent(bytes, lineStart..<start) else {
      return false
    }
    return indent >= 4
  }
}

extension Span<UInt8> {
  fileprivate func fence(at start: Int) -> (mark: UInt8, length: Int)? {
    guard start < count, self[start] == ASCII.backtick || self[start] == ASCII.tilde else { return nil }
    var offset = start
    while offset < count, self[offset] == self[start] { offset += 1 }
    return offset - start >= 3 ? (self[start], offset - start) : nil
  }

  /// Columns between two offsets of one line, tabs at every fourth.
  func columns(from start: Int, to end: Int, lineStart: Int) -> Int {
    column(of: end, lineStart: lineStart) - column(of: start, lineStart: lineStart)
  }

  private func column(of offset: Int, lineStart: Int) -> Int {
    var column = 0
    for position in lineStart..<max(lineStart, offset) { column += self[position] == ASCII.tab ? 4 - column % 4 : 1 }
    return column
  }
}
