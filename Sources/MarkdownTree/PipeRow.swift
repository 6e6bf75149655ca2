/// One row of a pipe table, split as GFM 0.29 splits it: at every pipe that no backslash precedes, even inside code.
enum PipeRow {
  /// Appends the row's cells and gives their number; 0 for a line that is no row.
  static func split(_ bytes: Span<UInt8>, _ line: Range<Int>, into cells: inout [Table.Cell]) -> Int {
    let end = line.upperBound
    var count = 0
    var offset = line.lowerBound
    if offset < end, bytes[offset] == ASCII.pipe { offset = bytes.skippingCellBlanks(from: offset + 1, before: end) }
    while offset < end {
      let start = offset
      offset = bytes.pipe(from: start, before: end)
      let contentStart = bytes.skippingCellBlanks(from: start, before: offset)
      var contentEnd = offset
      while contentEnd > contentStart, bytes[contentEnd - 1].isCellBlank { contentEnd -= 1 }
      cells.append(Table.Cell(contentStart, contentEnd))
      count += 1
      if offset < end { offset = bytes.skippingCellBlanks(from: offset + 1, before: end) }
    }
    return count
  }

  /// Cells of a delimiter row; `nil` for any other line.
  static func delimiterCount(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let end = line.upperBound
    var offset = bytes.skippingCellBlanks(from: line.lowerBound, before: end)
    if offset < end, bytes[offset] == ASCII.pipe { offset += 1 }
    var count = 0
    while true {
      offset = bytes.skippingCellBlanks(from: offset, before: end)
      guard offset < end || count == 0 else { return count }
      if offset < end, bytes[offset] == ASCII.colon { offset += 1 }
      let dashes = offset
      while offset < end, bytes[offset] == ASCII.dash { offset += 1 }
      guard offset > dashes else { return nil }
      if offset < end, bytes[offset] == ASCII.colon { offset += 1 }
      count += 1
      offset = bytes.skippingCellBlanks(from: offset, before: end)
      guard offset < end else { return count }
      guard bytes[offset] == ASCII.pipe else { return nil }
      offset += 1
    }
  }
}

extension UInt8 {
  fileprivate var isCellBlank: Bool { self == ASCII.space || (9...13).contains(self) }
}

extension Span<UInt8> {
  /// The next pipe that no backslash precedes.
  fileprivate func pipe(from start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end {
      if offset + 8 <= end {
        let step = word(at: offset).firstPipeOrBackslash
        offset += step
        if step == 8 { continue }
      }
      if self[offset] == ASCII.pipe { return offset }
      let isEscape = self[offset] == ASCII.backslash && offset + 1 < end && self[offset + 1] == ASCII.pipe
      offset += isEscape ? 2 : 1
    }
    return offset
  }

  fileprivate func skippingCellBlanks(from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit, self[offset].isCellBlank { offset += 1 }
    return offset
  }
}
