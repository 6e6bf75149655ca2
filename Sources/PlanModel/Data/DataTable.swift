/// Reads the tables that are embedded as text: one row a line, columns separated by `|`, `#` before a comment.
enum DataTable {
  /// The columns of every row, blanks around them removed; a row that ends early has empty columns up to `columns`.
  static func rows(_ text: StaticString, columns: Int) -> [[String]] {
    text.withUTF8Buffer { bytes in
      unsafe bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
        guard let first = line.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#") else { return nil }
        var row = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { unsafe trimmed($0) }
        while row.count < columns { row.append("") }
        return row
      }
    }
  }

  /// The items of a column that holds several, separated by commas.
  static func items(_ column: String) -> [String] {
    column.utf8.split(separator: UInt8(ascii: ",")).compactMap { item in
      let text = String(item.drop { $0 == 0x20 }) ?? ""
      return text.isEmpty ? nil : text
    }
  }

  private static func trimmed(_ column: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var column = unsafe column.drop { $0 == 0x20 }
    while unsafe column.last == 0x20 { unsafe column = column.dropLast() }
    return unsafe String(decoding: column, as: UTF8.self)
  }
}
