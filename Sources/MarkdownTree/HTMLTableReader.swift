/// Reads rows and cells of one `<table>` … `</table>`, spans expanded. The text of inner tables belongs to their cell.
struct HTMLTableReader {
  private var cells: [[Table.Cell]] = []
  private var rowStarts: [UInt32] = []
  private var rowEnds: [UInt32] = []
  /// By column: rows below that a cell with `rowspan` still covers.
  private var covered: [Int] = []
  private var open: (start: Int, columns: Int, rows: Int)?
  private var cellCount = 0

  private static let columnLimit = 1_000
  private static let rowSpanLimit = 65_534
  /// Cells that spans may add to one table.
  private static let cellLimit = 0x80000

  static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Table {
    var reader = HTMLTableReader()
    var offset = range.lowerBound
    var depth = 0
    while offset < range.upperBound {
      guard bytes[offset] == ASCII.less else {
        offset += 1
        continue
      }
      if bytes.hasPrefix("<!--", at: offset, before: range.upperBound) {
        offset = bytes.end(of: "-->", from: offset + 4, before: range.upperBound) ?? range.upperBound
        continue
      }
      guard let tag = HTMLTag(bytes, at: offset, before: range.upperBound) else {
        offset += 1
        continue
      }
      if tag.named("table", bytes) {
        depth += tag.isClosing ? -1 : 1
        if depth <= 0 { reader.endRow(bytes, at: offset) }
      } else if depth == 1 {
        reader.take(bytes, tag, at: offset)
      }
      offset = tag.end
    }
    reader.endRow(bytes, at: range.upperBound)
    return reader.table(range)
  }

  private mutating func take(_ bytes: Span<UInt8>, _ tag: HTMLTag, at offset: Int) {
    if tag.named("td", bytes) || tag.named("th", bytes) {
      endCell(bytes, at: offset)
      guard !tag.isClosing else { return }
      if rowStarts.count == rowEnds.count { beginRow(at: offset) }
      open = (
        tag.end, min(bytes.number(tag.attribute("colspan", bytes)), Self.columnLimit),
        min(bytes.number(tag.attribute("rowspan", bytes)), Self.rowSpanLimit)
      )
    } else if tag.named("tr", bytes) {
      endRow(bytes, at: tag.isClosing ? tag.end : offset)
      if !tag.isClosing { beginRow(at: offset) }
    } else if tag.named("thead", bytes) || tag.named("tbody", bytes) || tag.named("tfoot", bytes) {
      endRow(bytes, at: offset)
    }
  }

  private mutating func beginRow(at offset: Int) {
    rowStarts.append(UInt32(offset))
    cells.append([])
  }

  private mutating func endRow(_ bytes: Span<UInt8>, at offset: Int) {
    guard rowStarts.count > rowEnds.count else { return }
    endCell(bytes, at: offset)
    let row = rowEnds.count
    skipCovered(row, at: offset)
    rowEnds.append(UInt32(bytes.trimmingSpace(to: offset, from: Int(rowStarts[row]))))
  }

  private mutating func endCell(_ bytes: Span<UInt8>, at offset: Int) {
    guard let cell = open else { return }
    open = nil
    let row = cells.count - 1
    skipCovered(row, at: cell.start)
    let start = bytes.skippingSpace(from: cell.start, before: offset)
    let end = bytes.trimmingSpace(to: offset, from: start)
    for column in 0..<max(1, cell.columns) {
      guard cells[row].count < Self.columnLimit, column == 0 || cellCount < Self.cellLimit else { break }
      let place = cells[row].count
      cells[row].append(column == 0 ? Table.Cell(start, end) : Table.Cell(end, end, isContinuation: true))
      cellCount += 1
      while covered.count <= place { covered.append(0) }
      covered[place] = max(1, cell.rows) - 1
    }
  }

  /// Fills the next columns as long as a cell from above covers them.
  private mutating func skipCovered(_ row: Int, at offset: Int) {
    while cells[row].count < covered.count, covered[cells[row].count] > 0, cellCount < Self.cellLimit {
      covered[cells[row].count] -= 1
      cells[row].append(Table.Cell(offset, offset, isContinuation: true))
      cellCount += 1
    }
  }

  private func table(_ range: Range<Int>) -> Table {
    // Padding may not outgrow the limit either: such a table keeps only the columns that fit.
    var columns = cells.reduce(0) { max($0, $1.count) }
    if columns * cells.count > max(Self.cellLimit, cellCount) * 2 { columns = max(1, Self.cellLimit * 2 / cells.count) }
    var grid: [Table.Cell] = []
    grid.reserveCapacity(columns * cells.count)
    for (row, end) in zip(cells, rowEnds) {
      grid.append(contentsOf: row.prefix(columns))
      let padding = columns - min(columns, row.count)
      grid.append(contentsOf: repeatElement(Table.Cell(Int(end), Int(end)), count: padding))
    }
    return Table(
      origin: .html, start: UInt32(range.lowerBound), end: UInt32(range.upperBound), columnCount: columns, cells: grid,
      rowStarts: rowStarts, rowEnds: rowEnds)
  }
}

extension Span<UInt8> {
  fileprivate func trimmingSpace(to end: Int, from start: Int) -> Int {
    var offset = end
    while offset > start, self[offset - 1].isBlankOrLineEnd { offset -= 1 }
    return Swift.max(offset, start)
  }

  /// A small number, at least 1.
  fileprivate func number(_ digits: Range<Int>?) -> Int {
    var value = 0
    for offset in digits ?? 0..<0 {
      guard self[offset].isDigit else { break }
      value = Swift.min(value * 10 + Int(self[offset] - 48), 1_000_000)
    }
    return Swift.max(value, 1)
  }
}
