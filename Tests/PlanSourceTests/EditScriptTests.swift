import PlanSource
import Testing

@Suite struct EditScriptTests {
  private static func fix(_ edits: (Range<Int>, String)...) -> Fix {
    Fix(
      title: LocalText(zh: "改", en: "mend"), safety: .safe,
      edits: edits.map { Edit(SourceRange(file: FileID(0), $0.0), $0.1) })
  }

  @Test func editsApplyWhereTheyStandWhateverTheirOrder() {
    var script = EditScript()
    let taken1 = script.add(Self.fix((6..<7, "!"), (0..<1, "H")))
    #expect(taken1)
    let taken2 = script.add(Self.fix((3..<3, "-")))
    #expect(taken2)
    #expect(String(decoding: script.applied(to: Array("hello w".utf8)), as: UTF8.self) == "Hel-lo !")
  }

  @Test(arguments: [
    [0..<2, 1..<3], [1..<3, 0..<2], [0..<3, 1..<2], [1..<2, 0..<3], [1..<1, 1..<1], [1..<1, 1..<2], [0..<2, 1..<2],
    [0..<1, 1..<1],
  ])
  func fixesThatMeetAreRefusedWhole(ranges: [Range<Int>]) {
    var script = EditScript()
    let taken3 = script.add(Self.fix((ranges[0], "a")))
    #expect(taken3)
    let taken4 = script.add(Self.fix((4..<5, "c"), (ranges[1], "b")))
    #expect(!taken4)
    #expect(script.edits.map(\.range.bytes) == [ranges[0]])
  }

  @Test func neighboursDoNotMeet() {
    var script = EditScript()
    for (place, text) in [(1..<2, "b"), (0..<1, "a"), (2..<3, "c")] {
      let isTaken = script.add(Self.fix((place, text)))
      #expect(isTaken)
    }
    #expect(script.applied(to: Array("xyz".utf8)) == Array("abc".utf8))
  }

  @Test func aFixThatMeetsItselfIsRefused() {
    var script = EditScript()
    let taken5 = script.add(Self.fix((0..<2, "a"), (1..<3, "b")))
    #expect(!taken5)
    #expect(script.edits.isEmpty)
  }

  @Test(arguments: [("a\r\nb", "a\r\n\r\nb"), ("a\nb\r\n", "a\n\nb\r\n"), ("a\rb", "a\r\rb")])
  func newLinesEndLikeTheFilesFirst(text: String, expected: String) {
    var script = EditScript()
    let place = Array(text.utf8).firstIndex(of: UInt8(ascii: "b")) ?? 0
    let taken6 = script.add(Self.fix((place..<place, "\n")))
    #expect(taken6)
    #expect(script.applied(to: Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func placesBehindTheEndDoNotTrap() {
    var script = EditScript()
    let taken7 = script.add(Self.fix((5..<9, "x")))
    #expect(taken7)
    #expect(script.applied(to: Array("ab".utf8)) == Array("abx".utf8))
  }

  @Test func placesOfTheEditedFileAreFoundInTheOldOne() {
    var script = EditScript()
    for (place, text) in [(1..<3, ""), (4..<4, "xyz"), (6..<8, "q")] {
      let isTaken = script.add(Self.fix((place, text)))
      #expect(isTaken)
    }
    let bytes = Array("0123456789".utf8)
    #expect(script.applied(to: bytes) == Array("03xyz45q89".utf8))
    let origins = script.origins(in: bytes)
    #expect((0..<10).map(origins.original) == [0, 3, 4, 4, 4, 4, 5, 6, 8, 9])
  }
}
