/// Which lines of two texts differ: a shortest way from one to the other (Myers 1986), as far as that is cheap.
struct LineDifference {
  /// Lines of the old text that give way to lines of the new one; one of the two may be empty.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Differences beyond which everything between the first and the last is one change.
  private static let mostSteps = 1_000

  /// Changes in order, none next to another.
  static func changes(_ old: [Int], _ new: [Int]) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    let whole = Change(old: start..<oldEnd, new: start..<newEnd)
    guard !whole.old.isEmpty, !whole.new.isEmpty else {
      return whole.old.isEmpty && whole.new.isEmpty ? [] : [whole]
    }
    return path(old[start..<oldEnd], new[start..<newEnd])?.joined ?? [whole]
  }

  /// Single lines that go or come, from the last to the first; `nil` where there are too many.
  private static func path(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Change]? {
    let most = min(mostSteps, old.count + new.count)
    // The furthest old line reached on each diagonal, diagonal 0 in the middle.
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int]] = []
    for steps in 0...most {
      trace.append(Array(furthest[(middle - steps - 1)...(middle + steps + 1)]))
      for diagonal in stride(from: -steps, through: steps, by: 2) {
        let isDown =
          diagonal == -steps
          || diagonal != steps && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
        var x = isDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while x < old.count, x - diagonal < new.count, old[old.startIndex + x] == new[new.startIndex + x - diagonal] {
          x += 1
        }
        furthest[middle + diagonal] = x
        if x >= old.count, x - diagonal >= new.count { return walkBack(trace, old, new) }
      }
    }
    return nil
  }

  private static func walkBack(_ trace: [[Int]], _ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Change] {
    var changes: [Change] = []
    var (x, y) = (old.count, new.count)
    for (steps, reached) in trace.enumerated().reversed() where steps > 0 {
      let at = { (diagonal: Int) in reached[diagonal + steps + 1] }
      let diagonal = x - y
      let isDown = diagonal == -steps || diagonal != steps && at(diagonal - 1) < at(diagonal + 1)
      let before = isDown ? diagonal + 1 : diagonal - 1
      x = at(before)
      y = x - before
      let (oldLine, newLine) = (old.startIndex + x, new.startIndex + y)
      changes.append(
        isDown
          ? Change(old: oldLine..<oldLine, new: newLine..<newLine + 1)
          : Change(old: oldLine..<oldLine + 1, new: newLine..<newLine))
    }
    return changes.reversed()
  }
}

extension [LineDifference.Change] {
  /// Changes that touch as one.
  fileprivate var joined: [LineDifference.Change] {
    var result: [LineDifference.Change] = []
    for change in self {
      if let last = result.last, last.old.upperBound == change.old.lowerBound,
        last.new.upperBound == change.new.lowerBound
      {
        result[result.count - 1] = .init(
          old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
      } else {
        result.append(change)
      }
    }
    return result
  }
}
