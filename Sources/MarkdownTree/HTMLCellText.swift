/// The text of an HTML cell: tags stripped, entities decoded, blanks collapsed as a browser does.
extension InlineText {
  mutating func writeHTML(_ source: Span<UInt8>, _ range: Range<Int>) {
    var offset = range.lowerBound
    var plainStart = offset
    var bold: [Int] = []
    var anchors: [(text: Int, destination: Range<Int>)] = []
    var codes: [Int] = []
    while offset < range.upperBound {
      let byte = source[offset]
      if byte.isBlankOrLineEnd {
        writePlain(source, plainStart..<offset)
        let end = source.skippingSpace(from: offset, before: range.upperBound)
        if let last = bytes.last, last != ASCII.space, last != ASCII.lineFeed {
          writeWhole([ASCII.space], from: offset..<end)
        }
        offset = end
        plainStart = end
      } else if byte == ASCII.ampersand, let entity = Entity(source, at: offset), entity.end <= range.upperBound {
        writePlain(source, plainStart..<offset)
        var text: [UInt8] = []
        text.append(entity.scalars)
        writeWhole(text, from: offset..<entity.end)
        offset = entity.end
        plainStart = offset
      } else if byte == ASCII.less, source.hasPrefix("<!--", at: offset, before: range.upperBound) {
        writePlain(source, plainStart..<offset)
        offset = source.end(of: "-->", from: offset + 4, before: range.upperBound) ?? range.upperBound
        plainStart = offset
      } else if byte == ASCII.less, let tag = HTMLTag(source, at: offset, before: range.upperBound) {
        writePlain(source, plainStart..<offset)
        if tag.breaksLine(source) {
          endLine(offset..<tag.end)
        } else if tag.named("td", source) || tag.named("th", source) {
          if let last = bytes.last, last != ASCII.space, last != ASCII.lineFeed {
            writeWhole([ASCII.space], from: offset..<tag.end)
          }
        } else if tag.named("strong", source) || tag.named("b", source) {
          if !tag.isClosing {
            bold.append(bytes.count)
          } else if let start = bold.popLast(), start < bytes.count {
            strong.append(start..<bytes.count)
          }
        } else if tag.named("code", source) {
          if !tag.isClosing {
            codes.append(bytes.count)
          } else if let start = codes.popLast(), start < bytes.count {
            code.append(start..<bytes.count)
          }
        } else if tag.named("a", source) {
          if !tag.isClosing {
            anchors.append((bytes.count, tag.attribute("href", source) ?? tag.end..<tag.end))
          } else if let anchor = anchors.popLast() {
            links.append(
              Link(text: anchor.text..<bytes.count, destination: anchor.destination, isImage: false))
          }
        }
        offset = tag.end
        plainStart = offset
      } else {
        offset += 1
      }
    }
    writePlain(source, plainStart..<offset)
    trimEnd()
  }

  private mutating func writePlain(_ source: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    runs.append(
      LeafText.Run(
        text: UInt32(bytes.count), source: UInt32(range.lowerBound), sourceLength: UInt32(range.count)))
    bytes.append(source, range)
  }

  private mutating func writeWhole(_ text: [UInt8], from range: Range<Int>) {
    runs.append(
      LeafText.Run(
        text: UInt32(bytes.count), source: UInt32(range.lowerBound), sourceLength: UInt32(range.count)))
    bytes.append(contentsOf: text)
  }

  private mutating func endLine(_ range: Range<Int>) {
    trimBlankEnd()
    guard let last = bytes.last, last != ASCII.lineFeed else { return }
    writeWhole([ASCII.lineFeed], from: range)
  }

  private mutating func trimBlankEnd() {
    if bytes.last == ASCII.space { removeLastByte() }
  }

  private mutating func trimEnd() {
    while let last = bytes.last, last == ASCII.space || last == ASCII.lineFeed { removeLastByte() }
    strong = strong.map { min($0.lowerBound, bytes.count)..<min($0.upperBound, bytes.count) }
    code = code.map { min($0.lowerBound, bytes.count)..<min($0.upperBound, bytes.count) }
    links = links.map {
      Link(
        text: min($0.text.lowerBound, bytes.count)..<min($0.text.upperBound, bytes.count), destination: $0.destination,
        isImage: $0.isImage)
    }
  }

  /// The byte is a blank or line feed, which is a run of its own.
  private mutating func removeLastByte() {
    bytes.removeLast()
    while let last = runs.last, Int(last.text) >= bytes.count { runs.removeLast() }
  }
}

extension HTMLTag {
  /// `<br>` and the tags of blocks.
  fileprivate func breaksLine(_ bytes: Span<UInt8>) -> Bool {
    named("br", bytes) || named("p", bytes) || named("div", bytes) || named("li", bytes) || named("ul", bytes)
      || named("ol", bytes) || named("tr", bytes) || named("table", bytes) || named("blockquote", bytes)
  }
}
