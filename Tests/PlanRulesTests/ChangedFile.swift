import PlanTestSupport

/// The same file typed otherwise, its marks moved along.
extension ExampleBook.File {
  func replacingLineEnds(by lineEnd: [UInt8]) -> Self {
    var changed = Self(path: path, bytes: [])
    var places: [Int] = []
    for byte in bytes {
      places.append(changed.bytes.count)
      if byte == UInt8(ascii: "\n") { changed.bytes += lineEnd } else { changed.bytes.append(byte) }
    }
    places.append(changed.bytes.count)
    changed.marks = marks.map { places[$0.lowerBound]..<places[$0.upperBound] }
    return changed
  }

  func inserting(_ text: String, at offset: Int) -> Self {
    var changed = self
    changed.bytes.insert(contentsOf: text.utf8, at: offset)
    let added = text.utf8.count
    changed.marks = marks.map { mark in
      mark.lowerBound >= offset ? mark.lowerBound + added..<mark.upperBound + added : mark
    }
    return changed
  }

  /// Where the text begins behind the front matter.
  var startOfBody: Int {
    guard bytes.starts(with: "---\n".utf8) else { return 0 }
    var at = 4
    while at < bytes.count {
      let line = bytes[at...].prefix { $0 != UInt8(ascii: "\n") }
      at = min(bytes.count, line.endIndex + 1)
      if line.elementsEqual("---".utf8) { return at }
    }
    return 0
  }

  /// The file with comments that silence a rule at these places: above the line, where a comment can stand there.
  func suppressing(_ rule: String, at places: [Int]) -> Self {
    if places.contains(where: { $0 < startOfBody }) {
      return inserting("planlint: {disable: [\(rule)]}\n", at: 4)
    }
    let lines = Set(places.map(startOfLine))
    if lines.contains(where: { isTableRow($0) || isBelowText($0) }) {
      return inserting("<!-- planlint-disable \(rule) -->\n\n", at: startOfBody)
    }
    var changed = self
    for line in lines.sorted(by: >) {
      let indent = String(decoding: bytes[line...].prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      changed = changed.inserting("\(indent)<!-- planlint-disable-next-line \(rule) -- kept -->\n", at: line)
    }
    return changed
  }

  private func startOfLine(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// Whether a comment above the line would come between it and the text that it belongs to.
  private func isBelowText(_ line: Int) -> Bool {
    guard line > 1, bytes[line - 2] != UInt8(ascii: "\n") else { return false }
    let before = bytes[startOfLine(line - 1)...].first { $0 != UInt8(ascii: " ") }
    let isItem = [UInt8(ascii: "-"), UInt8(ascii: "<")].contains(bytes[line...].first { $0 != UInt8(ascii: " ") } ?? 0)
    return before != UInt8(ascii: "#") && !(isItem && before == UInt8(ascii: "-"))
  }

  private func isTableRow(_ line: Int) -> Bool {
    bytes[line...].prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "|"))
  }
}
