/// What libcmark gets to read: a shortened copy of the file in which nothing is left for its inline parser.
///
/// Ranges come from our own bytes, and libcmark is quadratic on some inline input, so only what decides the block structure
/// goes into the copy: the head of each line, with its columns as they are, and one letter for the text behind it. Lines
/// that can begin or end an HTML block keep their text, with bytes replaced that only the inline parser would act on. Of a
/// run of blank lines the first is kept: the others change nothing, and in deep lists each costs as much as the depth. Of
/// a run of lines that begin with a pipe the first is kept too: the others only continue the same paragraph or code.
struct BlockSource {
  /// One line of the copy: where it stands in the file, without its line end.
  struct Line {
    var start: UInt32
    var end: UInt32
    /// Nothing on the line but `|`, `:`, `-`, blanks and container markers, among them a dash and a pipe or colon.
    var mayDelimitTable: Bool
  }

  private(set) var copy: [UInt8] = []
  private(set) var length = 0
  private(set) var lines: [Line] = []
  /// By line of the copy: its first line in `lines`; one more entry ends the list.
  private(set) var firstLines: [Int32] = []
  /// Offsets of every `<!--`.
  private(set) var commentOpeners: [Int] = []
  /// Where containers may nest deeper than `depthLimit`.
  private(set) var tooDeepAt: Int?

  static let depthLimit = 1_000
  /// Indented `<!` and `<?` that one paragraph may keep; an unclosed one makes libcmark search the whole paragraph.
  private static let indentedMarkupLimit = 16

  /// Reads the lines in `stretch`, which begins and ends between lines.
  init(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    let start = stretch.lowerBound
    let limit = stretch.upperBound
    var copy = [UInt8](repeating: 0, count: limit - start + 1)
    defer { self.copy = copy }
    lines.reserveCapacity((limit - start) / 32 + 4)
    firstLines.reserveCapacity((limit - start) / 32 + 4)
    var out = copy.mutableSpan
    var offset = start
    var wasBlank = false
    var wasPipe = false
    var openLists = 0
    var indentedMarkup = 0

    while offset < limit {
      let lineStart = offset
      let head = LineHead(bytes, at: offset)
      if head.isBlank, wasBlank {
        offset = bytes.afterLineEnd(at: head.end, before: bytes.count)
        continue
      }
      if head.isBlank {
        indentedMarkup = 0
      } else {
        let carried = min(openLists, head.columns / 2) + head.lists
        if carried + head.quotes > Self.depthLimit {
          tooDeepAt = lineStart
          return
        }
        openLists = wasBlank ? carried : max(openLists, carried)
      }
      wasBlank = head.isBlank
      if !head.isBlank { head.neutralise(bytes, into: &out, at: &length) }
      offset = head.end
      var mayDelimitTable = false
      var isPipe = false
      let lineInCopy = length
      if !head.reachesLineEnd {
        let first = bytes[offset]
        if first == ASCII.less {
          let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
          if head.blanksAtEnd >= 4, next == ASCII.exclamation || next == ASCII.question { indentedMarkup += 1 }
          offset = markupText(bytes, from: offset, keepsFirst: indentedMarkup <= Self.indentedMarkupLimit, into: &out)
        } else {
          if first == ASCII.pipe || first == ASCII.colon { mayDelimitTable = head.mayDelimitTable(bytes) }
          isPipe = first == ASCII.pipe && offset == lineStart
          offset = plainText(bytes, from: offset, mayDrop: isPipe && wasPipe, into: &out)
        }
      }
      let isDropped = isPipe && length == lineInCopy
      // More than one letter: the line may have ended an HTML block.
      wasPipe = isPipe && length - lineInCopy <= 1
      if !isDropped { firstLines.append(Int32(lines.count)) }
      lines.append(Line(start: UInt32(lineStart), end: UInt32(offset), mayDelimitTable: mayDelimitTable))
      offset = bytes.afterLineEnd(at: offset, before: bytes.count)
      guard !isDropped else { continue }
      out[length] = ASCII.lineFeed
      length += 1
    }
    firstLines.append(Int32(lines.count))
  }

  /// One letter, or nothing, stands for the text, unless a `>` in it may end an HTML block. Gives the line's end.
  private mutating func plainText(
    _ bytes: Span<UInt8>, from start: Int, mayDrop: Bool, into out: inout MutableSpan<UInt8>
  ) -> Int {
    var offset = start
    var hasGreater = false
    while true {
      offset = bytes.nextAngleOrLineEnd(from: offset)
      guard offset < bytes.count, !bytes[offset].endsLine else { break }
      if bytes[offset] == ASCII.greater {
        hasGreater = true
      } else if bytes.hasPrefix("<!--", at: offset, before: bytes.count) {
        commentOpeners.append(offset)
      }
      offset += 1
    }
    if !hasGreater {
      if mayDrop { return offset }
      out[length] = UInt8(ascii: "x")
      length += 1
    } else {
      for position in start..<offset {
        let byte = bytes[position]
        let endsData = byte == ASCII.closeBracket && bytes.endsData(at: position, after: start)
        // `</script>` and its like end an HTML block wherever they stand.
        let closes = byte == ASCII.less && position + 1 < offset && bytes[position + 1] == ASCII.slash
        out[length] = closes || endsData ? byte : byte.withoutInlineMeaning
        length += 1
      }
    }
    return offset
  }

  /// A line whose text begins with `<`: all that makes it a tag stays.
  private mutating func markupText(
    _ bytes: Span<UInt8>, from start: Int, keepsFirst: Bool, into out: inout MutableSpan<UInt8>
  ) -> Int {
    let end = bytes.lineEnd(from: start, before: bytes.count)
    var verbatim = start + 1
    if bytes.hasPrefix("<![cdata[", at: start, before: end) {
      verbatim = start + 9
    } else if start + 1 < end, bytes[start + 1] == ASCII.exclamation {
      verbatim = start + 2
    }
    for position in start..<end {
      let byte = bytes[position]
      let next = position + 1 < end ? bytes[position + 1] : 0
      if byte == ASCII.less, next == ASCII.exclamation, bytes.hasPrefix("<!--", at: position, before: end) {
        commentOpeners.append(position)
      }
      let keeps: Bool
      switch byte {
      case ASCII.less: keeps = position == start ? keepsFirst : next != ASCII.exclamation && next != ASCII.question
      case ASCII.backtick: keeps = true
      case ASCII.closeBracket: keeps = bytes.endsData(at: position, after: start)
      default: keeps = position < verbatim
      }
      out[length] = keeps ? byte : byte.withoutInlineMeaning
      length += 1
    }
    return end
  }
}

extension UInt8 {
  /// A byte that stands for this one in a tag as well as in text, and that no inline construct begins with.
  fileprivate var withoutInlineMeaning: UInt8 {
    switch self {
    case ASCII.star, ASCII.openBracket, ASCII.closeBracket, ASCII.exclamation, ASCII.ampersand, ASCII.backslash,
      ASCII.backtick, ASCII.less, 0:
      ASCII.comma
    case ASCII.underscore: ASCII.colon
    default: self
    }
  }
}

extension Span<UInt8> {
  /// Whether the bracket belongs to `]]>`, which ends a CDATA block.
  fileprivate func endsData(at offset: Int, after start: Int) -> Bool {
    let isFirst = hasPrefix("]]>", at: offset, before: count)
    return isFirst || (offset > start && hasPrefix("]]>", at: offset - 1, before: count))
  }

  /// The next `<`, `>`, line end, or the end of the file.
  func nextAngleOrLineEnd(from start: Int) -> Int {
    var offset = start
    while offset + 8 <= count {
      let step = word(at: offset).firstAngleOrLineEnd
      if step < 8 { return offset + step }
      offset += 8
    }
    while offset < count {
      let byte = self[offset]
      if byte & 0xFD == ASCII.less || byte.endsLine { break }
      offset += 1
    }
    return offset
  }
}
