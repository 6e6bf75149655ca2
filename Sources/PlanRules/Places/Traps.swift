import PlanModel
import PlanSource
import PlanSyntax

extension PlanFile {
  /// The places of one trap of Markdown, in document order.
  func traps(_ trap: TextTrap) -> [Range<Int>] {
    tree.problems.compactMap { problem in
      guard case .trap(let kind) = problem.kind, kind == trap else { return nil }
      return problem.range
    }
  }

  /// The characters up to the end of the line.
  func restOfLine(_ start: Int) -> Range<Int> {
    var end = start
    let bytes = source.bytes
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return start..<end
  }

  /// Where the line of an offset begins.
  func startOfLine(_ offset: Int) -> Int {
    let bytes = source.bytes
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n"), bytes[start - 1] != UInt8(ascii: "\r") { start -= 1 }
    return start
  }
}
