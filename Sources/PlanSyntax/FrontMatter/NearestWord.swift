/// Finds the word that somebody probably meant.
package enum NearestWord {
  /// Longer words are no slips of a known one, and comparing them would cost time.
  private static let longest = 64

  /// The candidate with the fewest slips from `word`, the first of several; `nil` when all are too far off.
  ///
  /// A slip is a letter missing, added, replaced, or swapped with its neighbour. Up to 4 letters one slip is allowed, up
  /// to 8 two, else three.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = folded(word)
    guard !letters.isEmpty, letters.count <= longest else { return nil }
    var best: (word: String, slips: Int)?
    for candidate in candidates {
      // Lengths tell most words apart before anything is copied.
      let length = candidate.unicodeScalars.count
      let longer = max(letters.count, length)
      guard longer <= longest, longer > 1 else { continue }
      let allowed = min(longer <= 4 ? 1 : longer <= 8 ? 2 : 3, (best?.slips ?? longest) - 1)
      guard allowed >= 0, abs(letters.count - length) <= allowed else { continue }
      let slips = slips(letters, folded(candidate))
      if slips <= allowed { best = (candidate, slips) }
    }
    return best?.word
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map { $0 == "_" ? "-" : $0 }
  }

  private static func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
