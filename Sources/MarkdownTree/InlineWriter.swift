/// Writes the text of a leaf whose markup is known.
extension InlineText {
  mutating func writeTokens() {
    var position = 0
    var cursor = 0
    for index in tokens.tokens.indices {
      let token = tokens.tokens[index]
      write(position..<token.start, &cursor)
      tokens.tokens[index].textBefore = bytes.count
      switch token.kind {
      case .delimiter: write(token.start + token.closed..<token.end - token.opened, &cursor)
      case .bracket: write(token.start..<token.end, &cursor)
      case .linkOpen, .linkClose, .hidden: break
      case .inner, .address: write(token.from..<token.to, &cursor)
      case .code: writeCode(token.from..<token.to, &cursor)
      case .lineBreak:
        beginWhole(token)
        bytes.append(ASCII.lineFeed)
      case .entity:
        beginWhole(token)
        bytes.append(token.scalars)
      }
      tokens.tokens[index].textAfter = bytes.count
      position = token.end
    }
    write(position..<leaf.bytes.count, &cursor)
    writeMarks()
  }

  private mutating func writeMarks() {
    for link in tokens.links {
      let isAddress = link.open == link.close
      let open = tokens.tokens[link.open]
      let end = isAddress ? open.textAfter : tokens.tokens[link.close].textBefore
      links.append(
        Link(
          text: (isAddress ? open.textBefore : open.textAfter)..<end,
          destination: link.isReference ? link.destination : leaf.sourceRange(link.destination), isImage: link.isImage))
    }
    if links.count > 1 {
      links.sort { ($0.text.lowerBound, $1.text.upperBound) < ($1.text.lowerBound, $0.text.upperBound) }
    }
    for pair in tokens.strong {
      strong.append(
        tokens.tokens[pair.open]
          .textAfter..<max(tokens.tokens[pair.open].textAfter, tokens.tokens[pair.close].textBefore))
    }
    if strong.count > 1 { strong.sort { $0.lowerBound < $1.lowerBound } }
    for pair in tokens.unclosed {
      unclosedEmphasis.append(leaf.sourceRange(tokens.tokens[pair.open].start..<tokens.tokens[pair.close].end))
    }
  }

  /// Line ends inside code are blanks.
  private mutating func writeCode(_ range: Range<Int>, _ cursor: inout Int) {
    let start = bytes.count
    write(range, &cursor)
    for offset in start..<bytes.count where bytes[offset] == ASCII.lineFeed { bytes[offset] = ASCII.space }
    code.append(start..<bytes.count)
  }

  /// Begins a run that comes from a token as a whole.
  private mutating func beginWhole(_ token: InlineTokens.Token) {
    let source = leaf.sourceRange(token.start..<token.end)
    runs.append(
      LeafText.Run(
        text: UInt32(bytes.count), source: UInt32(source.lowerBound), sourceLength: UInt32(source.count)))
  }

  /// Copies text as it stands; `cursor` is the leaf's run that holds its beginning, or one before it.
  private mutating func write(_ range: Range<Int>, _ cursor: inout Int) {
    var start = range.lowerBound
    let raw = leaf.bytes
    while start < range.upperBound {
      while cursor + 1 < leaf.runs.count, Int(leaf.runs[cursor + 1].text) <= start { cursor += 1 }
      let run = leaf.runs[cursor]
      let runEnd = cursor + 1 < leaf.runs.count ? Int(leaf.runs[cursor + 1].text) : leaf.bytes.count
      let end = min(range.upperBound, runEnd)
      runs.append(
        LeafText.Run(
          text: UInt32(bytes.count), source: run.source + UInt32(start - Int(run.text)),
          sourceLength: UInt32(end - start)))
      bytes.append(raw.span, start..<end)
      start = end
    }
  }
}

extension LeafText {
  /// The source of a run of the leaf.
  fileprivate func sourceRange(_ range: Range<Int>) -> Range<Int> {
    let start = source(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<source(of: range.upperBound - 1) + 1
  }
}
