/// The fingerprints of lines that code scanning matches results by (`primaryLocationLineHash` of github/codeql-action).
///
/// A line's hash is Σ cᵢ · 37^(99 − i) mod 2⁶⁴ over the 100 UTF-16 units from its start, blanks and tabs left out, every line
/// end counted as one LF, one unit of 65535 behind the end of the file and zeros from there on. Equal hashes of a file are
/// told apart by their number, from 1.
package struct LineFingerprints {
  /// By line, from 0.
  private let hashes: [UInt64]

  private static let window = 100
  private static let factor: UInt64 = 37
  private static let endOfFile: UInt64 = 65535

  /// Ill-formed bytes count as U+FFFD.
  package init(_ bytes: [UInt8]) {
    var roll = Roll()
    var wasCarriageReturn = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let isSkipped = unit == 0x20 || unit == 0x09 || wasCarriageReturn && unit == 0x0A
      wasCarriageReturn = !isSkipped && unit == 0x0D
      if !isSkipped { roll.take(unit == 0x0D ? 0x0A : UInt64(unit)) }
    }
    roll.take(Self.endOfFile)
    for _ in 0..<Self.window { roll.push(0) }
    hashes = roll.hashes
  }

  /// The fingerprints of lines (counted from 1), such as `a7f2ff13bc495cf2:2`; lines behind the last have none.
  package func fingerprints(of lines: Set<Int>) -> [Int: String] {
    let asked = lines.filter { hashes.indices.contains($0 - 1) }
    var counts: [UInt64: Int] = [:]
    for line in asked { counts[hashes[line - 1]] = 0 }
    var found: [Int: String] = [:]
    for (index, hash) in hashes.enumerated() {
      guard let count = counts[hash] else { continue }
      counts[hash] = count + 1
      if asked.contains(index + 1) { found[index + 1] = "\(String(hash, radix: 16)):\(count + 1)" }
    }
    return found
  }

  /// The last 100 units and their hash.
  private struct Roll {
    private(set) var hashes: [UInt64] = []
    private var units = [UInt64](repeating: 0, count: window)
    private var beginsLine = [Bool](repeating: false, count: window)
    private var place = 0
    private var hash: UInt64 = 0
    private var isLineStart = true
    private let leaving: UInt64 = (0..<window).reduce(1) { power, _ in power &* factor }

    mutating func take(_ unit: UInt64) {
      let begins = isLineStart
      isLineStart = unit == 0x0A
      push(unit, beginsLine: begins)
    }

    /// Puts a unit behind the others; the one that leaves may have begun a line, whose hash is complete then.
    mutating func push(_ unit: UInt64, beginsLine begins: Bool = false) {
      if beginsLine[place] { hashes.append(hash) }
      hash = hash &* factor &+ unit &- leaving &* units[place]
      units[place] = unit
      beginsLine[place] = begins
      place = (place + 1) % window
    }
  }
}
