/// Finds the run of backticks that closes a code span, without searching any stretch twice.
struct BacktickRuns {
  private static let longest = 80
  /// By length: where the last run found so far begins.
  private var last: [Int] = []
  private var sawAll = false

  mutating func reset() {
    last.removeAll(keepingCapacity: true)
    sawAll = false
  }

  /// Where the next run of exactly `length` backticks begins at or after `start`.
  mutating func closer(of length: Int, _ raw: Span<UInt8>, from start: Int) -> Int? {
    guard length <= Self.longest else { return nil }
    if last.isEmpty { last.append(contentsOf: repeatElement(-1, count: Self.longest + 1)) }
    if sawAll, last[length] < start { return nil }
    var offset = start
    while offset < raw.count {
      guard raw[offset] == ASCII.backtick else {
        offset += 1
        continue
      }
      let run = offset
      while offset < raw.count, raw[offset] == ASCII.backtick { offset += 1 }
      if offset - run <= Self.longest { last[offset - run] = run }
      if offset - run == length { return run }
    }
    sawAll = true
    return nil
  }
}
