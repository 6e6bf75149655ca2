private import CYAML

/// Owns one libyaml parser and frees it exactly once.
///
/// The bytes must outlive the parser: libyaml keeps a pointer to them.
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init?(reading bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    // Said outright, so that no byte order mark turns the text into UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event; throws where the text is not YAML. Nothing may be asked behind the end or an error.
  mutating func next() throws(LibYAMLFailure) -> LibYAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe LibYAMLEvent(event)
  }

  private var failure: LibYAMLFailure {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not enough memory"
    let position: LibYAMLFailure.Position =
      unsafe parser.pointee.error == YAML_READER_ERROR
      ? .byte(unsafe parser.pointee.problem_offset) : .character(unsafe parser.pointee.problem_mark.index)
    return LibYAMLFailure(words: words, position: position)
  }
}

/// Where and why libyaml gave up.
struct LibYAMLFailure: Error {
  enum Position {
    case byte(Int)
    case character(Int)
  }

  let words: String
  let position: Position
}

/// One step of libyaml through a text, with the characters it covers.
struct LibYAMLEvent {
  enum Kind {
    /// Where the stream or a document begins or ends: nothing a reader needs.
    case boundary
    case documentStart(hasTags: Bool)
    case streamEnd
    case alias
    case scalar(String, YAMLNode.Style)
    case listStart
    case mapStart
    /// The end of a list or map; flow ones end with a bracket that belongs to them.
    case end
  }

  let kind: Kind
  let hasAnchor: Bool
  let hasTag: Bool
  let characters: Range<Int>
}

extension LibYAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    let start = Int(unsafe event.start_mark.index)
    let characters = unsafe start..<max(start, Int(event.end_mark.index))
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT:
      self.init(.streamEnd, characters)
    case YAML_DOCUMENT_START_EVENT:
      let tags = unsafe event.data.document_start.tag_directives
      self.init(.documentStart(hasTags: unsafe tags.start != tags.end), characters)
    case YAML_ALIAS_EVENT:
      self.init(.alias, characters)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      self.init(
        .scalar(text, Self.style(unsafe scalar.style)), characters, anchor: unsafe scalar.anchor != nil,
        tag: unsafe scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let list = unsafe event.data.sequence_start
      self.init(.listStart, characters, anchor: unsafe list.anchor != nil, tag: unsafe list.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let map = unsafe event.data.mapping_start
      self.init(.mapStart, characters, anchor: unsafe map.anchor != nil, tag: unsafe map.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      self.init(.end, characters)
    default:
      self.init(.boundary, characters)
    }
  }

  private init(_ kind: Kind, _ characters: Range<Int>, anchor: Bool = false, tag: Bool = false) {
    self.kind = kind
    self.characters = characters
    hasAnchor = anchor
    hasTag = tag
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }
}
