/// The link definitions of a document: `[label]: destination "title"`.
struct LinkDefinitions: Sendable {
  private struct Definition: Sendable {
    let label: [UInt8]
    let order: Int
    let destination: Range<Int>
  }

  /// Sorted by label, once `sort` was called.
  private var definitions: [Definition] = []

  static let none = LinkDefinitions()

  var isEmpty: Bool { definitions.isEmpty }

  /// Where the definition of a label leads, in the source.
  func destination(of raw: Span<UInt8>, _ label: Range<Int>) -> Range<Int>? {
    guard !isEmpty, label.count < 1_000, let key = raw.normalisedLabel(label) else { return nil }
    var low = 0
    var high = definitions.count
    while low < high {
      let middle = (low + high) / 2
      if definitions[middle].label.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    guard low < definitions.count, definitions[low].label == key else { return nil }
    return definitions[low].destination
  }

  mutating func sort() {
    guard definitions.count > 1 else { return }
    // The first of two definitions of one label counts.
    definitions.sort {
      if $0.label == $1.label { return $0.order < $1.order }
      return $0.label.lexicographicallyPrecedes($1.label)
    }
  }

  /// Reads the definitions at the beginning of a leaf; gives the end of each in the leaf's text.
  mutating func read(_ leaf: LeafText) -> [Int] {
    let raw = leaf.bytes.span
    var ends: [Int] = []
    var offset = 0
    while offset < raw.count, raw[offset] == ASCII.openBracket, let found = raw.linkDefinition(at: offset) {
      if let key = raw.normalisedLabel(found.label) {
        let start = leaf.source(of: found.destination.lowerBound)
        let length = found.destination.isEmpty ? 0 : leaf.source(of: found.destination.upperBound - 1) + 1 - start
        definitions.append(Definition(label: key, order: definitions.count, destination: start..<start + length))
      }
      ends.append(found.end)
      offset = min(found.end + 1, raw.count)
    }
    return ends
  }
}

extension Span<UInt8> {
  /// `end` is the end of the definition's last line.
  fileprivate func linkDefinition(at start: Int) -> (label: Range<Int>, destination: Range<Int>, end: Int)? {
    guard let labelEnd = linkLabelEnd(at: start), labelEnd < count, self[labelEnd] == ASCII.colon else { return nil }
    let label = start + 1..<labelEnd - 1
    guard label.contains(where: { !self[$0].isBlankOrLineEnd }) else { return nil }
    let target = skippingOneLineEnd(from: labelEnd + 1)
    guard let destination = linkDestination(at: target), destination.end > target else { return nil }
    let afterTarget = skippingBlanks(from: destination.end, before: count)
    let title = skippingOneLineEnd(from: destination.end)
    if title > destination.end, title < count, let titleEnd = linkTitleEnd(at: title) {
      let end = skippingBlanks(from: titleEnd, before: count)
      if end == count || self[end].endsLine { return (label, destination.range, end) }
    }
    guard afterTarget == count || self[afterTarget].endsLine else { return nil }
    return (label, destination.range, afterTarget)
  }

  private func skippingOneLineEnd(from start: Int) -> Int {
    let offset = skippingBlanks(from: start, before: count)
    guard offset < count, self[offset].endsLine else { return offset }
    return skippingBlanks(from: offset + 1, before: count)
  }

  /// Letters in lower case, runs of blanks as one; `nil` for a label of blanks only.
  fileprivate func normalisedLabel(_ label: Range<Int>) -> [UInt8]? {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    var needsBlank = false
    for offset in label {
      let byte = self[offset]
      if byte.isBlankOrLineEnd {
        needsBlank = !key.isEmpty
      } else {
        if needsBlank { key.append(ASCII.space) }
        needsBlank = false
        key.append(byte.lowercased)
      }
    }
    return key.isEmpty ? nil : key
  }
}
