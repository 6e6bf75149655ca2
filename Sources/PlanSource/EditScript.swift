/// Edits of one file that do not touch each other, in the order of their places.
package struct EditScript: Sendable {
  package private(set) var edits: [Edit] = []

  package init() {}

  /// Takes all edits of a fix, or none when one of them meets another of the fix or one that is there already.
  ///
  /// Costs little where fixes come in the order of their places. Says whether it took them.
  package mutating func add(_ fix: Fix) -> Bool {
    let added = fix.edits.sorted { $0.isBefore($1) }
    for (edit, next) in zip(added, added.dropFirst()) where edit.meets(next) { return false }
    for edit in added {
      let place = self.place(of: edit)
      if place > 0, edit.meets(edits[place - 1]) { return false }
      if place < edits.count, edit.meets(edits[place]) { return false }
    }
    for edit in added { edits.insert(edit, at: place(of: edit)) }
    return true
  }

  /// How many edits stand before one.
  private func place(of edit: Edit) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].isBefore(edit) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes with every edit made; line ends in new text are those of the file.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    let lineEnd = bytes.lineEnd
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    for edit in edits {
      let range = edit.range.bytes.clamped(to: place..<max(place, bytes.count))
      result += bytes[place..<range.lowerBound]
      for byte in edit.text.utf8 {
        if byte == UInt8(ascii: "\n") { result += lineEnd } else { result.append(byte) }
      }
      place = range.upperBound
    }
    return result + bytes[place...]
  }
}

extension Edit {
  fileprivate func isBefore(_ other: Edit) -> Bool {
    (range.start, range.end) < (other.range.start, other.range.end)
  }

  /// Whether the result would depend on which of the two comes first.
  fileprivate func meets(_ other: Edit) -> Bool {
    range.start < other.range.end && other.range.start < range.end || range.start == other.range.start
      || range.end == other.range.end
  }
}

extension [UInt8] {
  /// How the first line of the file ends; LF where there is only one.
  fileprivate var lineEnd: [UInt8] {
    guard let first = firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return [UInt8(ascii: "\n")]
    }
    if self[first] == UInt8(ascii: "\n") { return [UInt8(ascii: "\n")] }
    let isPair = first + 1 < count && self[first + 1] == UInt8(ascii: "\n")
    return isPair ? [UInt8(ascii: "\r"), UInt8(ascii: "\n")] : [UInt8(ascii: "\r")]
  }
}
