/// Reads the tables that are embedded as text: one row a line, columns separated by `|`, `#` before a comment.
enum DataTable {
  /// The columns of every row, blanks around them removed; a row that ends early has empty columns up to `columns`.
  static func rows(_ text: StaticString, columns: Int) -> [[String]] {
    text.withUTF8Buffer { bytes in
      var rows: [[String]] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, unsafe bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var row = unsafe items(bytes, start..<end, separator: UInt8(ascii: "|"))
        start = end + 1
        guard let first = row.first, row.count > 1 || !first.isEmpty, first.utf8.first != UInt8(ascii: "#") else {
          continue
        }
        while row.count < columns { row.append("") }
        rows.append(row)
      }
      return rows
    }
  }

  /// The items of a column that holds several, separated by commas.
  static func items(_ column: String) -> [String] {
    var column = column
    return column.withUTF8 { bytes in
      unsafe bytes.isEmpty ? [] : items(bytes, 0..<bytes.count, separator: UInt8(ascii: ","))
    }
  }

  private static func items(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, separator: UInt8) -> [String] {
    var items: [String] = []
    var start = line.lowerBound
    for offset in line.lowerBound...line.upperBound
    where unsafe (offset == line.upperBound || bytes[offset] == separator) {
      var (first, last) = (start, offset)
      while first < last, unsafe bytes[first] == 0x20 { first += 1 }
      while first < last, unsafe bytes[last - 1] == 0x20 { last -= 1 }
      items.append(unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<last]), as: UTF8.self))
      start = offset + 1
    }
    return items
  }
}
