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
      edit.append(to: &result, lineEnd)
      place = range.upperBound
    }
    return result + bytes[place...]
  }

  /// Where the bytes of the edited file come from.
  package func origins(in bytes: [UInt8]) -> Origins {
    let lineEnd = bytes.lineEnd
    var ends: [(new: Int, old: Int)] = []
    var growth = 0
    for edit in edits {
      var text: [UInt8] = []
      edit.append(to: &text, lineEnd)
      growth += text.count - edit.range.length
      ends.append((Int(edit.range.end) + growth, Int(edit.range.end)))
    }
    return Origins(starts: edits.map { Int($0.range.start) }, ends: ends)
  }

  /// Tells places of the edited file in the one that was edited.
  package struct Origins: Sendable {
    fileprivate let starts: [Int]
    fileprivate let ends: [(new: Int, old: Int)]

    /// Where a byte stood; new text stands where its edit begins.
    package func original(_ offset: Int) -> Int {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if ends[middle].new <= offset { low = middle + 1 } else { high = middle }
      }
      let origin = low == 0 ? offset : offset - ends[low - 1].new + ends[low - 1].old
      return low < starts.count ? min(origin, starts[low]) : origin
    }
  }
}

extension Edit {
  fileprivate func isBefore(_ other: Edit) -> Bool {
    (range.start, range.end) < (other.range.start, other.range.end)
  }

  fileprivate func append(to bytes: inout [UInt8], _ lineEnd: [UInt8]) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { bytes += lineEnd } else { bytes.append(byte) }
    }
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
