/// Joins what libcmark cuts at blank lines: one `<table>` … `</table>` is one block.
extension TreeBuilder {
  mutating func joinHTMLTables(_ bytes: Span<UInt8>) {
    guard let first = blocks.firstIndex(where: { $0.kind == .html && bytes.holdsTableTag($0.range) }) else { return }
    let found = HTMLTableRanges(bytes, blocks, from: first)
    if let place = found.unclosed { problems.append(.unclosedHTMLTable(at: place)) }
    guard !found.ranges.isEmpty else { return }
    let old = blocks
    var indices: [Int32] = []
    indices.reserveCapacity(old.count)
    var table = 0
    let pipeTables = tables
    tables.removeAll()
    blocks.removeAll(keepingCapacity: true)
    for block in old {
      // Where the block's own text begins: behind the tables that stand before it.
      var start = Int(block.start)
      let parent = block.parent >= 0 ? indices[Int(block.parent)] : -1
      if block.kind == .document {
        indices.append(0)
        blocks.append(block)
        continue
      }
      if table > 0, start < found.ranges[table - 1].upperBound {
        indices.append(parent)
        guard block.kind == .html, Int(block.end) > found.ranges[table - 1].upperBound else { continue }
        start = found.ranges[table - 1].upperBound
      } else {
        indices.append(Int32(blocks.count))
      }
      guard block.kind == .html else {
        var kept = block
        kept.parent = parent
        if block.kind == .table {
          kept.payload = Int32(tables.count)
          tables.append(pipeTables[Int(block.payload)])
        }
        blocks.append(kept)
        continue
      }
      while table < found.ranges.count, found.ranges[table].lowerBound < Int(block.end) {
        let range = found.ranges[table]
        appendHTML(bytes, start..<range.lowerBound, parent: parent)
        var joined = Block(.table, range.lowerBound, range.upperBound, parent: parent)
        joined.payload = Int32(tables.count)
        append(joined)
        tables.append(HTMLTableReader.read(bytes, range))
        start = range.upperBound
        table += 1
      }
      appendHTML(bytes, start..<max(start, Int(block.end)), parent: parent)
    }
  }

  /// Appends what is left of an HTML block, unless it is blank.
  private mutating func appendHTML(_ bytes: Span<UInt8>, _ range: Range<Int>, parent: Int32) {
    let start = bytes.skippingSpace(from: range.lowerBound, before: range.upperBound)
    var end = range.upperBound
    while end > start, bytes[end - 1].isBlankOrLineEnd { end -= 1 }
    if start < end { append(Block(.html, start, end, parent: parent)) }
  }
}

/// The outermost `<table>` … `</table>` that begin in HTML blocks.
struct HTMLTableRanges {
  private(set) var ranges: [Range<Int>] = []
  /// The first `<table>` that has no `</table>`.
  private(set) var unclosed: Int?

  init(_ bytes: Span<UInt8>, _ blocks: [Block], from first: Int) {
    var block = first
    var offset = Int(blocks[first].start)
    var open: [Int] = []
    var closed: [Range<Int>] = []
    while offset < bytes.count {
      guard bytes[offset] == ASCII.less else {
        offset += 1
        continue
      }
      while block + 1 < blocks.count, Int(blocks[block + 1].start) <= offset { block += 1 }
      let holder = blocks[block]
      let isInside = offset < Int(holder.end)
      if holder.kind == .code, isInside {
        offset = Int(holder.end)
      } else if bytes.hasPrefix("<!--", at: offset, before: bytes.count) {
        let limit = isInside && holder.kind == .html && open.isEmpty ? Int(holder.end) : bytes.count
        offset = bytes.end(of: "-->", from: offset + 4, before: limit) ?? limit
      } else if bytes.isTableTag("<table", at: offset) {
        if !open.isEmpty || (holder.kind == .html && isInside) { open.append(offset) }
        offset += 6
      } else if bytes.isTableTag("</table", at: offset) {
        let end = bytes.end(of: ">", from: offset + 7, before: bytes.count) ?? bytes.count
        if let start = open.popLast() {
          while let last = closed.last, last.lowerBound >= start { closed.removeLast() }
          closed.append(start..<end)
        }
        offset = end
      } else {
        offset += 1
      }
    }
    unclosed = open.first
    ranges = closed.filter { range in
      var low = first
      var high = blocks.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(blocks[middle].start) <= range.lowerBound { low = middle } else { high = middle }
      }
      return blocks[low].kind == .html && range.lowerBound < Int(blocks[low].end)
    }
  }
}

extension Span<UInt8> {
  /// Whether `<table` or `</table` stands here and its name ends there.
  fileprivate func isTableTag(_ tag: StaticString, at offset: Int) -> Bool {
    guard hasPrefix(tag, at: offset, before: count) else { return false }
    let next = offset + tag.utf8CodeUnitCount
    return next == count || self[next].isBlankOrLineEnd || self[next] == ASCII.greater || self[next] == ASCII.slash
  }

  fileprivate func holdsTableTag(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] == ASCII.less && isTableTag("<table", at: $0) }
  }
}
