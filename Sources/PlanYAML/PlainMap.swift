extension YAMLDocument {
  /// Reads a map of plain words without libyaml; `nil` where anything else stands in `range`.
  ///
  /// Nearly all front matter is lines of `key: value` without quotes, brackets, comments or marks. A test holds that
  /// libyaml makes the same document of it.
  static func plainMap(_ bytes: Span<UInt8>, _ range: Range<Int>) -> YAMLDocument? {
    var document = YAMLDocument()
    var root: YAMLNode.ID?
    var last: YAMLNode.ID?
    var keys: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let line = PlainLine(bytes, offset..<range.upperBound), keys.count < mostPlainKeys,
        !keys.contains(where: { bytes.areSame($0, line.key) })
      else { return nil }
      keys.append(line.key)
      let map = root ?? document.append(YAMLNode(kind: .map, range: line.key), to: nil, after: nil)
      root = map
      let key = document.append(.plain(bytes, line.key), to: map, after: last)
      last = document.append(.plain(bytes, line.value), to: map, after: key)
      document.close(map, at: line.value.upperBound)
      offset = line.next
    }
    return root == nil ? nil : document
  }

  private static let mostPlainKeys = 12
}

/// `key: value`, both of words that mean nothing else in YAML.
private struct PlainLine {
  let key: Range<Int>
  let value: Range<Int>
  let next: Int

  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let keyEnd = bytes.endOfWords(from: range.lowerBound, before: range.upperBound, isKey: true),
      keyEnd + 2 < range.upperBound, bytes[keyEnd] == UInt8(ascii: ":"), bytes[keyEnd + 1] == UInt8(ascii: " "),
      let end = bytes.endOfWords(from: keyEnd + 2, before: range.upperBound, isKey: false),
      end == range.upperBound || bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] != UInt8(ascii: " ")
    else { return nil }
    key = range.lowerBound..<keyEnd
    value = keyEnd + 2..<end
    next = min(end + 1, range.upperBound)
  }
}

extension YAMLNode {
  fileprivate static func plain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> YAMLNode {
    let text = unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    return YAMLNode(kind: .scalar(.plain), text: text, range: range)
  }
}

extension Span<UInt8> {
  /// The end of letters, digits, Chinese characters and harmless marks; `nil` where none stands at `start`.
  fileprivate func endOfWords(from start: Int, before limit: Int, isKey: Bool) -> Int? {
    var offset = start
    while offset < limit {
      let byte = self[offset]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isKey, offset == start { return nil }
        offset += 1
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"),
        UInt8(ascii: "%"):
        if offset == start || isKey { return offset > start ? offset : nil }
        offset += 1
      case 0xE4...0xE9:
        guard offset + 2 < limit, self[offset + 1] & 0xC0 == 0x80, self[offset + 2] & 0xC0 == 0x80 else { return nil }
        offset += 3
      default: return offset > start ? offset : nil
      }
    }
    return offset > start ? offset : nil
  }

  fileprivate func areSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    return (0..<one.count).allSatisfy { self[one.lowerBound + $0] == self[other.lowerBound + $0] }
  }
}
