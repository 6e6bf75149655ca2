/// Where the front matter of a file is and where the rest begins.
package struct FrontMatterSplit: Hashable, Sendable {
  /// The YAML, without the lines that enclose it.
  package let content: Range<Int>
  /// The first byte behind the closing line.
  package let bodyStart: Int
}

extension FrontMatter {
  /// Finds the front matter that begins at `start` (behind a byte order mark, where there is one): a line `---`, then
  /// YAML up to a line `---` or `...`. `nil` when the first line is another or no line closes it.
  package static func split(_ bytes: Span<UInt8>, from start: Int) -> FrontMatterSplit? {
    guard start >= 0, isFence(bytes, start, UInt8(ascii: "-")) else { return nil }
    let content = nextLine(bytes, start)
    var line = content
    while line < bytes.count {
      if isFence(bytes, line, UInt8(ascii: "-")) || isFence(bytes, line, UInt8(ascii: ".")) {
        return FrontMatterSplit(content: content..<line, bodyStart: nextLine(bytes, line))
      }
      line = nextLine(bytes, line)
    }
    return nil
  }

  /// Three marks at the start of a line and nothing but blanks behind them.
  private static func isFence(_ bytes: Span<UInt8>, _ line: Int, _ mark: UInt8) -> Bool {
    guard line + 3 <= bytes.count, bytes[line] == mark, bytes[line + 1] == mark, bytes[line + 2] == mark else {
      return false
    }
    var offset = line + 3
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset == bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }

  private static func nextLine(_ bytes: Span<UInt8>, _ line: Int) -> Int {
    var offset = line
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    if offset + 1 < bytes.count, bytes[offset] == 0x0D, bytes[offset + 1] == 0x0A { return offset + 2 }
    return min(offset + 1, bytes.count)
  }
}
