/// A pattern for paths of a book: `*` for any part of a name, `?` for a letter of one, `**` for any folders.
///
/// `archive/**` matches everything below `archive`, `**/draft-*.md` a draft in any folder, the root included.
package struct Glob: Sendable {
  private let pattern: [Unicode.Scalar]
  /// What stands before the first sign, so that most paths are told apart without more.
  private let beginning: [UInt8]

  package init(_ pattern: String) {
    self.pattern = Array(pattern.unicodeScalars)
    beginning = Array(pattern.utf8.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") })
  }

  /// Whether the whole path matches. Time is bounded by pattern × path.
  package func matches(_ path: String) -> Bool {
    guard path.utf8.starts(with: beginning) else { return false }
    // Which places of the pattern can stand before this letter of the path, and before the next.
    var places = [Bool](repeating: false, count: pattern.count + 1)
    var next = places
    reach(0, &places, atNameStart: true)
    for letter in path.unicodeScalars {
      let startsName = letter == "/"
      for place in 0..<pattern.count where places[place] {
        switch pattern[place] {
        case "*" where isDouble(place):
          reach(place, &next, atNameStart: startsName)
        case "*":
          if letter != "/" { reach(place, &next, atNameStart: startsName) }
        case "?":
          if letter != "/" { reach(place + 1, &next, atNameStart: startsName) }
        case letter: reach(place + 1, &next, atNameStart: startsName)
        default: continue
        }
      }
      swap(&places, &next)
      for place in next.indices { next[place] = false }
    }
    return places[pattern.count]
  }

  private func isDouble(_ place: Int) -> Bool { place + 1 < pattern.count && pattern[place + 1] == "*" }

  /// Marks a place and those behind stars that may stand for nothing.
  private func reach(_ place: Int, _ places: inout [Bool], atNameStart: Bool) {
    var place = place
    while !places[place] {
      places[place] = true
      guard place < pattern.count, pattern[place] == "*" else { return }
      guard isDouble(place) else {
        place += 1
        continue
      }
      // `**/` stands for no folder only where a name begins.
      let behind = place + 2
      if atNameStart, behind < pattern.count, pattern[behind] == "/" { reach(behind + 1, &places, atNameStart: true) }
      place = behind
    }
  }
}
