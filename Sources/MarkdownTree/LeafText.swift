/// The lines of one leaf with the markers of its containers stripped, joined by line feeds.
struct LeafText {
  /// A run of text that came from one run of source. Where the lengths are equal, byte corresponds to byte.
  struct Run: Sendable {
    var text: UInt32
    var source: UInt32
    var sourceLength: UInt32
  }

  var bytes: [UInt8] = []
  var runs: [Run] = []
  /// A byte stands in the text that may be markup.
  private(set) var hasMarkup = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    hasMarkup = false
  }

  /// Reads `range`, whose first line begins with its content; later lines may have blanks and `quoteDepth` `>` before it.
  mutating func load(_ source: Span<UInt8>, _ range: Range<Int>, quoteDepth: Int, unescapesPipes: Bool = false) {
    removeAll()
    let classes = leafClasses
    let end = range.upperBound
    var start = source.skippingBlanks(from: range.lowerBound, before: end)
    while true {
      var offset = start
      var seen: UInt8 = 0
      while offset < end {
        let kind = classes[Int(source[offset])]
        if kind == 2 { break }
        seen |= kind
        offset += 1
      }
      if seen != 0 { hasMarkup = true }
      let contentEnd = source.trimmingBlanks(to: offset, from: start)
      append(source, start..<contentEnd, unescapesPipes: unescapesPipes && seen != 0)
      guard offset < end else { return }
      let next = source.afterLineEnd(at: offset, before: end)
      runs.append(Run(text: UInt32(bytes.count), source: UInt32(offset), sourceLength: 1))
      bytes.append(ASCII.lineFeed)
      start = source.skippingQuoteMarkers(quoteDepth, from: next, before: end)
    }
  }

  private mutating func append(_ source: Span<UInt8>, _ range: Range<Int>, unescapesPipes: Bool) {
    guard !range.isEmpty else { return }
    guard unescapesPipes else {
      appendRun(source, range)
      return
    }
    var start = range.lowerBound
    var offset = start
    while offset + 1 < range.upperBound {
      if source[offset] == ASCII.backslash, source[offset + 1] == ASCII.pipe {
        appendRun(source, start..<offset)
        start = offset + 1
        offset += 1
      }
      offset += 1
    }
    appendRun(source, start..<range.upperBound)
  }

  private mutating func appendRun(_ source: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    runs.append(
      Run(text: UInt32(bytes.count), source: UInt32(range.lowerBound), sourceLength: UInt32(range.count)))
    bytes.append(source, range)
  }

  /// The source offset of the byte at `offset`; the end of the text is the end of its last run.
  func source(of offset: Int) -> Int {
    guard let last = runs.last else { return 0 }
    guard offset < bytes.count else { return Int(last.source + last.sourceLength) }
    let run = runs[runs.index(ofRunAt: offset)]
    return Int(run.source) + offset - Int(run.text)
  }
}

extension [LeafText.Run] {
  /// The last run that begins at or before `offset`.
  func index(ofRunAt offset: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(self[middle].text) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension [UInt8] {
  mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    source.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Skips blanks and at most `depth` markers of block quotes.
  func skippingQuoteMarkers(_ depth: Int, from start: Int, before limit: Int) -> Int {
    var offset = skippingBlanks(from: start, before: limit)
    var left = depth
    while left > 0, offset < limit, self[offset] == ASCII.greater {
      offset = skippingBlanks(from: offset + 1, before: limit)
      left -= 1
    }
    return offset
  }
}

extension Span<UInt8> {
  /// Whether no byte of the range ends a line or may be markup; in doubt `false`.
  package func isPlainText(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      if word(at: offset).hasMarkup { return false }
      offset += 8
    }
    while offset < range.upperBound {
      if self[offset].mayBeMarkup { return false }
      offset += 1
    }
    return true
  }
}

extension UInt8 {
  fileprivate var mayBeMarkup: Bool {
    switch self {
    case ASCII.star, ASCII.underscore, ASCII.backtick, ASCII.openBracket, ASCII.closeBracket, ASCII.exclamation,
      ASCII.backslash, ASCII.ampersand, ASCII.less, ASCII.lineFeed, ASCII.carriageReturn:
      true
    default: false
    }
  }
}

/// 1: may be markup. 2: ends a line.
private let leafClasses: [UInt8] = {
  var classes = [UInt8](repeating: 0, count: 256)
  for byte in "*_`[]!\\&<".utf8 { classes[Int(byte)] = 1 }
  classes[Int(ASCII.lineFeed)] = 2
  classes[Int(ASCII.carriageReturn)] = 2
  return classes
}()
