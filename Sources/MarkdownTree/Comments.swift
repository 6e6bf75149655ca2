/// Finds the HTML comments of a document.
enum Comments {
  /// `openers` are the offsets of every `<!--`, ascending; those in code and those never closed give nothing.
  static func find(_ bytes: Span<UInt8>, openers: [Int], _ blocks: [Block], _ tables: [Table]) -> [Range<Int>] {
    var comments: [Range<Int>] = []
    var leaf = LeafText()
    var tokens = InlineTokens()
    // Offsets before this are done.
    var done = 0
    var block = 0
    for opener in openers where opener >= done {
      while block + 1 < blocks.count, Int(blocks[block + 1].start) <= opener { block += 1 }
      let holder = blocks[block]
      guard opener < Int(holder.end) else { continue }
      switch holder.kind {
      case .html:
        done = addComments(bytes, opener, before: Int(holder.end), &comments)
      case .table:
        let table = tables[Int(holder.payload)]
        if table.origin == .html {
          done = addComments(bytes, opener, before: Int(table.end), &comments)
        } else if let row = table.row(at: opener) {
          leaf.load(bytes, row, quoteDepth: 0)
          addComments(leaf, &tokens, &comments)
          done = row.upperBound
        }
      case .paragraph, .heading:
        leaf.load(bytes, holder.range, quoteDepth: Int(holder.quoteDepth))
        addComments(leaf, &tokens, &comments)
        done = Int(holder.end)
      case .code, .linkDefinition, .thematicBreak:
        done = Int(holder.end)
      case .document, .quote, .bulletList, .orderedList, .item:
        break
      }
    }
    return comments
  }

  /// A comment inside HTML; gives where to go on.
  private static func addComments(
    _ bytes: Span<UInt8>, _ opener: Int, before limit: Int, _ comments: inout [Range<Int>]
  ) -> Int {
    guard let end = bytes.end(of: "-->", from: opener + 4, before: limit) else { return limit }
    comments.append(opener..<end)
    return end
  }

  /// The comments of a leaf, code spans respected.
  private static func addComments(_ leaf: LeafText, _ tokens: inout InlineTokens, _ comments: inout [Range<Int>]) {
    let raw = leaf.bytes.span
    tokens.scan(raw, .none)
    for token in tokens.tokens where token.kind == .hidden {
      guard raw.hasPrefix("<!--", at: token.start, before: token.end) else { continue }
      comments.append(leaf.source(of: token.start)..<leaf.source(of: token.end - 1) + 1)
    }
  }
}

extension Table {
  /// The row whose line holds `offset`.
  fileprivate func row(at offset: Int) -> Range<Int>? {
    var low = 0
    var high = rowCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(rowStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let row = Int(rowStarts[low])..<Int(rowEnds[low])
    return row.contains(offset) ? row : nil
  }
}
