extension Block {
  /// The bytes of a paragraph's or heading's text: no box, no `#`, no underline.
  func textRange(_ bytes: Span<UInt8>, in document: MarkdownDocument) -> Range<Int> {
    var start = Int(self.start)
    var end = min(Int(self.end), bytes.count)
    guard start < end else { return end..<end }
    if parent >= 0, let task = document.blocks[Int(parent)].task, task.offset == self.start {
      start = bytes.skippingBlanks(from: start + 3, before: end)
    }
    guard kind == .heading else { return start..<end }
    if isSetext {
      while end > start, !bytes[end - 1].endsLine { end -= 1 }
      while end > start, bytes[end - 1].endsLine { end -= 1 }
      return start..<end
    }
    while start < end, bytes[start] == ASCII.hash { start += 1 }
    start = bytes.skippingBlanks(from: start, before: end)
    var closing = end
    while closing > start, bytes[closing - 1] == ASCII.hash { closing -= 1 }
    if closing == start { return start..<start }
    if closing < end, bytes[closing - 1].isBlank { end = bytes.trimmingBlanks(to: closing, from: start) }
    return start..<end
  }
}
