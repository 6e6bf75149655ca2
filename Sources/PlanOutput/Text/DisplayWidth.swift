/// How many columns text takes on a terminal: two for wide and full-width characters, none for combining ones, else one.
///
/// Characters of ambiguous width take one. The table is `Data/character-widths.txt`.
package enum DisplayWidth {
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    // Nothing below the combining accents is anything but one column wide.
    guard code >= 0x300 else { return 1 }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < code { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].first <= code else { return 1 }
    return ranges[low].columns
  }

  package static func of(_ text: String) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars { columns += of(scalar) }
    return columns
  }

  private struct Range {
    let first: UInt32
    let last: UInt32
    let columns: Int
  }

  private static let ranges: [Range] = characterWidthsData.withUTF8Buffer { bytes in
    var ranges: [Range] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: " "))
        .map { UInt32(String(decoding: $0, as: UTF8.self), radix: 16) }
      guard fields.count == 3, let first = fields[0], let last = fields[1], let columns = fields[2] else {
        preconditionFailure("character-widths.txt holds lines of three numbers")
      }
      ranges.append(Range(first: first, last: last, columns: Int(columns)))
    }
    return ranges
  }
}
