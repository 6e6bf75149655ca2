import PlanOutput
import PlanSource
import Testing

@Suite struct SourcePositionsTests {
  private static func positions(_ bytes: [UInt8]) -> SourcePositions {
    SourcePositions(in: SourceFiles([SourceFile(id: FileID(0), path: "a.md", bytes: bytes)], path: { "up/" + $0.path }))
  }

  @Test(arguments: [
    ("ab\ncd", 0, 1, 1), ("ab\ncd", 2, 1, 3), ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 3, 1, 4), ("ab\r\ncd", 4, 2, 1),
    ("ab\rcd", 3, 2, 1), ("中文\n字", 6, 1, 3), ("中文\n字", 7, 2, 1), ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3),
    ("\u{FEFF}x", 3, 1, 2), ("a\n", 2, 2, 1), ("", 0, 1, 1), ("a", 99, 1, 2),
  ])
  func position(text: String, offset: Int, line: Int, column: Int) {
    var positions = Self.positions(Array(text.utf8))
    let place = positions.position(at: offset, in: FileID(0))
    #expect(place == SourcePosition(line: line, column: column, offset: min(offset, text.utf8.count)))
    #expect(positions.path(of: FileID(0)) == "up/a.md")
  }

  @Test(arguments: [
    [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0xE4, 0xBD], [0xF0, 0x9F, 0x98],
    [0x80], [0xC3], [0xF4, 0x90, 0x80, 0x80],
  ])
  func illFormedBytesCountOneEach(bytes: [UInt8]) {
    var positions = Self.positions(bytes + [0x78, 0x0A])
    #expect(positions.position(at: bytes.count, in: FileID(0)).column == bytes.count + 1)
  }

  @Test func longLinesCountLikeShortOnes() {
    let text = String(repeating: "a中😀", count: 2_000)
    var positions = Self.positions(Array(text.utf8))
    var offset = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(positions.position(at: offset, in: FileID(0)).column == index + 1)
      offset += UTF8.width(scalar)
    }
  }

  @Test func aFileThatIsNotThereHasOneEmptyLine() {
    var positions = Self.positions([])
    #expect(positions.position(at: 7, in: FileID(3)) == SourcePosition(line: 1, column: 1, offset: 7))
    #expect(positions.path(of: FileID(3)) == "")
  }
}
