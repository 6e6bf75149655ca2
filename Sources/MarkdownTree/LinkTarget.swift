/// What follows the `]` of a link: `(destination "title")`, `[label]`, `[]`, or nothing where the text itself is a label.
struct LinkTarget {
  /// In the leaf, or in the source for a reference.
  let destination: Range<Int>
  let isReference: Bool
  let end: Int

  init?(_ raw: Span<UInt8>, after bracket: Int, text: Range<Int>, _ definitions: LinkDefinitions) {
    let next = bracket + 1
    if next < raw.count, raw[next] == ASCII.openParenthesis, let inline = raw.inlineTarget(at: next) {
      destination = inline.destination
      isReference = false
      end = inline.end
      return
    }
    guard !definitions.isEmpty else { return nil }
    var label = text
    var end = next
    if next < raw.count, raw[next] == ASCII.openBracket, let labelEnd = raw.linkLabelEnd(at: next) {
      if labelEnd > next + 2 { label = next + 1..<labelEnd - 1 }
      end = labelEnd
    }
    guard let found = definitions.destination(of: raw, label) else { return nil }
    destination = found
    isReference = true
    self.end = end
  }
}

extension Span<UInt8> {
  fileprivate func inlineTarget(at parenthesis: Int) -> (destination: Range<Int>, end: Int)? {
    var offset = skippingSpace(from: parenthesis + 1, before: count)
    guard let destination = linkDestination(at: offset) else { return nil }
    offset = skippingSpace(from: destination.end, before: count)
    if offset > destination.end, offset < count, self[offset] != ASCII.closeParenthesis {
      guard let title = linkTitleEnd(at: offset) else { return nil }
      offset = skippingSpace(from: title, before: count)
    }
    guard offset < count, self[offset] == ASCII.closeParenthesis else { return nil }
    return (destination.range, offset + 1)
  }

  /// The destination at `offset`, possibly empty, and the offset behind it.
  func linkDestination(at start: Int) -> (range: Range<Int>, end: Int)? {
    var offset = start
    if offset < count, self[offset] == ASCII.less {
      offset += 1
      while offset < count, self[offset] != ASCII.greater {
        guard !self[offset].endsLine, self[offset] != ASCII.less else { return nil }
        offset += self[offset] == ASCII.backslash && offset + 1 < count && self[offset + 1].isPunctuation ? 2 : 1
      }
      return offset < count ? (start + 1..<offset, offset + 1) : nil
    }
    var depth = 0
    scan: while offset < count {
      switch self[offset] {
      case ASCII.backslash where offset + 1 < count && self[offset + 1].isPunctuation:
        offset += 1
      case ASCII.openParenthesis:
        depth += 1
        guard depth <= 32 else { return nil }
      case ASCII.closeParenthesis:
        guard depth > 0 else { break scan }
        depth -= 1
      case ...0x20, 0x7F:
        break scan
      default:
        break
      }
      offset += 1
    }
    return depth == 0 ? (start..<offset, offset) : nil
  }

  func linkTitleEnd(at start: Int) -> Int? {
    let opening = self[start]
    let closing: UInt8
    switch opening {
    case ASCII.quote, ASCII.apostrophe: closing = opening
    case ASCII.openParenthesis: closing = ASCII.closeParenthesis
    default: return nil
    }
    var offset = start + 1
    while offset < count {
      let byte = self[offset]
      if byte == closing { return offset + 1 }
      if byte == ASCII.openParenthesis, closing == ASCII.closeParenthesis { return nil }
      offset += byte == ASCII.backslash && offset + 1 < count && self[offset + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// The offset behind the `]` of a label that begins at `start` with `[`: at most 999 bytes, no bracket inside.
  func linkLabelEnd(at start: Int) -> Int? {
    var offset = start + 1
    while offset < count, offset - start <= 1_000 {
      switch self[offset] {
      case ASCII.closeBracket: return offset + 1
      case ASCII.openBracket: return nil
      case ASCII.backslash where offset + 1 < count && self[offset + 1].isPunctuation: offset += 2
      default: offset += 1
      }
    }
    return nil
  }
}
