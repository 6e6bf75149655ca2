import Testing

@testable import MarkdownTree

@Suite struct MarkdownDocumentTests {
  @Test(arguments: [
    ("- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [x]e\n", [false, true, true, nil, nil]), ("1. [ ] a\n", [false]),
    ("- [ ]\n", [false]), ("> - [x] a\n", [true]),
    ("- a\n\n  [ ] b\n", [nil]), ("- [x]: a\n", [nil]),
  ])
  func boxesAreFound(_ text: String, _ states: [Bool?]) {
    let parsed = ParsedText(text)
    let items = parsed.document.blocks.filter { $0.kind == .item }
    #expect(items.map { $0.task?.isDone } == states)
    for task in items.compactMap(\.task) { #expect(parsed.bytes[Int(task.offset)] == UInt8(ascii: "[")) }
  }

  @Test(arguments: [
    ("<!-- a -->\n", ["<!-- a -->"]), ("a <!-- b --> c `<!-- d -->`\n", ["<!-- b -->"]), ("```\n<!-- a -->\n```\n", []),
    ("    <!-- a -->\n", []), ("<!-- a\n\nb -->\n", ["<!-- a\n\nb -->"]),
    ("| a |\n|---|\n| b | <!-- c -->\n| <!-- d --> |\n", ["<!-- c -->", "<!-- d -->"]), ("<!-- a\n", []),
    ("a <!-- b\n", []), ("# a <!-- b -->\n", ["<!-- b -->"]),
    ("<div><!-- a --> <!-- b --></div>\n", ["<!-- a -->", "<!-- b -->"]),
    ("> a <!-- b\n> c -->\n", ["<!-- b\n> c -->"]),
    ("- a <!-- planlint-disable-line x -->\n", ["<!-- planlint-disable-line x -->"]),
    ("<table><tr><td>a<!-- b --></td></tr></table>\n", ["<!-- b -->"]), ("\\<!-- a -->\n", []),
  ])
  func commentsAreFound(_ text: String, _ comments: [String]) {
    let parsed = ParsedText(text)
    #expect(parsed.document.comments.map(parsed.slice) == comments)
  }

  @Test(arguments: [
    ("[a]: b\n", ["linkDefinition"]), ("[a]: b\n[c]: d\ne\n", ["linkDefinition", "linkDefinition", "paragraph"]),
    ("[a]:\n  b\n  'c'\n", ["linkDefinition"]), ("[a]: b 'c' d\n", ["paragraph"]),
    ("[a]: b\n'c' d\n", ["linkDefinition", "paragraph"]), ("[a]\n", ["paragraph"]),
    ("[a]: b\n===\nc\n", ["linkDefinition", "paragraph", "paragraph"]),
    ("[a]: b\nc\n===\n", ["linkDefinition", "heading"]),
    ("a\n[b]: c\n", ["paragraph"]), ("[P0]：a\n", ["paragraph"]),
    ("> [a]: b\n> c\n", ["quote", "linkDefinition", "paragraph"]), ("[a]: <>\n", ["linkDefinition"]),
    ("[ ]: a\n", ["paragraph"]),
  ])
  func linkDefinitionsAreNoText(_ text: String, _ kinds: [String]) {
    #expect(ParsedText(text).kinds == kinds)
  }

  @Test(arguments: [
    ("# 目标 #\n", "# 目标 #"), ("目标\n===  \n", "目标\n==="), ("> a\n> b  \n\n", "a\n> b"),
    ("```\na\n```\nb\n", "```\na\n```"), ("~~~\na\n", "~~~\na"), ("- ```\n  a\n```\nb\n```\n", "```\n  a"),
    ("    a\n\n    b\n\n\nc\n", "a\n\n    b"), ("<div>\na\n</div>\n\nb\n", "<div>\na\n</div>"),
    ("<!-- a\n\nb -->\nc\n", "<!-- a\n\nb -->"), ("* * *  \n", "* * *"), ("-     ```\n", "```"),
  ])
  func rangeOfTheFirstLeafIsExact(_ text: String, _ slice: String) throws {
    let parsed = ParsedText(text)
    let leaf = try #require(
      parsed.document.blocks.dropFirst().first { Int($0.subtreeEnd) == parsed.document.blocks.firstIndex(at: $0) + 1 })
    #expect(parsed.slice(leaf.range) == slice)
  }

  @Test func containersReachToTheEndOfWhatTheyHold() {
    let parsed = ParsedText("- a\n  - b\n\n    c\n\n\n- d\n\ne\n")
    #expect(
      parsed.document.blocks.map { "\($0.kind) \(parsed.slice($0.range))" }.dropFirst().first
        == "bulletList - a\n  - b\n\n    c\n\n\n- d")
    #expect(parsed.document.blocks[2].subtreeEnd == 8)
    #expect(parsed.document.blocks[2].parent == 1)
  }

  @Test func offsetsCountFromTheWholeFile() {
    let bytes = Array("---\nkind: year\n---\n# a\n\n- b\n".utf8)
    let parsed = ParsedText(bytes, from: 19)
    #expect(parsed.kinds == ["heading", "bulletList", "item", "paragraph"])
    #expect(parsed.slice(parsed.document.blocks[1].range) == "# a")
  }

  @Test func nestingBeyondTheLimitIsNotRead() {
    #expect(ParsedText(String(repeating: "> ", count: 1_000) + "a").document.blocks.count == 1_002)
    #expect(ParsedText("a\n" + String(repeating: "> ", count: 1_001) + "a").document.problems == [.tooDeep(at: 2)])
    #expect(ParsedText(String(repeating: "- ", count: 1_000) + "a").document.problems.isEmpty)
    #expect(ParsedText(String(repeating: "1. ", count: 1_001) + "a").document.problems == [.tooDeep(at: 0)])
  }
}

extension [Block] {
  fileprivate func firstIndex(at block: Block) -> Int {
    firstIndex { $0.start == block.start && $0.kind == block.kind && $0.parent == block.parent } ?? 0
  }
}
