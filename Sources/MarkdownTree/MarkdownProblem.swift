/// Something in the Markdown that a reader sees differently from what was most likely meant.
package enum MarkdownProblem: Sendable, Hashable {
  /// Containers nest deeper than the limit; the file is not read.
  case tooDeep(at: Int)
  /// A row of a pipe table has too few cells (padded) or too many (dropped).
  case rowCellCount(row: Range<Int>, have: Int, expected: Int)
  /// The delimiter row has another number of cells than the line above it, so that GitHub shows no table.
  case delimiterCellCount(line: Range<Int>, have: Int, expected: Int)
  /// `- | -`: a delimiter row without a leading pipe is a list item.
  case listInsteadOfDelimiterRow(line: Range<Int>)
  /// `<table>` without `</table>`; the first one of the file.
  case unclosedHTMLTable(at: Int)
}
