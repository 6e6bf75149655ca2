/// What a line needs before its content to belong to a container: quote markers, then the indentation of the list item.
struct ContainerIndent {
  private let quoteDepth: Int
  private let required: Int

  init(_ bytes: Span<UInt8>, parent: Int32, _ blocks: [Block]) {
    let holder = blocks[Int(parent)]
    quoteDepth = Int(holder.quoteDepth)
    guard holder.kind == .item else {
      required = 0
      return
    }
    let itemStart = Int(holder.start)
    var lineStart = itemStart
    while lineStart > 0, !bytes[lineStart - 1].endsLine { lineStart -= 1 }
    lineStart = max(lineStart, Int(blocks[0].start))
    var quote = holder.parent
    while quote > 0, blocks[Int(quote)].kind != .quote { quote = blocks[Int(quote)].parent }
    var inner = lineStart
    if quote > 0 {
      let quoteStart = Int(blocks[Int(quote)].start)
      inner =
        quoteStart >= lineStart
        ? bytes.afterQuoteMarker(at: quoteStart)
        : bytes.afterQuoteMarkers(quoteDepth, from: lineStart, before: itemStart) ?? lineStart
    }
    // More than four blanks after the marker are indented code, and none at all an empty first line.
    let markerEnd = Int(holder.end)
    let content = bytes.skippingBlanks(from: markerEnd, before: bytes.count)
    let padding = bytes.columns(from: markerEnd, to: content, lineStart: lineStart)
    let isBare = content == bytes.count || bytes[content].endsLine || padding > 4
    required = bytes.columns(from: inner, to: markerEnd, lineStart: lineStart) + (isBare ? 1 : padding)
  }

  /// The innermost container at or above `parent` that the line belongs to.
  init(_ bytes: Span<UInt8>, holding line: Range<Int>, parent: Int32, _ blocks: [Block]) {
    var holder = parent
    var indent = ContainerIndent(bytes, parent: holder, blocks)
    while holder > 0, indent.indent(bytes, line) == nil {
      holder = blocks[Int(holder)].parent
      indent = ContainerIndent(bytes, parent: holder, blocks)
    }
    self = indent
  }

  /// Columns of blanks that the line has beyond what the container needs; `nil` where it has not even that.
  func indent(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard let inner = bytes.afterQuoteMarkers(quoteDepth, from: line.lowerBound, before: line.upperBound) else {
      return nil
    }
    let content = bytes.skippingBlanks(from: inner, before: line.upperBound)
    let columns = bytes.columns(from: inner, to: content, lineStart: line.lowerBound)
    return columns >= required ? columns - required : nil
  }
}

extension Span<UInt8> {
  fileprivate func afterQuoteMarker(at marker: Int) -> Int {
    marker + 1 < count && self[marker + 1].isBlank ? marker + 2 : marker + 1
  }

  /// Behind exactly `depth` quote markers, or `nil` where there are fewer.
  fileprivate func afterQuoteMarkers(_ depth: Int, from start: Int, before limit: Int) -> Int? {
    var offset = start
    for _ in 0..<depth {
      let marker = skippingBlanks(from: offset, before: limit)
      guard marker < limit, self[marker] == ASCII.greater else { return nil }
      offset = Swift.min(afterQuoteMarker(at: marker), limit)
    }
    return offset
  }
}
