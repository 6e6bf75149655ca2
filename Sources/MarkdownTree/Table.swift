/// A pipe table or an HTML table as a grid; the header row stands first.
package struct Table: Sendable {
  package enum Origin: UInt8, Sendable { case pipe, html }

  /// One cell's trimmed content in the file.
  package struct Cell: Hashable, Sendable {
    package let start: UInt32
    package let end: UInt32
    /// The cell is covered by a `colspan` or `rowspan`; the text stands in the first cell of the span.
    package let isContinuation: Bool

    init(_ start: Int, _ end: Int, isContinuation: Bool = false) {
      self.start = UInt32(start)
      self.end = UInt32(end)
      self.isContinuation = isContinuation
    }

    package var range: Range<Int> { Int(start)..<Int(end) }
    package var isEmpty: Bool { start == end }
  }

  package let origin: Origin
  package let start: UInt32
  package let end: UInt32
  package let columnCount: Int
  /// `rowCount × columnCount` cells, row by row. A short row is padded by empty cells at its end, excess cells are dropped.
  package let cells: [Cell]
  /// Where each row's line begins (an HTML row: its `<tr>`); the delimiter row is no row.
  package let rowStarts: [UInt32]
  package let rowEnds: [UInt32]

  package var rowCount: Int { rowStarts.count }
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The cell at `row` and `column`, both from 0; row 0 is the header.
  package func cell(_ row: Int, _ column: Int) -> Cell { cells[row * columnCount + column] }
}
