extension YAMLDocument {
  /// Reads the YAML in `range` of `bytes`; ranges of nodes and problems count from the start of `bytes`.
  ///
  /// Anchors, aliases, tags, a second document, and anything above the limits are refused at the first one met.
  package static func parse(
    _ bytes: Span<UInt8>, _ range: Range<Int>, limits: YAMLLimits = .frontMatter
  ) -> Result<YAMLDocument, YAMLProblem> {
    let range = range.clamped(to: 0..<bytes.count)
    guard range.count <= limits.bytes else {
      return .failure(YAMLProblem(.tooLarge(limit: limits.bytes), at: range))
    }
    if let plain = plainMap(bytes, range) { return .success(plain) }
    return parseAll(bytes, range, limits: limits)
  }

  /// Reads any YAML, plain or not.
  static func parseAll(
    _ bytes: Span<UInt8>, _ range: Range<Int>, limits: YAMLLimits
  ) -> Result<YAMLDocument, YAMLProblem> {
    // libyaml takes a byte order mark for a column of the first line.
    let isMarked = range.count >= 3 && (0..<3).allSatisfy { bytes[range.lowerBound + $0] == [0xEF, 0xBB, 0xBF][$0] }
    let content = range.lowerBound + (isMarked ? 3 : 0)..<range.upperBound
    return unsafe bytes.extracting(content).withUnsafeBytes { raw in
      let part = unsafe raw.assumingMemoryBound(to: UInt8.self)
      var reader = unsafe YAMLReader(part, base: content.lowerBound, limits: limits)
      do throws(YAMLProblem) {
        return unsafe .success(try reader.read(part))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// Turns libyaml's events into a document, without recursion.
private struct YAMLReader {
  private struct Open {
    let node: YAMLNode.ID
    let isMap: Bool
    let isFlow: Bool
    var last: YAMLNode.ID?
    /// Whether the next scalar of a map is a key.
    var expectsKey: Bool
    var keys = SeenKeys()
  }

  /// The keys of a map so far. Most maps have few, and comparing those costs less than hashing them.
  private struct SeenKeys {
    private var few: [(key: String, place: Range<Int>)] = []
    private var many: [String: Range<Int>] = [:]

    /// The place of the same key before; `nil`, and the key is remembered, when it is new.
    mutating func insert(_ key: String, _ place: Range<Int>) -> Range<Int>? {
      if few.count < 12 {
        if let twin = few.first(where: { $0.key == key }) { return twin.place }
        few.append((key, place))
        return nil
      }
      if many.isEmpty {
        for (key, place) in few { many[key] = place }
      }
      if let place = many[key] { return place }
      many[key] = place
      return nil
    }
  }

  private var offsets: CharacterOffsets
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private let limits: YAMLLimits
  private var document = YAMLDocument()
  private var open: [Open] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int, limits: YAMLLimits) {
    unsafe offsets = CharacterOffsets(bytes)
    unsafe self.bytes = bytes
    self.base = base
    self.limits = limits
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLProblem) -> YAMLDocument {
    guard var parser = unsafe LibYAMLParser(reading: bytes) else {
      throw YAMLProblem(.syntax("not enough memory"), at: base..<base)
    }
    while true {
      let event: LibYAMLEvent
      do throws(LibYAMLFailure) {
        event = try parser.next()
      } catch {
        throw YAMLProblem(.syntax(error.words), at: place(of: error.position))
      }
      if case .streamEnd = event.kind { return document }
      try take(event)
    }
  }

  private mutating func take(_ event: LibYAMLEvent) throws(YAMLProblem) {
    let range = byteRange(event.characters)
    if event.hasAnchor { throw YAMLProblem(.anchor, at: range) }
    if event.hasTag { throw YAMLProblem(.tag, at: range) }
    switch event.kind {
    case .boundary, .streamEnd: return
    case .documentStart(let hasTags):
      if hasTags { throw YAMLProblem(.tag, at: range) }
      if document.root != nil { throw YAMLProblem(.severalDocuments, at: range) }
    case .alias: throw YAMLProblem(.alias, at: range)
    case .scalar(let text, let style):
      try add(YAMLNode(kind: .scalar(style), text: text, range: trimmed(range, style)))
    case .listStart: try begin(isMap: false, range)
    case .mapStart: try begin(isMap: true, range)
    case .end: end(range)
    }
  }

  @discardableResult
  private mutating func add(_ node: YAMLNode) throws(YAMLProblem) -> YAMLNode.ID {
    guard let parent = open.last else { return document.append(node, to: nil, after: nil) }
    let id = document.append(node, to: parent.node, after: parent.last)
    let top = open.count - 1
    open[top].last = id
    if parent.isMap {
      if parent.expectsKey { try note(key: node, in: top) }
      open[top].expectsKey.toggle()
    }
    return id
  }

  private mutating func note(key: YAMLNode, in map: Int) throws(YAMLProblem) {
    guard case .scalar = key.kind else { throw YAMLProblem(.complexKey, at: key.range) }
    if let first = open[map].keys.insert(key.text, key.range) {
      document.noteDuplicate(YAMLProblem(.duplicateKey(key.text, first: first), at: key.range))
    }
  }

  private mutating func begin(isMap: Bool, _ range: Range<Int>) throws(YAMLProblem) {
    guard open.count < limits.depth else { throw YAMLProblem(.tooDeep(limit: limits.depth), at: range) }
    let id = try add(YAMLNode(kind: isMap ? .map : .list, range: range))
    // A block list or map begins with its first item, a flow one with its bracket.
    let opening = range.isEmpty ? 0 : unsafe bytes[range.lowerBound - base]
    let isFlow = opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[")
    open.append(Open(node: id, isMap: isMap, isFlow: isFlow, last: nil, expectsKey: isMap))
  }

  private mutating func end(_ range: Range<Int>) {
    guard let closed = open.popLast() else { return }
    // libyaml ends a block list or map only where the next thing begins.
    let end = closed.isFlow ? range.upperBound : closed.last.map { document[$0].range.upperBound }
    document.close(closed.node, at: end ?? range.lowerBound)
  }

  private mutating func byteRange(_ characters: Range<Int>) -> Range<Int> {
    let start = offsets.byteOffset(ofCharacter: characters.lowerBound)
    let end = characters.isEmpty ? start : offsets.byteOffset(ofCharacter: characters.upperBound)
    return base + start..<base + end
  }

  /// Block scalars reach to the next token; the line ends behind their text are not theirs.
  private func trimmed(_ range: Range<Int>, _ style: YAMLNode.Style) -> Range<Int> {
    guard style == .block || style == .plain else { return range }
    var end = range.upperBound
    while end > range.lowerBound, unsafe [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1 - base]) { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func place(of position: LibYAMLFailure.Position) -> Range<Int> {
    let offset =
      switch position {
      case .byte(let offset): min(offset, bytes.count)
      case .character(let index): offsets.byteOffset(ofCharacter: index)
      }
    return base + offset..<base + offset
  }
}
