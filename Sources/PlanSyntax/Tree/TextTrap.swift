package import MarkdownTree

/// Something that is easily typed and means another thing in Markdown. What was meant is read all the same.
package enum TextTrap: Sendable {
  /// `###标题`, `＃ 标题`: no blank behind the marks, or full-width ones; the range is the marks.
  case headingMarks
  /// `**目标：**5000万`: no bold; the range holds the marks.
  case emphasis
  /// `- > 70%`: a quote in an item; the range is the sign.
  case comparator
  /// `- 0.5%` right below a line of text: a list of one item; the range is the sign.
  case sign
  /// Labelled lines right above `---`: a heading; the range is the lines.
  case underlined
  /// A labelled line at the margin right below an item: part of the item.
  case swallowed
}

/// A link or image as it stands in a plan.
package struct PlanLink: Sendable {
  /// What is shown.
  package let text: Range<Int>
  /// Where it leads, in the source; empty where the target is empty.
  package let destination: Range<Int>
  package let isImage: Bool

  package init(_ link: InlineText.Link, in text: InlineText) {
    self.text = text.sourceRange(link.text)
    destination = link.destination
    isImage = link.isImage
  }
}

extension Span<UInt8> {
  /// Whether what stands there is quoted as code, and so shown as it is on purpose.
  func isCode(_ marks: Range<Int>) -> Bool { marks.lowerBound > 0 && self[marks.lowerBound - 1] == UInt8(ascii: "`") }

  /// The marks of a heading that is none, at the start of a line of text.
  func headingMarks(at start: Int) -> Range<Int>? {
    guard start < count, self[start] == UInt8(ascii: "#") || self[start] == 0xEF else { return nil }
    var end = start
    if self[start] == UInt8(ascii: "#") {
      while end < count, self[end] == UInt8(ascii: "#") { end += 1 }
      // One mark alone begins a tag (`#临时`).
      return (2...6).contains(end - start) && end < count && self[end].beginsWord ? start..<end : nil
    }
    while holds([0xEF, 0xBC, 0x83], end, count) { end += 3 }
    guard end > start, end - start <= 18, end < count else { return nil }
    let isSpaced = self[end] == UInt8(ascii: " ") || holds([0xE3, 0x80, 0x80], end, count)
    return isSpaced || self[end] > 0x7F ? start..<end : nil
  }

  /// `>` and `>=` before a number, at the start of a quote.
  func comparator(at start: Int) -> Range<Int>? {
    guard start < count, self[start] == UInt8(ascii: ">") else { return nil }
    var end = start + 1
    if end < count, self[end] == UInt8(ascii: "=") { end += 1 }
    var next = end
    while next < count, self[next] == UInt8(ascii: " ") { next += 1 }
    guard next < count else { return nil }
    let isCurrency = self[next] == UInt8(ascii: "$") || self[next] == 0xC2 || holds([0xEF, 0xBF, 0xA5], next, count)
    return self[next].isDigit || isCurrency ? start..<end : nil
  }

  /// A list marker with a digit behind it, on the line right below a text that ends at `end`.
  func sign(at start: Int, below end: Int) -> Range<Int>? {
    guard start + 2 < count, self[start] == UInt8(ascii: "-") || self[start] == UInt8(ascii: "+"),
      self[start + 1] == UInt8(ascii: " "), self[start + 2].isDigit, end > 0, end < start,
      self[end - 1] != UInt8(ascii: ":"), end < 3 || !holds([0xEF, 0xBC, 0x9A], end - 3, end)
    else { return nil }
    var lineEnds = 0
    var at = end
    while at < start {
      let isPair = self[at] == UInt8(ascii: "\r") && self[at + 1] == UInt8(ascii: "\n")
      if self[at] == UInt8(ascii: "\n") || self[at] == UInt8(ascii: "\r") { lineEnds += 1 }
      at += isPair ? 2 : 1
    }
    return lineEnds == 1 ? start..<start + 1 : nil
  }

  /// Whether a heading's underline is `---`, as a rule is typed; underlines of headings are longer.
  func isUnderlinedByRule(_ heading: Range<Int>) -> Bool {
    var start = heading.upperBound
    while start > heading.lowerBound, self[start - 1] == UInt8(ascii: "-") { start -= 1 }
    return heading.upperBound - start == 3 && beginsLine(start)
  }

  /// Whether a colon stands in the text, behind its first character and before its last.
  var holdsLabel: Bool {
    var at = 1
    while at + 1 < count {
      if self[at] == UInt8(ascii: ":") || holds([0xEF, 0xBC, 0x9A], at, count - 1) { return true }
      at += 1
    }
    return false
  }

  /// Whether a line begins here, without any indent.
  func beginsLine(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == UInt8(ascii: "\n") || self[offset - 1] == UInt8(ascii: "\r")
  }
}

extension UInt8 {
  fileprivate var beginsWord: Bool { isDigit || self > 0x7F || (0x61...0x7A).contains(self | 0x20) }
}
