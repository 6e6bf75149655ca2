/// Reads what stands at the left margin and cannot be anything else: headings of one line, paragraphs, pipe tables and
/// flat lists.
///
/// Most of a plan is that, and the first bytes of its lines settle the structure. Everything else (quotes, nested items,
/// code, HTML, underlined headings, definitions) is left to libcmark, stretch by stretch. A stretch ends where a heading, a
/// table or text follows a blank line at the margin: that closes every container, so both may be read on their own.
extension TreeBuilder {
  /// What a line at the margin is by its first bytes.
  private enum MarginLine { case blank, heading, pipe, item, text, other }

  /// Appends blocks from `start` on; gives where the first stretch for libcmark begins, or the end of the file.
  mutating func addMarginBlocks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let openers = commentOpeners.count
      let next: Int?
      switch Self.marginLine(bytes, at: offset) {
      case .blank: next = bytes.afterLineEnd(at: bytes.lineEnd(from: offset, before: bytes.count), before: bytes.count)
      case .heading: next = addMarginHeading(bytes, at: offset)
      case .text: next = addMarginParagraph(bytes, at: offset)
      case .item: next = addFlatList(bytes, at: offset)
      case .pipe: next = addMarginTable(bytes, at: offset)
      case .other: next = nil
      }
      guard let next else {
        commentOpeners.removeLast(commentOpeners.count - openers)
        return offset
      }
      offset = next
    }
    return offset
  }

  /// Where the stretch for libcmark that begins at `start` ends.
  static func endOfStretch(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    var wasBlank = false
    while offset < bytes.count {
      let line = marginLine(bytes, at: offset)
      switch line {
      case .heading, .pipe, .text: if wasBlank { return offset }
      case .blank, .item, .other: break
      }
      if line != .blank, mayStayOpen(bytes, at: offset) { return bytes.count }
      wasBlank = line == .blank
      offset = bytes.afterLineEnd(at: bytes.nextLineEnd(from: offset), before: bytes.count)
    }
    return offset
  }

  /// Whether a line may open a fence or an HTML block, which a blank line need not close.
  private static func mayStayOpen(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    let head = LineHead(bytes, at: start)
    for offset in start..<head.end where bytes[offset] == ASCII.backtick || bytes[offset] == ASCII.tilde { return true }
    guard head.end < bytes.count, bytes[head.end] == ASCII.less else { return false }
    // A comment that ends on its line is closed.
    let end = bytes.nextLineEnd(from: head.end)
    guard head.end == start, bytes.hasPrefix("<!--", at: start, before: end) else { return true }
    var offset = start + 4
    while offset + 2 < end {
      if bytes[offset] == ASCII.dash, bytes[offset + 1] == ASCII.dash, bytes[offset + 2] == ASCII.greater {
        return false
      }
      offset += 1
    }
    return true
  }

  private static func marginLine(_ bytes: Span<UInt8>, at start: Int) -> MarginLine {
    switch bytes[start] {
    case ASCII.lineFeed, ASCII.carriageReturn: return .blank
    case ASCII.space, ASCII.tab:
      let content = bytes.skippingBlanks(from: start, before: bytes.count)
      return content == bytes.count || bytes[content].endsLine ? .blank : .other
    case ASCII.hash: return bytes.beginsATXHeading(at: start) ? .heading : .other
    case ASCII.pipe: return .pipe
    case ASCII.dash:
      guard start + 2 < bytes.count, bytes[start + 1] == ASCII.space else { return .other }
      return bytes.beginsText(at: start + 2) || bytes.taskBox(at: start + 2) != nil ? .item : .other
    default: return bytes.beginsText(at: start) ? .text : .other
    }
  }

  /// The end of the line that holds `start`; notes the comments that open on it.
  private mutating func lineEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = bytes.nextAngleOrLineEnd(from: start)
    while offset < bytes.count, !bytes[offset].endsLine {
      if bytes[offset] == ASCII.less, bytes.hasPrefix("<!--", at: offset, before: bytes.count) {
        commentOpeners.append(offset)
      }
      offset = bytes.nextAngleOrLineEnd(from: offset + 1)
    }
    return offset
  }

  private mutating func addMarginHeading(_ bytes: Span<UInt8>, at start: Int) -> Int {
    let end = lineEnd(bytes, from: start)
    var level = 0
    while start + level < end, bytes[start + level] == ASCII.hash { level += 1 }
    var heading = Block(.heading, start, bytes.trimmingBlanks(to: end, from: start), parent: 0)
    heading.level = UInt8(level)
    append(heading)
    return bytes.afterLineEnd(at: end, before: bytes.count)
  }

  private mutating func addMarginParagraph(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    var end = lineEnd(bytes, from: start)
    var offset = bytes.afterLineEnd(at: end, before: bytes.count)
    lines: while offset < bytes.count {
      switch Self.marginLine(bytes, at: offset) {
      case .text:
        end = lineEnd(bytes, from: offset)
        offset = bytes.afterLineEnd(at: end, before: bytes.count)
      case .blank, .heading, .item: break lines
      case .pipe, .other: return nil
      }
    }
    append(Block(.paragraph, start, bytes.trimmingBlanks(to: end, from: start), parent: 0))
    return offset
  }

  private mutating func addFlatList(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let list = Int32(blocks.count)
    append(Block(.bulletList, start, start + 1, parent: 0))
    var offset = start
    while offset < bytes.count {
      switch Self.marginLine(bytes, at: offset) {
      case .item:
        append(Block(.item, offset, offset + 1, parent: list))
        let content = offset + 2
        if let isDone = bytes.taskBox(at: content) {
          blocks[blocks.count - 1].task = TaskBox(isDone: isDone, offset: UInt32(content))
        }
        let end = lineEnd(bytes, from: content)
        append(
          Block(.paragraph, content, bytes.trimmingBlanks(to: end, from: content), parent: Int32(blocks.count - 1)))
        offset = bytes.afterLineEnd(at: end, before: bytes.count)
        continue
      case .heading: return offset
      case .blank:
        var next = offset
        while next < bytes.count, Self.marginLine(bytes, at: next) == .blank {
          next = bytes.afterLineEnd(at: bytes.nextLineEnd(from: next), before: bytes.count)
        }
        // A marker or an indented line would continue the list.
        if next == bytes.count || !(bytes[next].isBlank || bytes[next] == ASCII.dash) { return next }
      case .pipe, .text, .other: break
      }
      blocks.removeLast(blocks.count - Int(list))
      return nil
    }
    return offset
  }

  private mutating func addMarginTable(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    let headerEnd = lineEnd(bytes, from: start)
    let header = start..<bytes.trimmingBlanks(to: headerEnd, from: start)
    var offset = bytes.afterLineEnd(at: headerEnd, before: bytes.count)
    guard offset < bytes.count, bytes[offset] == ASCII.pipe else { return nil }
    var lineEnd = self.lineEnd(bytes, from: offset)
    var cells: [Table.Cell] = []
    let columns = PipeRow.split(bytes, header, into: &cells)
    guard columns <= Self.marginColumnLimit,
      PipeRow.delimiterCount(bytes, offset..<bytes.trimmingBlanks(to: lineEnd, from: offset)) == columns
    else { return nil }
    let noted = problems.count
    var starts = [UInt32(header.lowerBound)]
    var ends = [UInt32(header.upperBound)]
    var end = bytes.trimmingBlanks(to: lineEnd, from: offset)
    offset = bytes.afterLineEnd(at: lineEnd, before: bytes.count)
    var added = 0
    rows: while offset < bytes.count {
      switch Self.marginLine(bytes, at: offset) {
      case .pipe:
        lineEnd = self.lineEnd(bytes, from: offset)
        let row = offset..<bytes.trimmingBlanks(to: lineEnd, from: offset)
        guard let missing = addRow(bytes, row, columns: columns, &cells) else { break }
        added += missing
        starts.append(UInt32(row.lowerBound))
        ends.append(UInt32(row.upperBound))
        end = row.upperBound
        offset = bytes.afterLineEnd(at: lineEnd, before: bytes.count)
        if added <= Self.addedCellLimit { continue }
      case .blank, .heading: break rows
      case .item, .text, .other: break
      }
      problems.removeLast(problems.count - noted)
      return nil
    }
    var block = Block(.table, header.lowerBound, end, parent: 0)
    block.payload = Int32(tables.count)
    append(block)
    tables.append(
      Table(
        origin: .pipe, start: UInt32(header.lowerBound), end: UInt32(end), columnCount: columns, cells: cells,
        rowStarts: starts, rowEnds: ends))
    return offset
  }

  private static let marginColumnLimit = 1_000
}

extension Span<UInt8> {
  /// Whether text begins here that can be no marker, underline, fence, tag, delimiter row or definition.
  fileprivate func beginsText(at start: Int) -> Bool {
    let byte = self[start]
    if byte >= 0x80 || byte.isLetter { return true }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var offset = start
      while offset < count, self[offset].isDigit { offset += 1 }
      return offset == count || self[offset] != ASCII.dot && self[offset] != ASCII.closeParenthesis
    case ASCII.star:
      // Bold; three stars may be a break.
      guard start + 2 < count, self[start + 1] == ASCII.star else { return false }
      return self[start + 2] != ASCII.star && !self[start + 2].isBlankOrLineEnd
    case ASCII.at, ASCII.quote, ASCII.apostrophe, ASCII.openParenthesis, UInt8(ascii: "$"): return true
    default: return false
    }
  }

  /// The next line end, or the end of the file.
  fileprivate func nextLineEnd(from start: Int) -> Int {
    var offset = nextAngleOrLineEnd(from: start)
    while offset < count, !self[offset].endsLine { offset = nextAngleOrLineEnd(from: offset + 1) }
    return offset
  }
}
