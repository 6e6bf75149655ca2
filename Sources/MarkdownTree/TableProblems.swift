/// What is wrong with pipe tables.
extension TreeBuilder {
  mutating func noteRowCellCount(
    _ bytes: Span<UInt8>, _ row: Range<Int>, _ cells: ArraySlice<Table.Cell>, expected: Int
  ) {
    var have = cells.count
    // A comment behind the last pipe is no cell that anyone would miss.
    while have > expected, bytes.isCommentOnly(cells[cells.startIndex + have - 1].range) { have -= 1 }
    if have != expected { problems.append(.rowCellCount(row: row, have: have, expected: expected)) }
  }

  mutating func noteDelimiterCellCount(
    _ bytes: Span<UInt8>, line: Int, header: Range<Int>, have: Int, expected: Int, in passage: Passage
  ) {
    guard header.contains(where: { bytes[$0] == ASCII.pipe }) else { return }
    let row = content(bytes, line: line, in: passage)
    problems.append(.delimiterCellCount(line: row, have: have, expected: expected))
  }

  /// `- | -` below a line with pipes.
  mutating func noteListInsteadOfDelimiterRow(_ bytes: Span<UInt8>, _ start: Int, line: Int, parent: Int32) {
    guard lines[line].mayDelimitTable, line > 0, let last = blocks.last, last.kind == .paragraph,
      last.parent == parent, Int(last.end) > Int(lines[line - 1].start), Int(last.end) <= Int(lines[line - 1].end)
    else { return }
    let row = start..<contentEnd(bytes, line: line, from: start)
    let header = max(Int(last.start), Int(lines[line - 1].start))..<Int(last.end)
    guard row.contains(where: { bytes[$0] == ASCII.pipe }), header.contains(where: { bytes[$0] == ASCII.pipe }),
      PipeRow.delimiterCount(bytes, row) != nil
    else { return }
    problems.append(.listInsteadOfDelimiterRow(line: row))
  }
}

extension Span<UInt8> {
  fileprivate func isCommentOnly(_ range: Range<Int>) -> Bool {
    guard hasPrefix("<!--", at: range.lowerBound, before: range.upperBound) else { return false }
    return end(of: "-->", from: range.lowerBound + 4, before: range.upperBound) == range.upperBound
  }
}
