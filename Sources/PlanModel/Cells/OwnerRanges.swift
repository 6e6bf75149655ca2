/// Cuts the owners of a book into ranges that are worked on side by side.
enum OwnerRanges {
  /// - Parameter starts: Where the cells or facts of each owner begin, and at last where all end.
  /// - Returns: Ranges with about as much in each, enough of them to keep every core busy.
  static func of(_ starts: [Int], atLeast least: Int) -> [Range<Int>] {
    let owners = starts.count - 1
    let most = max(least, starts[owners] / 64)
    var ranges: [Range<Int>] = []
    var first = 0
    for owner in 0..<owners where starts[owner + 1] - starts[first] >= most {
      ranges.append(first..<owner + 1)
      first = owner + 1
    }
    if first < owners { ranges.append(first..<owners) }
    return ranges
  }
}
