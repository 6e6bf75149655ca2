/// Matches runs of `*` and `_` as CommonMark's delimiter algorithm does, in linear time.
struct Emphasis {
  private struct Delimiter {
    let token: Int
    let mark: UInt8
    let original: Int
    var left: Int
    let canOpen: Bool
    let canClose: Bool
    var previous = -1
    var next = -1
  }

  private var delimiters: [Delimiter] = []
  /// Below these no opener fits: one bound a kind of closer, so that a search is never repeated.
  private var bottoms: [Int] = []

  var count: Int { delimiters.count }

  mutating func removeAll() { delimiters.removeAll(keepingCapacity: true) }

  mutating func add(token: Int, _ sides: Flanking, mark: UInt8, length: Int) {
    delimiters.append(
      Delimiter(
        token: token, mark: mark, original: length, left: length, canOpen: sides.canOpen(mark),
        canClose: sides.canClose(mark)))
  }

  /// Matches the delimiters from `bottom` on among themselves and forgets them.
  mutating func process(
    from bottom: Int, _ tokens: inout [InlineTokens.Token], _ strong: inout [(open: Int, close: Int)]
  ) {
    guard bottom < delimiters.count else { return }
    for index in bottom..<delimiters.count {
      delimiters[index].previous = index > bottom ? index - 1 : -1
      delimiters[index].next = index + 1 < delimiters.count ? index + 1 : -1
    }
    bottoms.removeAll(keepingCapacity: true)
    bottoms.append(contentsOf: repeatElement(-1, count: 12))
    var closer = bottom
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let key = kind(of: closer)
      var opener = delimiters[closer].previous
      while opener >= 0, opener != bottoms[key], !matches(opener, closer) { opener = delimiters[opener].previous }
      if opener >= 0, opener != bottoms[key] {
        closer = join(opener, closer, &tokens, &strong)
      } else {
        bottoms[key] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    delimiters.removeSubrange(bottom...)
  }

  private func kind(of closer: Int) -> Int {
    let it = delimiters[closer]
    return (it.mark == ASCII.star ? 6 : 0) + (it.canOpen ? 3 : 0) + it.original % 3
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let open = delimiters[opener]
    let close = delimiters[closer]
    guard open.canOpen, open.mark == close.mark else { return false }
    // The rule of three: `*foo**bar*` is no strong emphasis inside.
    return !(open.canClose || close.canOpen) || close.original % 3 == 0 || (open.original + close.original) % 3 != 0
  }

  /// Joins two delimiters and gives the closer to look at next.
  private mutating func join(
    _ opener: Int, _ closer: Int, _ tokens: inout [InlineTokens.Token], _ strong: inout [(open: Int, close: Int)]
  ) -> Int {
    let marks = delimiters[opener].left >= 2 && delimiters[closer].left >= 2 ? 2 : 1
    delimiters[opener].left -= marks
    delimiters[closer].left -= marks
    let open = delimiters[opener].token
    let close = delimiters[closer].token
    tokens[open].opened += marks
    tokens[close].closed += marks
    if marks == 2 { strong.append((open, close)) }
    // What stands between them can no longer match anything outside.
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].left == 0 { remove(opener) }
    guard delimiters[closer].left == 0 else { return closer }
    let next = delimiters[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ index: Int) {
    let previous = delimiters[index].previous
    let next = delimiters[index].next
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous }
  }
}
