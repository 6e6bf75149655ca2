/// The difference of two states of a file as `patch` and `git apply` take it.
package enum UnifiedDiff {
  private static let context = 3

  /// Appends nothing where both are the same.
  ///
  /// - Parameters:
  ///   - isForTerminal: Whether hidden characters are written out, so that the text can be shown but not applied.
  package static func write(
    path: String, before: [UInt8], after: [UInt8], isForTerminal: Bool, to output: inout OutputBuffer
  ) {
    let (old, new) = (lines(of: before), lines(of: after))
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    // Lines are compared by number.
    let oldNumbers = old.map { numbers.number(of: before[$0]) }
    let newNumbers = new.map { numbers.number(of: after[$0]) }
    let changes = LineDifference.changes(oldNumbers, newNumbers)
    guard !changes.isEmpty else { return }
    let name = TerminalText.escaping(path)
    output.append(line: "--- a/\(name)")
    output.append(line: "+++ b/\(name)")
    let printer = Printer(before: before, after: after, old: old, new: new, isForTerminal: isForTerminal)
    var first = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context {
        last += 1
      }
      printer.print(changes[first...last], context: context, to: &output)
      first = last + 1
    }
  }

  /// Lines with their ends; a lone CR ends none, as `patch` has it.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(start..<offset + 1)
      start = offset + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}

extension [ArraySlice<UInt8>: Int] {
  /// The number of a line, a new one where it is new.
  fileprivate mutating func number(of line: ArraySlice<UInt8>) -> Int {
    if let known = self[line] { return known }
    let next = count
    self[line] = next
    return next
  }
}

/// Writes the hunks of one file.
private struct Printer {
  let before: [UInt8]
  let after: [UInt8]
  let old: [Range<Int>]
  let new: [Range<Int>]
  let isForTerminal: Bool

  func print(_ changes: ArraySlice<LineDifference.Change>, context: Int, to output: inout OutputBuffer) {
    guard let first = changes.first, let last = changes.last else { return }
    let start = max(0, first.old.lowerBound - context)
    let lead = first.old.lowerBound - start
    let tail = min(old.count, last.old.upperBound + context) - last.old.upperBound
    output.append(
      line: "@@ -\(span(start..<last.old.upperBound + tail)) "
        + "+\(span(first.new.lowerBound - lead..<last.new.upperBound + tail)) @@")
    var place = start
    for change in changes {
      for line in place..<change.old.lowerBound { write(" ", before[old[line]], to: &output) }
      for line in change.old { write("-", before[old[line]], to: &output) }
      for line in change.new { write("+", after[new[line]], to: &output) }
      place = change.old.upperBound
    }
    for line in place..<place + tail { write(" ", before[old[line]], to: &output) }
  }

  /// `line,count`; an empty run stands behind the line before it.
  private func span(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }

  private func write(_ sign: String, _ line: ArraySlice<UInt8>, to output: inout OutputBuffer) {
    let isWhole = line.last == UInt8(ascii: "\n")
    let content = isWhole ? line.dropLast() : line
    output.append(sign)
    if isForTerminal {
      output.append(TerminalText.escaping(String(decoding: content, as: UTF8.self)))
    } else {
      for byte in content { output.append(byte) }
    }
    output.append(UInt8(ascii: "\n"))
    if !isWhole { output.append(line: "\\ No newline at end of file") }
  }
}
