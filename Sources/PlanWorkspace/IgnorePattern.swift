/// One line of a `.gitignore`.
///
/// The meaning is that of gitignore(5): `!` takes back, a slash at the end means folders only, a slash elsewhere ties the
/// pattern to the file's folder, `*` and `?` stop at a slash, `**` as a whole name does not.
struct IgnorePattern: Sendable {
  let isNegated: Bool
  /// From 1.
  let line: Int
  private let isForFolders: Bool
  /// Whether the whole path has to match, and not only the name.
  private let isAnchored: Bool
  private let shape: Shape

  private enum Shape: Sendable {
    /// Without any sign.
    case literal([UInt8])
    /// `*` and then no sign, as in `*.log`.
    case suffix([UInt8])
    case signs([Sign])
  }

  fileprivate enum Sign: Hashable, Sendable {
    case byte(UInt8)
    /// `?`: anything but a slash.
    case any
    /// `*`: any run without a slash.
    case run
    /// `**/` at the start of a name: any folders, or none.
    case folders
    /// `**` at the end, or beside other signs of a whole name: anything.
    case everything
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  /// `nil` for blank lines, comments, and what can match nothing.
  init?(_ text: ArraySlice<UInt8>, line: Int) {
    self.line = line
    var text = Self.trimmed(text)
    if text.first == UInt8(ascii: "#") { return nil }
    isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    isForFolders = text.last == UInt8(ascii: "/")
    if isForFolders { text.removeLast() }
    isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty, let signs = Self.signs(text) else { return nil }
    let bytes = signs.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    if bytes.count == signs.count {
      shape = .literal(bytes)
    } else if !isAnchored, signs.first == .run, bytes.count == signs.count - 1 {
      shape = .suffix(bytes)
    } else {
      shape = .signs(signs)
    }
  }

  /// A line without its end and without blanks there, unless a backslash keeps them.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while line.last == UInt8(ascii: " ") {
      let before = line.dropLast()
      let backslashes = before.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      line = before
    }
    return line
  }

  func matches(_ path: ArraySlice<UInt8>, nameStart: Int, isFolder: Bool) -> Bool {
    guard isFolder || !isForFolders else { return false }
    let subject = isAnchored ? path : path[nameStart...]
    switch shape {
    case .literal(let bytes): return subject.count == bytes.count && subject.elementsEqual(bytes)
    case .suffix(let bytes): return subject.count >= bytes.count && subject.suffix(bytes.count).elementsEqual(bytes)
    case .signs(let signs): return Self.matches(signs, subject)
    }
  }

  /// Whether the whole text matches. Time is bounded by signs × text.
  private static func matches(_ signs: [Sign], _ text: ArraySlice<UInt8>) -> Bool {
    // Which signs can stand before this byte of the text.
    var places = [Bool](repeating: false, count: signs.count + 1)
    var next = places
    places[0] = true
    var startsName = true
    for byte in text {
      var isAlive = false
      for place in signs.indices {
        if places[place] {
          let sign = signs[place]
          switch sign {
          // These may stand for nothing at all.
          case .run, .everything: places[place + 1] = true
          case .folders: if startsName { places[place + 1] = true }
          case .byte, .any, .oneOf: break
          }
          if sign.takes(byte) {
            next[sign.lasts ? place : place + 1] = true
            isAlive = true
          }
        }
      }
      guard isAlive else { return false }
      swap(&places, &next)
      for place in next.indices { next[place] = false }
      startsName = byte == UInt8(ascii: "/")
    }
    for place in signs.indices where places[place] && (signs[place] == .run || signs[place] == .everything) {
      places[place + 1] = true
    }
    return places[signs.count]
  }
}

extension IgnorePattern.Sign {
  fileprivate func takes(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let own): own == byte
    case .any, .run: byte != UInt8(ascii: "/")
    case .folders, .everything: true
    case .oneOf(let ranges, let isNegated):
      byte != UInt8(ascii: "/") && ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// Whether the sign may stand for further bytes.
  fileprivate var lasts: Bool {
    switch self {
    case .run, .folders, .everything: true
    case .byte, .any, .oneOf: false
    }
  }
}

extension IgnorePattern {
  /// `nil` where a bracket is not closed or a backslash stands at the end: git matches nothing by it.
  private static func signs(_ text: ArraySlice<UInt8>) -> [Sign]? {
    var signs: [Sign] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        signs.append(.byte(escaped))
      case UInt8(ascii: "?"): signs.append(.any)
      case UInt8(ascii: "["):
        guard let sign = bracket(&rest) else { return nil }
        signs.append(sign)
      case UInt8(ascii: "*"):
        var stars = 1
        while rest.first == UInt8(ascii: "*") {
          rest.removeFirst()
          stars += 1
        }
        let startsName = signs.isEmpty || signs.last == .byte(UInt8(ascii: "/")) || signs.last == .folders
        guard stars > 1, startsName, rest.isEmpty || rest.first == UInt8(ascii: "/") else {
          signs.append(.run)
          continue
        }
        if rest.isEmpty {
          // What is below a folder, and not the folder itself.
          signs.append(.everything)
        } else {
          rest.removeFirst()
          if signs.last != .folders { signs.append(.folders) }
        }
      default: signs.append(.byte(byte))
      }
    }
    return signs
  }

  /// The rest of `[a-z]` or `[!a-z]`; a `]` right at the start is one of the letters.
  private static func bracket(_ rest: inout ArraySlice<UInt8>) -> Sign? {
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return .oneOf(ranges, isNegated: isNegated) }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let range = namedClass(&rest) else { return nil }
        ranges += range
        continue
      }
      guard let low = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
      guard rest.first == UInt8(ascii: "-"), let after = rest.dropFirst().first, after != UInt8(ascii: "]") else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst(2)
      guard let high = after == UInt8(ascii: "\\") ? rest.popFirst() : after else { return nil }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }

  /// The rest of `[:digit:]` and the like.
  private static func namedClass(_ rest: inout ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")), rest[..<end].last == UInt8(ascii: ":") else { return nil }
    let name = String(decoding: rest[..<end].dropFirst().dropLast(), as: UTF8.self)
    rest = rest[(end + 1)...]
    return classes[name]
  }

  private static let classes: [String: [ClosedRange<UInt8>]] = [
    "digit": [0x30...0x39], "upper": [0x41...0x5A], "lower": [0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
    "space": [0x09...0x0D, 0x20...0x20], "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0x00...0x1F, 0x7F...0x7F],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "print": [0x20...0x7E], "graph": [0x21...0x7E],
  ]
}
