/// The run of bytes at the beginning of a line that can decide its block structure.
struct LineHead {
  let start: Int
  /// The first byte that is text, or a `<`, or the line's end.
  private(set) var end: Int
  private(set) var isBlank = false
  /// `>` markers.
  private(set) var quotes = 0
  /// List markers, each followed by a blank or the line's end.
  private(set) var lists = 0
  /// Columns of blanks before the last marker; all of them where there is no marker.
  private(set) var columns = 0
  /// Columns of blanks right before `end`.
  private(set) var blanksAtEnd = 0
  /// The head holds one run of three or more backticks and the rest of the line none: a fence.
  private(set) var keepsBackticks = false
  private var hasInlineBytes = false
  /// There is no text behind the head.
  private(set) var reachesLineEnd = false

  init(_ bytes: Span<UInt8>, at start: Int) {
    self.start = start
    let limit = bytes.count
    var offset = start
    var blanks = 0
    var hasBacktick = false
    scan: while offset < limit {
      let byte = bytes[offset]
      switch byte {
      case ASCII.space:
        blanks += 1
        blanksAtEnd += 1
        offset += 1
        continue scan
      case ASCII.tab:
        blanks += 4
        blanksAtEnd += 4
        offset += 1
        continue scan
      case ASCII.greater:
        quotes += 1
        columns = blanks
      case ASCII.dash, ASCII.plus, ASCII.star, ASCII.dot, ASCII.closeParenthesis:
        hasInlineBytes = hasInlineBytes || byte == ASCII.star
        let isNumbered = byte == ASCII.dot || byte == ASCII.closeParenthesis
        let mayMark = !isNumbered || (offset > start && bytes[offset - 1].isDigit)
        if mayMark, offset + 1 == limit || bytes[offset + 1].isBlankOrLineEnd {
          lists += 1
          columns = blanks
        }
      case ASCII.backtick:
        hasBacktick = true
        hasInlineBytes = true
      case ASCII.underscore:
        hasInlineBytes = true
      case ASCII.hash, ASCII.tilde, ASCII.equals, 48...57:
        break
      default:
        break scan
      }
      blanksAtEnd = 0
      offset += 1
    }
    end = offset
    reachesLineEnd = offset == limit || bytes[offset].endsLine
    isBlank = reachesLineEnd && blanks > 0 && quotes == 0 && offset - start == bytes.blankRun(from: start, to: offset)
    if offset == start, reachesLineEnd { isBlank = true }
    if quotes == 0, lists == 0 { columns = blanks }
    if hasBacktick { keepsBackticks = isFence(bytes) }
  }

  private func isFence(_ bytes: Span<UInt8>) -> Bool {
    var offset = start
    while offset < end, bytes[offset] != ASCII.backtick { offset += 1 }
    let fence = offset
    while offset < end, bytes[offset] == ASCII.backtick { offset += 1 }
    guard offset - fence >= 3 else { return false }
    while offset < bytes.count, !bytes[offset].endsLine {
      if bytes[offset] == ASCII.backtick { return false }
      offset += 1
    }
    return true
  }

  /// Copies the head, replacing what libcmark would take for emphasis or code.
  func neutralise(_ bytes: Span<UInt8>, into out: inout MutableSpan<UInt8>, at length: inout Int) {
    let shift = length - start
    length += end - start
    for offset in start..<end { out[offset + shift] = bytes[offset] }
    guard hasInlineBytes else { return }
    // A thematic break runs to the line's end with one character only.
    var rule = end
    if reachesLineEnd {
      var mark: UInt8?
      while rule > start {
        let byte = bytes[rule - 1]
        if !byte.isBlank {
          guard byte == ASCII.star || byte == ASCII.underscore, mark ?? byte == byte else { break }
          mark = byte
        }
        rule -= 1
      }
    }
    for offset in start..<end {
      switch bytes[offset] {
      case ASCII.star:
        let marks = offset + 1 == bytes.count || bytes[offset + 1].isBlankOrLineEnd
        if !marks, offset < rule { out[offset + shift] = ASCII.comma }
      case ASCII.underscore:
        if offset < rule { out[offset + shift] = UInt8(ascii: "x") }
      case ASCII.backtick:
        if !keepsBackticks { out[offset + shift] = ASCII.comma }
      default:
        break
      }
    }
  }

  /// Whether the line has only what a delimiter row and the containers before it can have.
  func mayDelimitTable(_ bytes: Span<UInt8>) -> Bool {
    var hasDash = false
    for offset in start..<end where bytes[offset] == ASCII.dash { hasDash = true }
    var offset = end
    while offset < bytes.count {
      switch bytes[offset] {
      case ASCII.dash: hasDash = true
      case ASCII.pipe, ASCII.colon, ASCII.space, ASCII.tab, 0x0B, 0x0C: break
      case ASCII.lineFeed, ASCII.carriageReturn: return hasDash
      default: return false
      }
      offset += 1
    }
    return hasDash
  }
}

extension Span<UInt8> {
  fileprivate func blankRun(from start: Int, to end: Int) -> Int { skippingBlanks(from: start, before: end) - start }
}
