/// Finds the pipe tables that libcmark takes for paragraphs.
extension TreeBuilder {
  /// As cmark-gfm: a table takes no more rows once so many cells had to be added to short ones.
  static let addedCellLimit = 0x80000
  private static let columnLimit = Int(UInt16.max)

  /// Places the passage as paragraphs and tables; `false`, with nothing placed, if it holds no table.
  ///
  /// `isUnderlined`: libcmark took the last line for the underline of a heading.
  mutating func addTables(_ bytes: Span<UInt8>, _ passage: Passage, isUnderlined: Bool) -> Bool {
    var indent = ContainerIndent(bytes, parent: passage.parent, blocks)
    var rest = passage
    var found = false
    var line = passage.lines.lowerBound + 1
    var cells: [Table.Cell] = []
    while line < rest.lines.upperBound {
      guard lines[line].mayDelimitTable, line > rest.lines.lowerBound,
        let extra = indent.indent(bytes, range(ofLine: line)), extra < 4,
        let columns = PipeRow.delimiterCount(bytes, content(bytes, line: line, in: rest))
      else {
        line += 1
        continue
      }
      cells.removeAll(keepingCapacity: true)
      let header = content(bytes, line: line - 1, in: rest)
      let count = PipeRow.split(bytes, header, into: &cells)
      guard count == columns, count <= Self.columnLimit else {
        noteDelimiterCellCount(bytes, line: line, header: header, have: columns, expected: count, in: rest)
        line += 1
        continue
      }
      found = true
      if line - 1 > rest.lines.lowerBound {
        appendParagraph(bytes, Passage(lines: rest.lines.lowerBound..<line - 1, start: rest.start, parent: rest.parent))
      }
      line = addTable(bytes, header, &cells, firstRow: line + 1, in: rest, indent)
      rest.lines = line..<rest.lines.upperBound
      guard line < rest.lines.upperBound else { return true }
      indent = ContainerIndent(bytes, holding: range(ofLine: line), parent: rest.parent, blocks)
      rest.start = bytes.skippingQuoteMarkers(
        Int(quoteDepth(of: rest.parent)), from: Int(lines[line].start), before: Int(lines[line].end))
      line = addBlockAfterTable(bytes, in: rest, indent)
      if line > rest.lines.lowerBound {
        guard line < rest.lines.upperBound else { return true }
        rest.start = content(bytes, line: line, in: rest).lowerBound
        rest.lines = line..<rest.lines.upperBound
      }
      line += 1
    }
    if found { appendParagraph(bytes, rest) }
    return found
  }

  func range(ofLine line: Int) -> Range<Int> { Int(lines[line].start)..<Int(lines[line].end) }

  /// A line without what its containers put before it, and without blanks at its end.
  func content(_ bytes: Span<UInt8>, line: Int, in passage: Passage) -> Range<Int> {
    let end = Int(lines[line].end)
    let start =
      line == passage.lines.lowerBound
      ? passage.start
      : bytes.skippingQuoteMarkers(Int(quoteDepth(of: passage.parent)), from: Int(lines[line].start), before: end)
    return start..<bytes.trimmingBlanks(to: max(start, end), from: start)
  }

  /// Adds the table whose header's cells are given; returns the line behind it.
  private mutating func addTable(
    _ bytes: Span<UInt8>, _ header: Range<Int>, _ cells: inout [Table.Cell], firstRow: Int, in passage: Passage,
    _ indent: ContainerIndent
  ) -> Int {
    let columns = cells.count
    var starts = [UInt32(header.lowerBound)]
    var ends = [UInt32(header.upperBound)]
    var end = contentEnd(bytes, line: firstRow - 1, from: Int(lines[firstRow - 1].start))
    var added = 0
    var line = firstRow
    while line < passage.lines.upperBound, added <= Self.addedCellLimit,
      !endsTable(bytes, line: line, in: passage, indent)
    {
      let row = content(bytes, line: line, in: passage)
      guard let missing = addRow(bytes, row, columns: columns, &cells) else { break }
      added += missing
      starts.append(UInt32(row.lowerBound))
      ends.append(UInt32(row.upperBound))
      end = row.upperBound
      line += 1
    }
    var block = Block(.table, header.lowerBound, end, parent: passage.parent)
    block.payload = Int32(tables.count)
    append(block)
    tables.append(
      Table(
        origin: .pipe, start: UInt32(header.lowerBound), end: UInt32(end), columnCount: columns, cells: Array(cells),
        rowStarts: starts, rowEnds: ends))
    return line
  }

  /// Adds a row's cells, as many as the table has columns; gives how many it was short of, `nil` for a line that is no row.
  mutating func addRow(_ bytes: Span<UInt8>, _ row: Range<Int>, columns: Int, _ cells: inout [Table.Cell]) -> Int? {
    let first = cells.count
    let count = PipeRow.split(bytes, row, into: &cells)
    guard count != columns else { return 0 }
    guard count > 0 else { return nil }
    noteRowCellCount(bytes, row, cells[first...], expected: columns)
    if count > columns {
      cells.removeLast(count - columns)
      return 0
    }
    for _ in count..<columns { cells.append(Table.Cell(row.upperBound, row.upperBound)) }
    return columns - count
  }

  /// Lines that continue a paragraph but not a table: lazy ones, and blocks that may not interrupt a paragraph.
  private func endsTable(_ bytes: Span<UInt8>, line: Int, in passage: Passage, _ indent: ContainerIndent) -> Bool {
    guard let extra = indent.indent(bytes, range(ofLine: line)), extra < 4 else { return true }
    let content = content(bytes, line: line, in: passage)
    return bytes.beginsBlock(content)
  }

  /// Places the lines after a table that are blocks of their own; gives the first line that is left.
  private mutating func addBlockAfterTable(
    _ bytes: Span<UInt8>, in passage: Passage, _ indent: ContainerIndent
  ) -> Int {
    let line = passage.lines.lowerBound
    let text = passage.start..<contentEnd(bytes, line: line, from: passage.start)
    guard let extra = indent.indent(bytes, range(ofLine: line)) else { return line }
    if extra >= 4 {
      append(Block(.code, text.lowerBound, text.upperBound, parent: passage.parent))
      return line + 1
    }
    if bytes.isThematicBreak(text) {
      append(Block(.thematicBreak, text.lowerBound, text.upperBound, parent: passage.parent))
      return line + 1
    }
    if bytes.isLoneTag(text) {
      let last = passage.lines.upperBound - 1
      append(
        Block(.html, text.lowerBound, contentEnd(bytes, line: last, from: text.lowerBound), parent: passage.parent))
      hasHTML = true
      return last + 1
    }
    guard let marker = bytes.listMarker(text) else { return line }
    append(
      Block(marker.isOrdered ? .orderedList : .bulletList, text.lowerBound, marker.end, parent: passage.parent))
    return addItems(bytes, in: passage, list: Int32(blocks.count - 1), isOrdered: marker.isOrdered)
  }

  /// Adds one item for each line of the passage that begins with a marker; other lines continue the item before them.
  private mutating func addItems(_ bytes: Span<UInt8>, in passage: Passage, list: Int32, isOrdered: Bool) -> Int {
    var line = passage.lines.lowerBound
    while line < passage.lines.upperBound {
      let text = content(bytes, line: line, in: passage)
      guard let marker = bytes.listMarker(text), marker.isOrdered == isOrdered else { break }
      append(Block(.item, text.lowerBound, marker.end, parent: list))
      line += 1
      let start = bytes.skippingBlanks(from: marker.end, before: text.upperBound)
      guard start < text.upperBound else { continue }
      while line < passage.lines.upperBound, bytes.listMarker(content(bytes, line: line, in: passage)) == nil {
        line += 1
      }
      append(
        Block(
          .paragraph, start, contentEnd(bytes, line: line - 1, from: start), parent: Int32(blocks.count - 1)))
    }
    return line
  }
}

extension Span<UInt8> {
  /// Whether a line that libcmark lets continue a paragraph would begin a block elsewhere.
  fileprivate func beginsBlock(_ line: Range<Int>) -> Bool {
    isThematicBreak(line) || listMarker(line) != nil || isLoneTag(line)
  }

  fileprivate func isLoneTag(_ line: Range<Int>) -> Bool {
    HTMLTag(self, at: line.lowerBound, before: line.upperBound)?.end == line.upperBound
  }

  /// Three or more dashes: the only break that libcmark may have taken for an underline.
  fileprivate func isThematicBreak(_ line: Range<Int>) -> Bool {
    var dashes = 0
    for offset in line {
      guard self[offset] == ASCII.dash || self[offset].isBlank else { return false }
      dashes += self[offset] == ASCII.dash ? 1 : 0
    }
    return dashes >= 3
  }

  fileprivate func listMarker(_ line: Range<Int>) -> (end: Int, isOrdered: Bool)? {
    var offset = line.lowerBound
    while offset < line.upperBound, self[offset].isDigit { offset += 1 }
    let digits = offset - line.lowerBound
    guard offset < line.upperBound, digits <= 9 else { return nil }
    switch self[offset] {
    case ASCII.dash, ASCII.plus, ASCII.star: guard digits == 0 else { return nil }
    case ASCII.dot, ASCII.closeParenthesis: guard digits > 0 else { return nil }
    default: return nil
    }
    guard offset + 1 == line.upperBound || self[offset + 1].isBlank else { return nil }
    return (offset + 1, digits > 0)
  }
}
