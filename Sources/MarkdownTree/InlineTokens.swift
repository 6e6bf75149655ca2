/// The markup of one leaf, in order: what is removed, replaced or kept when its text is written.
struct InlineTokens {
  struct Token {
    enum Kind: UInt8 {
      /// A run of `*` or `_`; marks that found no partner stay text.
      case delimiter
      /// `[` or `![`, text unless it becomes `linkOpen`.
      case bracket
      case linkOpen, linkClose
      /// Removed with all it covers: a tag, a comment.
      case hidden
      /// `<br>`: one line feed.
      case lineBreak
      /// Content between ticks; `from..<to`.
      case code
      /// The character behind a backslash, or the address between `<` and `>`: the text is `from..<to`.
      case inner, address
      /// `&amp;` and its like: the text is `scalars`.
      case entity
    }

    var kind: Kind
    var start: Int
    var end: Int
    var from = 0
    var to = 0
    var scalars: (UInt32, UInt32) = (0, 0)
    /// A delimiter's marks that stay text; the marks that closed are to their left.
    var closed = 0
    var opened = 0
    /// Where the token stands in the written text, set by the writer.
    var textBefore = 0
    var textAfter = 0
  }

  struct Link {
    var open: Int
    var close: Int
    /// In the leaf, or, for a reference, in the source.
    var destination: Range<Int>
    var isReference: Bool
    var isImage: Bool
  }

  var tokens: [Token] = []
  var links: [Link] = []
  /// Tokens that open and close strong emphasis.
  var strong: [(open: Int, close: Int)] = []
  /// The pairs of `strong` that CommonMark would not match.
  var unclosed: [(open: Int, close: Int)] = []
  private var emphasis = Emphasis()
  private var brackets: [Bracket] = []
  /// `[` below this place in `brackets` can no longer open a link: links do not nest.
  private var inactiveBelow = 0
  private var ticks = BacktickRuns()
  private var hasNoClose = UnclosedMarkup()

  private struct Bracket {
    let token: Int
    let isImage: Bool
    let delimiters: Int
  }

  mutating func scan(_ raw: Span<UInt8>, _ definitions: LinkDefinitions) {
    tokens.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    strong.removeAll(keepingCapacity: true)
    unclosed.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    emphasis.removeAll()
    inactiveBelow = 0
    ticks.reset()
    hasNoClose = UnclosedMarkup()

    var offset = 0
    while offset < raw.count {
      let byte = raw[offset]
      switch byte {
      case ASCII.star, ASCII.underscore:
        offset = delimiter(raw, at: offset)
      case ASCII.backtick:
        offset = codeSpan(raw, at: offset)
      case ASCII.backslash:
        offset = escape(raw, at: offset)
      case ASCII.ampersand:
        if let entity = Entity(raw, at: offset) {
          tokens.append(Token(kind: .entity, start: offset, end: entity.end, scalars: entity.scalars))
          offset = entity.end
        } else {
          offset += 1
        }
      case ASCII.less:
        offset = markup(raw, at: offset)
      case ASCII.openBracket:
        open(at: offset, length: 1)
        offset += 1
      case ASCII.exclamation:
        if offset + 1 < raw.count, raw[offset + 1] == ASCII.openBracket {
          open(at: offset, length: 2)
          offset += 1
        }
        offset += 1
      case ASCII.closeBracket:
        offset = close(raw, at: offset, definitions)
      default:
        offset += 1
      }
    }
    emphasis.process(from: 0, &tokens, &strong)
    matchMeantBold(raw)
  }

  private mutating func delimiter(_ raw: Span<UInt8>, at start: Int) -> Int {
    let mark = raw[start]
    var end = start + 1
    while end < raw.count, raw[end] == mark { end += 1 }
    emphasis.add(token: tokens.count, Flanking(raw, start..<end), mark: mark, length: end - start)
    tokens.append(Token(kind: .delimiter, start: start, end: end))
    return end
  }

  private mutating func codeSpan(_ raw: Span<UInt8>, at start: Int) -> Int {
    var contentStart = start
    while contentStart < raw.count, raw[contentStart] == ASCII.backtick { contentStart += 1 }
    guard let contentEnd = ticks.closer(of: contentStart - start, raw, from: contentStart) else { return contentStart }
    var token = Token(kind: .code, start: start, end: contentEnd + contentStart - start)
    token.from = contentStart
    token.to = contentEnd
    let hasSpaces = raw[contentStart].isCodeSpace && raw[contentEnd - 1].isCodeSpace
    if hasSpaces, (contentStart..<contentEnd).contains(where: { !raw[$0].isCodeSpace }) {
      token.from += 1
      token.to -= 1
    }
    tokens.append(token)
    return token.end
  }

  private mutating func escape(_ raw: Span<UInt8>, at offset: Int) -> Int {
    guard offset + 1 < raw.count else { return offset + 1 }
    let next = raw[offset + 1]
    guard next.isPunctuation || next == ASCII.lineFeed else { return offset + 1 }
    tokens.append(Token(kind: .inner, start: offset, end: offset + 2, from: offset + 1, to: offset + 2))
    return offset + 2
  }

  private mutating func markup(_ raw: Span<UInt8>, at offset: Int) -> Int {
    if let address = raw.autolink(at: offset) {
      links.append(
        Link(open: tokens.count, close: tokens.count, destination: address, isReference: false, isImage: false))
      tokens.append(
        Token(
          kind: .address, start: offset, end: address.upperBound + 1, from: address.lowerBound, to: address.upperBound))
      return address.upperBound + 1
    }
    if let tag = HTMLTag(raw, at: offset, before: raw.count) {
      tokens.append(Token(kind: tag.isLineBreak(raw) ? .lineBreak : .hidden, start: offset, end: tag.end))
      return tag.end
    }
    if let end = hasNoClose.end(of: raw, at: offset) {
      tokens.append(Token(kind: .hidden, start: offset, end: end))
      return end
    }
    return offset + 1
  }

  private mutating func open(at offset: Int, length: Int) {
    brackets.append(Bracket(token: tokens.count, isImage: length == 2, delimiters: emphasis.count))
    tokens.append(Token(kind: .bracket, start: offset, end: offset + length))
  }

  private mutating func close(_ raw: Span<UInt8>, at offset: Int, _ definitions: LinkDefinitions) -> Int {
    guard let opener = brackets.popLast() else { return offset + 1 }
    guard opener.isImage || brackets.count >= inactiveBelow else {
      inactiveBelow = min(inactiveBelow, brackets.count)
      return offset + 1
    }
    let text = tokens[opener.token].end..<offset
    guard let target = LinkTarget(raw, after: offset, text: text, definitions) else { return offset + 1 }
    emphasis.process(from: opener.delimiters, &tokens, &strong)
    tokens[opener.token].kind = .linkOpen
    links.append(
      Link(
        open: opener.token, close: tokens.count, destination: target.destination, isReference: target.isReference,
        isImage: opener.isImage))
    tokens.append(Token(kind: .linkClose, start: offset, end: target.end))
    if !opener.isImage { inactiveBelow = brackets.count }
    return target.end
  }

  /// Pairs `**` that CommonMark leaves as text although bold was meant: `**目标：**5000万`, `**Best Case - **yes`.
  private mutating func matchMeantBold(_ raw: Span<UInt8>) {
    var pending: Int?
    for index in tokens.indices where tokens[index].isLoneBold(raw) {
      let token = tokens[index]
      let sides = Flanking(raw, token.start..<token.end)
      if let open = pending, sides.mayEndBold(startedAtLineStart: raw.isLineStart(tokens[open].start)),
        !(tokens[open].end..<token.start).contains(where: { raw[$0] == ASCII.lineFeed })
      {
        tokens[open].opened = 2
        tokens[index].closed = 2
        strong.append((open, index))
        unclosed.append((open, index))
        pending = nil
      } else {
        pending = !sides.isBlankAfter || raw.isLineStart(token.start) ? index : nil
      }
    }
  }
}

extension InlineTokens.Token {
  fileprivate func isLoneBold(_ raw: Span<UInt8>) -> Bool {
    kind == .delimiter && end - start == 2 && opened == 0 && closed == 0 && raw[start] == ASCII.star
  }
}

extension Span<UInt8> {
  fileprivate func isLineStart(_ offset: Int) -> Bool { offset == 0 || self[offset - 1] == ASCII.lineFeed }
}

extension UInt8 {
  fileprivate var isCodeSpace: Bool { self == ASCII.space || self == ASCII.lineFeed }
}
