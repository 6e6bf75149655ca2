import Testing

@testable import MarkdownTree

/// The shortened copy must give libcmark the same blocks at the same places as the file itself.
@Suite struct BlockStructureTests {
  @Test(arguments: BlockExamples.all)
  func exampleHasTheBlocksOfTheWholeText(_ text: String) {
    #expect(blocksOfCopy(text) == blocksOfText(text))
  }

  @Test(arguments: 1...20)
  func generatedTextHasTheBlocksOfTheWholeText(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<100 {
      let text = dice.text(of: BlockExamples.pieces, upTo: 14)
      #expect(blocksOfCopy(text) == blocksOfText(text), "\(text.debugDescription)")
    }
  }

  private func blocksOfText(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 13, offset + 1 < bytes.count, bytes[offset + 1] == 10 { offset += 1 }
      if bytes[offset] == 10 || bytes[offset] == 13 { starts.append(offset + 1) }
      offset += 1
    }
    let parsed = CMarkBlocks(bytes.span, length: bytes.count)
    return (0..<parsed.count).map { describe(parsed[$0], starts) }
  }

  private func blocksOfCopy(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let source = BlockSource(bytes.span, 0..<bytes.count)
    let starts = source.firstLines.dropLast().map { Int(source.lines[Int($0)].start) }
    let parsed = CMarkBlocks(source)
    return (0..<parsed.count).map { describe(parsed[$0], starts) }
  }

  private func describe(_ block: CMarkBlock, _ starts: [Int]) -> String {
    let start = block.kind == .document ? 0 : starts[block.firstLine] + block.column
    return "\(block.kind) \(block.level) in \(block.parent) at \(start)"
  }
}
