/// One line of a file as it may stand on a terminal, and where the marked words are in it.
struct Excerpt: Equatable {
  let text: String
  /// Display columns before the mark.
  let caretColumn: Int
  /// Display columns of the mark, at least one.
  let caretWidth: Int

  /// The line in at most `width` columns, cut around the mark with `…` where it is longer.
  ///
  /// Looks at no more of the line than can be shown. Tabs go to the next multiple of four.
  init(_ bytes: Span<UInt8>, line: Range<Int>, mark: Range<Int>, width: Int) {
    let inLine = mark.clamped(to: line)
    let mark = bytes.characterStart(at: inLine.lowerBound)..<bytes.characterEnd(at: inLine.upperBound)
    let fits = Self.columns(of: bytes, line, atMost: width).end == line.upperBound
    let shown = fits ? line : Self.shown(bytes, line: line, mark: mark, width: width)
    var canvas = Canvas()
    if shown.lowerBound > line.lowerBound { canvas.append("…") }
    canvas.append(bytes, shown.lowerBound..<mark.lowerBound)
    let start = canvas.width
    canvas.append(bytes, mark.lowerBound..<min(mark.upperBound, shown.upperBound))
    caretWidth = max(1, canvas.width - start)
    // A mark without characters at the end of a full line has no column of its own.
    caretColumn = max(0, min(start, width - caretWidth))
    if mark.upperBound < shown.upperBound { canvas.append(bytes, mark.upperBound..<shown.upperBound) }
    if shown.upperBound < line.upperBound { canvas.append("…") }
    text = canvas.text
  }

  /// The part of a line that is too long: the mark, as much as fits of it, and what surrounds it.
  private static func shown(_ bytes: Span<UInt8>, line: Range<Int>, mark: Range<Int>, width: Int) -> Range<Int> {
    // Each side may need a `…`.
    let room = max(1, width - 2)
    let marked = columns(of: bytes, mark, atMost: room)
    guard marked.end == mark.upperBound else { return mark.lowerBound..<marked.end }
    let left = columns(of: bytes, before: mark.lowerBound, from: line.lowerBound, atMost: room - marked.width)
    let right = columns(of: bytes, mark.upperBound..<line.upperBound, atMost: room - marked.width)
    // A side that needs less than half leaves the rest to the other.
    let half = (room - marked.width) / 2
    let forRight = max(half, room - marked.width - left.width)
    let forLeft = max(half, room - marked.width - right.width)
    let start = columns(of: bytes, before: mark.lowerBound, from: line.lowerBound, atMost: forLeft).start
    let end = columns(of: bytes, mark.upperBound..<line.upperBound, atMost: forRight).end
    return start..<end
  }

  private static func columns(of bytes: Span<UInt8>, _ range: Range<Int>, atMost limit: Int) -> (width: Int, end: Int) {
    var width = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = bytes.scalar(at: offset)
      let columns = Canvas.columns(of: next)
      guard width + columns <= limit else { break }
      width += columns
      offset += next.length
    }
    return (width, min(offset, range.upperBound))
  }

  private static func columns(
    of bytes: Span<UInt8>, before end: Int, from start: Int, atMost limit: Int
  ) -> (width: Int, start: Int) {
    var width = 0
    var offset = end
    while offset > start {
      let previous = bytes.scalar(before: offset)
      let columns = Canvas.columns(of: previous)
      guard width + columns <= limit else { break }
      width += columns
      offset -= previous.length
    }
    return (width, max(offset, start))
  }
}

/// Text being laid out for a terminal.
private struct Canvas {
  private(set) var text = ""
  private(set) var width = 0

  private static let tabStop = 4

  mutating func append(_ piece: String) {
    text += piece
    width += DisplayWidth.of(piece)
  }

  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = bytes.scalar(at: offset)
      // The mark at the start of a file tells the encoding and is no text.
      if offset == 0, next.scalar == Self.byteOrderMark {
      } else if next.scalar == "\t" {
        append(String(repeating: " ", count: Self.tabStop - width % Self.tabStop))
      } else if let scalar = next.scalar {
        append(TerminalText.isHidden(scalar) ? TerminalText.escape(scalar) : String(Character(scalar)))
      } else {
        append(TerminalText.escape(illFormed: bytes[offset]))
      }
      offset += next.length
    }
  }

  /// The most columns that a character can take.
  static func columns(of next: SourceScalar) -> Int {
    guard let scalar = next.scalar else { return 4 }
    if scalar == "\t" { return tabStop }
    return TerminalText.isHidden(scalar) ? TerminalText.escape(scalar).utf8.count : DisplayWidth.of(scalar)
  }

  private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
}
