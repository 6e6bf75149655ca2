import PlanSource

/// Reads `<!-- planlint-disable-next-line RULE … -- reason -->` and its kin from a file's comments.
struct SuppressionReader {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private var found: [Suppression] = []
  /// Open `disable` comments, the innermost last.
  private var open: [(names: [Suppression.Name], from: Int, range: Range<Int>, reason: String?)] = []

  static func read(_ bytes: [UInt8], comments: [Range<Int>]) -> [Suppression] {
    let relevant = comments.filter { bytes.span.mentionsPlanlint($0) }
    guard !relevant.isEmpty else { return [] }
    var reader = SuppressionReader(bytes: bytes, lines: LineIndex(bytes.span))
    for comment in relevant { reader.take(comment) }
    reader.closeAll(at: bytes.count, by: nil)
    return reader.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func take(_ comment: Range<Int>) {
    guard comment.count >= 7 else { return }
    let body = bytes.span.trimmed(comment.lowerBound + 4..<comment.upperBound - 3)
    var words = self.words(in: body)
    guard let command = words.first, let directive = Directive(rawValue: command.text) else { return }
    words.removeFirst()
    var reason: String?
    if let dashes = words.firstIndex(where: { $0.text == "--" }) {
      let text = words[(dashes + 1)...]
      if let first = text.first, let last = text.last {
        reason = String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
      }
      words.removeSubrange(dashes...)
    }
    let line = lines.line(at: comment.lowerBound)
    switch directive {
    case .nextLine:
      let next = lines.line(at: comment.upperBound - 1) + 1
      found.append(Suppression(reach: .line(next), rules: words, range: comment, reason: reason))
    case .sameLine:
      found.append(Suppression(reach: .line(line), rules: words, range: comment, reason: reason))
    case .begin:
      open.append((words, comment.upperBound, comment, reason))
    case .end:
      close(at: comment.lowerBound, by: .init(rules: words, range: comment))
    }
  }

  private enum Directive: String {
    case nextLine = "planlint-disable-next-line"
    case sameLine = "planlint-disable-line"
    case begin = "planlint-disable"
    case end = "planlint-enable"
  }

  /// `enable` without a name closes everything; with names it closes what opened them.
  private mutating func close(at offset: Int, by end: Suppression.End) {
    guard !end.rules.isEmpty else { return closeAll(at: offset, by: end) }
    let closing = Set(end.rules.map(\.text))
    var kept: [(names: [Suppression.Name], from: Int, range: Range<Int>, reason: String?)] = []
    for entry in open {
      let closed = entry.names.filter { closing.contains($0.text) }
      let rest = entry.names.filter { !closing.contains($0.text) }
      if !closed.isEmpty {
        found.append(
          Suppression(
            reach: .bytes(entry.from..<offset), rules: closed, end: end, range: entry.range, reason: entry.reason))
      }
      if !rest.isEmpty || entry.names.isEmpty { kept.append((rest, entry.from, entry.range, entry.reason)) }
    }
    open = kept
  }

  private mutating func closeAll(at offset: Int, by end: Suppression.End?) {
    for entry in open {
      found.append(
        Suppression(
          reach: .bytes(entry.from..<max(entry.from, offset)), rules: entry.names, end: end, range: entry.range,
          reason: entry.reason))
    }
    open.removeAll()
  }

  private func words(in range: Range<Int>) -> [Suppression.Name] {
    var words: [Suppression.Name] = []
    var start: Int?
    for at in range.lowerBound...range.upperBound {
      let ends =
        at == range.upperBound || bytes[at].isBlank || bytes[at] == UInt8(ascii: "\r") || bytes[at] == UInt8(ascii: ",")
      if ends, let from = start {
        words.append(.init(text: String(decoding: bytes[from..<at], as: UTF8.self), range: from..<at))
        start = nil
      } else if !ends, start == nil {
        start = at
      }
    }
    return words
  }
}

extension Span<UInt8> {
  fileprivate func mentionsPlanlint(_ comment: Range<Int>) -> Bool {
    let body = trimmed(Swift.min(comment.lowerBound + 4, comment.upperBound)..<comment.upperBound)
    let word: StaticString = "planlint-"
    guard body.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { expected in
      expected.indices.allSatisfy { self[body.lowerBound + $0] == expected[$0] }
    }
  }
}
