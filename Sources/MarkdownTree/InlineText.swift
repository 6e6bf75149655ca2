/// Text of one leaf (paragraph, heading, table cell) with the markup removed, and where each byte of it came from.
///
/// Emphasis marks, link targets, tags and code ticks are gone, entities and escapes decoded; a line end inside the leaf and
/// `<br>` are one `"\n"`. Reuse one value for many leaves: it keeps its memory.
package struct InlineText: Sendable {
  package struct Link: Hashable, Sendable {
    /// What is shown, in `bytes`.
    package let text: Range<Int>
    /// Where it leads, in the source, without `<>`; empty where the target is empty.
    package let destination: Range<Int>
    package let isImage: Bool
  }

  package internal(set) var bytes: [UInt8] = []
  package internal(set) var links: [Link] = []
  /// Text between matched `**` or `__`, in `bytes`; in HTML cells also `<strong>` and `<b>`.
  package internal(set) var strong: [Range<Int>] = []
  /// Code spans, in `bytes`: kept as text, never read as values.
  package internal(set) var code: [Range<Int>] = []
  /// Bold that was meant and that CommonMark does not show, such as `**目标：**5000万`; in the source, marks included.
  package internal(set) var unclosedEmphasis: [Range<Int>] = []
  /// Where each line of the text begins in `bytes`; the first is 0.
  package internal(set) var lineStarts: [Int] = [0]

  /// Where the text came from; empty where it is one stretch of source, beginning at `plainStart`.
  var runs: [LeafText.Run] = []
  private var plainStart = 0
  private var isPlain = true
  var leaf = LeafText()
  var tokens = InlineTokens()

  package init() {}

  /// Makes every line break a blank; for text whose lines were told apart already.
  package mutating func joinLines() {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
  }

  /// Loads a paragraph or heading; the box of a task is not part of the text. Every other block gives no text.
  package mutating func load(_ source: Span<UInt8>, _ document: MarkdownDocument, block: Int) {
    let block = document.blocks[block]
    switch block.kind {
    case .paragraph, .heading:
      let range = block.textRange(source, in: document)
      if loadPlain(source, range) { return }
      leaf.load(source, range, quoteDepth: Int(block.quoteDepth))
      read(document.linkDefinitions)
    default:
      leaf.removeAll()
      read(.none)
    }
  }

  /// Loads one cell. Reference links are resolved where the document is given.
  package mutating func load(
    _ source: Span<UInt8>, cell: Table.Cell, origin: Table.Origin, in document: MarkdownDocument? = nil
  ) {
    switch origin {
    case .pipe:
      if loadPlain(source, cell.range) { return }
      leaf.load(source, cell.range, quoteDepth: 0, unescapesPipes: true)
      read(document?.linkDefinitions ?? .none)
    case .html:
      clear()
      writeHTML(source, cell.range)
      finish()
    }
  }

  /// Loads a plain run of source, such as one line.
  package mutating func load(_ source: Span<UInt8>, range: Range<Int>) {
    if loadPlain(source, range) { return }
    leaf.load(source, range, quoteDepth: 0)
    read(.none)
  }

  /// The source of a run of the text; where the run spans lines or markup, the range that covers it.
  package func sourceRange(_ range: Range<Int>) -> Range<Int> {
    guard let last = runs.last else {
      let start = plainStart + min(range.lowerBound, bytes.count)
      return start..<max(start, plainStart + min(range.upperBound, bytes.count))
    }
    let end = Int(last.source + last.sourceLength)
    guard range.lowerBound < bytes.count else { return end..<end }
    let first = runs.index(ofRunAt: range.lowerBound)
    let start = Int(runs[first].source) + (isExact(first) ? range.lowerBound - Int(runs[first].text) : 0)
    guard range.upperBound > range.lowerBound else { return start..<start }
    let final = min(range.upperBound, bytes.count) - 1
    let lastIndex = final < textEnd(first) ? first : runs.index(ofRunAt: final)
    let run = runs[lastIndex]
    let stop = Int(run.source) + (isExact(lastIndex) ? final - Int(run.text) + 1 : Int(run.sourceLength))
    return start..<max(start, stop)
  }

  /// Lines of the text; at least one.
  package var lineCount: Int { lineStarts.count }

  /// The line at `index`, in `bytes`, without its line feed.
  package func line(_ index: Int) -> Range<Int> {
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    return lineStarts[index]..<end
  }

  private func textEnd(_ run: Int) -> Int { run + 1 < runs.count ? Int(runs[run + 1].text) : bytes.count }

  private func isExact(_ run: Int) -> Bool { textEnd(run) - Int(runs[run].text) == Int(runs[run].sourceLength) }

  private mutating func clear() {
    isPlain = false
    plainStart = 0
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !strong.isEmpty { strong.removeAll(keepingCapacity: true) }
    if !code.isEmpty { code.removeAll(keepingCapacity: true) }
    if !unclosedEmphasis.isEmpty { unclosedEmphasis.removeAll(keepingCapacity: true) }
    if lineStarts.count > 1 { lineStarts.removeSubrange(1...) }
  }

  /// Most leaves are one line without markup: their bytes are their text.
  private mutating func loadPlain(_ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard source.isPlainText(range) else { return false }
    if !isPlain {
      clear()
      isPlain = true
    }
    let start = source.skippingBlanks(from: range.lowerBound, before: range.upperBound)
    plainStart = start
    let text = start..<source.trimmingBlanks(to: range.upperBound, from: start)
    source.extracting(text).withUnsafeBufferPointer { bytes.replaceSubrange(0..<bytes.count, with: $0) }
    return true
  }

  private mutating func read(_ definitions: LinkDefinitions) {
    clear()
    if leaf.hasMarkup {
      let raw = leaf.bytes
      tokens.scan(raw.span, definitions)
      writeTokens()
    } else {
      swap(&bytes, &leaf.bytes)
      swap(&runs, &leaf.runs)
    }
    finish()
  }

  private mutating func finish() {
    guard runs.count > 1 else { return }
    for offset in bytes.indices where bytes[offset] == ASCII.lineFeed { lineStarts.append(offset + 1) }
  }
}
