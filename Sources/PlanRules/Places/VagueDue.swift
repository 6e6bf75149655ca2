import PlanModel
import PlanSource
import PlanSyntax

/// Words in place of an action's due date, or words that weaken it.
struct VagueDue {
  let range: Range<Int>
  /// A date stands there, with 左右 or `around` beside it.
  let isApproximate: Bool

  init?(_ action: Action, _ file: PlanFile, _ context: RuleContext) {
    if let due = action.due, !due.isInherited {
      if due.period != nil {
        guard let range = Self.approximate(due.range.bytes, file) else { return nil }
        self.range = range
        isApproximate = true
        return
      }
      // A cell of its own holds the words.
      guard let soon = file.token(in: due.range.bytes, where: { context.marks[$0].contains(.soon) }) else { return nil }
      range = file.tree.tokens[soon].range
      isApproximate = false
      return
    }
    guard action.due == nil, let soon = Self.soon(action, file, context) else { return nil }
    range = soon
    isApproximate = false
  }

  /// `截止：尽快`: the words right behind a label for due dates.
  private static func soon(_ action: Action, _ file: PlanFile, _ context: RuleContext) -> Range<Int>? {
    let tokens = file.tree.tokens
    guard var index = file.token(in: action.range.bytes, where: { _ in true }) else { return nil }
    var isDue = false
    while index < tokens.count, Int(tokens[index].start) < Int(action.range.end) {
      let marks = context.marks[tokens[index]]
      if marks.contains(.due) {
        isDue = true
      } else if isDue, marks.contains(.soon) {
        return tokens[index].range
      } else if tokens[index].kind != .colon {
        isDue = false
      }
      index += 1
    }
    return nil
  }

  private static func approximate(_ date: Range<Int>, _ file: PlanFile) -> Range<Int>? {
    let bytes = file.source.bytes
    guard mayWeaken(date, bytes) else { return nil }
    for word in after where bytes[date.upperBound...].starts(with: word) {
      return date.lowerBound..<date.upperBound + word.count
    }
    let before = bytes[max(0, date.lowerBound - 16)..<date.lowerBound]
    var end = before.endIndex
    while end > before.startIndex, before[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let text = before[..<end]
    for word in Self.before where text.count >= word.count {
      let start = end - word.count
      guard zip(bytes[start..<end], word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      // `ballpark about` is a word of its own only behind a blank.
      if word[0] < 0x80, word[0] != UInt8(ascii: "~"), start > 0, bytes[start - 1] != UInt8(ascii: " ") { continue }
      // 预约 and 合同签约 end with the character that means `about` alone.
      if word.count == 3, start >= 3, (0xE4...0xE9).contains(bytes[start - 3]) { continue }
      return start..<date.upperBound
    }
    return nil
  }

  /// Whether the bytes beside a date can belong to one of the words: nearly always they do not.
  private static func mayWeaken(_ date: Range<Int>, _ bytes: [UInt8]) -> Bool {
    if date.upperBound < bytes.count, (0xE4...0xE6).contains(bytes[date.upperBound]) { return true }
    var end = date.lowerBound
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > 0 else { return false }
    switch bytes[end - 1] | 0x20 {
    case UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "y"), UInt8(ascii: "~"), 0xA6, 0xA2: return true
    default: return false
    }
  }

  private static let after = ["左右", "前后", "上下", "或更晚"].map { Array($0.utf8) }
  private static let before = ["大约", "大概", "约", "~", "around", "about", "roughly"].map { Array($0.utf8) }
}

extension PlanFile {
  /// The first token inside a range that fulfils a condition.
  func token(in range: Range<Int>, where holds: (Token) -> Bool) -> Int? {
    let tokens = tree.tokens
    // Tokens stand in the order of the text.
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < tokens.count, Int(tokens[low].start) < range.upperBound {
      if holds(tokens[low]) { return low }
      low += 1
    }
    return nil
  }
}
