/// What libcmark gets to read: a copy of the file in which nothing is left for its inline parser.
///
/// Ranges come from our own bytes, and libcmark is quadratic on some inline input, so bytes that only its inline parser
/// would act on are replaced. Bytes that decide the block structure stay, and so do all columns. Of a run of blank lines
/// only the first is kept: the others change nothing, and in deep lists each costs as much as the depth.
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
  /// Offsets of every `<!--`.
  private(set) var commentOpeners: [Int] = []
  /// Where containers may nest deeper than `depthLimit`.
  private(set) var tooDeepAt: Int?

  static let depthLimit = 1_000
  /// Indented `<!` and `<?` that one paragraph may keep; an unclosed one makes libcmark search the whole paragraph.
  private static let indentedMarkupLimit = 16

  init(_ bytes: Span<UInt8>, from start: Int) {
    var copy = [UInt8](repeating: ASCII.lineFeed, count: bytes.count - start + 1)
    defer { self.copy = copy }
    lines.reserveCapacity((bytes.count - start) / 32 + 4)
    let classes = byteClasses
    var out = copy.mutableSpan
    var offset = start
    var written = 0
    var wasBlank = false
    var openLists = 0
    var indentedMarkup = 0

    while offset < bytes.count {
      let lineStart = offset
      let head = LineHead(bytes, at: offset)
      let isBlank = head.isBlank
      if isBlank, wasBlank {
        offset = bytes.afterLineEnd(at: head.end, before: bytes.count)
        continue
      }
      if isBlank {
        indentedMarkup = 0
      } else {
        let carried = min(openLists, head.columns / 2) + head.lists
        if carried + head.quotes > Self.depthLimit {
          tooDeepAt = lineStart
          return
        }
        openLists = wasBlank ? carried : max(openLists, carried)
      }
      wasBlank = isBlank

      head.neutralise(bytes, into: &out, at: written)
      written += head.end - offset
      offset = head.end
      let isMarkup = offset < bytes.count && bytes[offset] == ASCII.less
      if isMarkup {
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        var keeps = true
        if next == ASCII.exclamation || next == ASCII.question {
          if head.blanksAtEnd >= 4 { indentedMarkup += 1 }
          keeps = indentedMarkup <= Self.indentedMarkupLimit
        }
        if bytes.hasPrefix("<!--", at: offset, before: bytes.count) { commentOpeners.append(offset) }
        out[written] = keeps ? ASCII.less : ASCII.comma
        offset += 1
        written += 1
        let verbatim =
          bytes.hasPrefix("![cdata[", at: offset, before: bytes.count) ? 8 : next == ASCII.exclamation ? 1 : 0
        for _ in 0..<verbatim {
          out[written] = bytes[offset]
          offset += 1
          written += 1
        }
      }

      while offset < bytes.count {
        let byte = bytes[offset]
        switch classes[Int(byte)] {
        case .plain:
          out[written] = byte
        case .replaced:
          out[written] = ASCII.comma
        case .underscore:
          out[written] = UInt8(ascii: "x")
        case .backtick:
          out[written] = isMarkup || head.keepsBackticks ? byte : ASCII.comma
        case .closeBracket:
          // `]]>` ends a CDATA block.
          let first = offset + 2 < bytes.count && bytes[offset + 1] == byte && bytes[offset + 2] == ASCII.greater
          let second = offset + 1 < bytes.count && bytes[offset - 1] == byte && bytes[offset + 1] == ASCII.greater
          out[written] = first || second ? byte : ASCII.comma
        case .less:
          let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
          if next == ASCII.exclamation, bytes.hasPrefix("<!--", at: offset, before: bytes.count) {
            commentOpeners.append(offset)
          }
          // `</script>` and its like end an HTML block wherever they stand.
          let keeps = next == ASCII.slash || (isMarkup && next != ASCII.exclamation && next != ASCII.question)
          out[written] = keeps ? byte : ASCII.comma
        case .lineEnd:
          break
        }
        if byte.endsLine { break }
        offset += 1
        written += 1
      }
      lines.append(
        Line(
          start: UInt32(lineStart), end: UInt32(offset), mayDelimitTable: head.mayDelimitTable(bytes, before: offset)))
      let next = bytes.afterLineEnd(at: offset, before: bytes.count)
      while offset < next {
        out[written] = bytes[offset]
        offset += 1
        written += 1
      }
    }
    length = written
  }
}

private enum ByteClass: UInt8 {
  case plain, replaced, underscore, backtick, closeBracket, less, lineEnd
}

private let byteClasses: [ByteClass] = {
  var classes = [ByteClass](repeating: .plain, count: 256)
  for byte in [ASCII.star, ASCII.openBracket, ASCII.exclamation, ASCII.ampersand, ASCII.backslash, 0] {
    classes[Int(byte)] = .replaced
  }
  classes[Int(ASCII.underscore)] = .underscore
  classes[Int(ASCII.backtick)] = .backtick
  classes[Int(ASCII.closeBracket)] = .closeBracket
  classes[Int(ASCII.less)] = .less
  classes[Int(ASCII.lineFeed)] = .lineEnd
  classes[Int(ASCII.carriageReturn)] = .lineEnd
  return classes
}()
