import PlanYAML
import Testing

@Suite struct YAMLDocumentTests {
  private func parse(_ text: String, prefix: String = "", limits: YAMLLimits = .frontMatter) -> Result<
    YAMLDocument, YAMLProblem
  > {
    let bytes = Array((prefix + text).utf8)
    return YAMLDocument.parse(bytes.span, prefix.utf8.count..<bytes.count, limits: limits)
  }

  private func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  @Test(arguments: [
    "kind: 月度\nowner: 王芳 # 新人\nperiod: 2026-03\n",
    "\u{FEFF}负责人: [王芳, \"李 雷\", 'it''s']\r\n区域: {a: 上海, b: 😀}\r\n空:\r\n",
    "a:\r  - 一\r  - 二: 三\r\r\rb: é\u{2028}\n",
  ]) func slicesAreWhatWasRead(_ text: String) throws {
    for prefix in ["", "前缀\n"] {
      let document = try parse(text, prefix: prefix).get()
      for node in document.nodes {
        let written = slice(prefix + text, node.range)
        switch node.kind {
        case .scalar(.plain): #expect(written == node.text)
        case .scalar(.singleQuoted): #expect(written == "'" + node.text.replacing("'", with: "''") + "'")
        case .scalar(.doubleQuoted): #expect(written == "\"\(node.text)\"")
        default: break
        }
      }
    }
  }

  @Test func containersCoverTheirContent() throws {
    let text = "単位:\n  华东: {lead: 李慧, members: [王, 张]}\n  华北:\n    - 甲\n\n# 末尾\n"
    let document = try parse(text).get()
    let root = try #require(document.root)
    let units = document.entries(of: root)[0].value
    #expect(slice(text, document[units].range) == "华东: {lead: 李慧, members: [王, 张]}\n  华北:\n    - 甲")
    let east = document.entries(of: units)[0].value
    #expect(slice(text, document[east].range) == "{lead: 李慧, members: [王, 张]}")
    #expect(document.entries(of: east).map { document[$0.key].text } == ["lead", "members"])
    #expect(document.items(of: document.entries(of: east)[1].value).map { document.text($0) } == ["王", "张"])
    #expect(document.items(of: units).isEmpty && document.text(units) == nil)
  }

  @Test(arguments: [
    ("名: &x 值", YAMLProblem.Kind.anchor, 5), ("a: 1\n名: *x", .alias, 10), ("名: !!str x", .tag, 5),
    ("a: 1\n---\nb: 2", .severalDocuments, 5), ("? [a]\n: b", .complexKey, 2),
    ("%TAG ! tag:x,2000:\n---\na: 1", .tag, 0),
  ]) func refuses(_ text: String, _ kind: YAMLProblem.Kind, _ offset: Int) {
    guard case .failure(let problem) = parse(text) else { return #expect(Bool(false), "read \(text)") }
    #expect(problem.kind == kind)
    #expect(problem.range.lowerBound == offset)
  }

  @Test(arguments: [("名: \"未闭合", 5), ("名: a: b", 6), ("a: 1\n\tb: 2", 5), ("a: [1, 2\nb: 3", 10)])
  func syntaxErrorsHaveAPlace(_ text: String, _ offset: Int) {
    guard case .failure(let problem) = parse(text, prefix: "é\n") else { return #expect(Bool(false), "read \(text)") }
    guard case .syntax = problem.kind else { return #expect(Bool(false), "\(problem)") }
    #expect(problem.range.lowerBound >= 3 && problem.range.upperBound <= 3 + text.utf8.count)
    #expect(!problem.message.zh.isEmpty && problem.message.zh != problem.message.en)
  }

  @Test func illFormedBytesHaveAPlace() {
    let bytes: [UInt8] = Array("a: 中\nb: ".utf8) + [0xC3, 0x28]
    guard case .failure(let problem) = YAMLDocument.parse(bytes.span, 0..<bytes.count) else {
      return #expect(Bool(false), "read ill-formed bytes")
    }
    #expect(problem.range.lowerBound == 11)
    #expect(problem.message.zh == "不是 UTF-8 编码")
  }

  @Test func duplicateKeysAreReportedAndTheFirstStands() throws {
    let text = "键: 1\n其他: 2\n键: 3"
    let document = try parse(text).get()
    #expect(document.duplicateKeys.map(\.kind) == [.duplicateKey("键", first: 0..<3)])
    #expect(document.duplicateKeys.map(\.range) == [17..<20])
  }

  @Test func duplicatesAmongManyKeysAreFound() throws {
    let text = (0..<40).map { "键\($0): 1\n" }.joined() + "键3: 2\n键39: 2\n键40: 2\n"
    let document = try parse(text).get()
    let found = document.duplicateKeys.map { slice(text, $0.range) }
    #expect(found == ["键3", "键39"])
  }

  @Test func depthAndSizeAreCapped() throws {
    let deep = String(repeating: "[", count: 100_000)
    guard case .failure(let problem) = parse(deep, limits: .planbook) else { return #expect(Bool(false)) }
    #expect(problem.kind == .tooDeep(limit: 64))
    _ = try parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).get()
    guard case .failure(let large) = parse("a: " + String(repeating: "x", count: 64 << 10)) else {
      return #expect(Bool(false))
    }
    #expect(large.kind == .tooLarge(limit: 64 << 10))
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "\r\n"]) func nothingIsADocument(_ text: String) throws {
    let document = try parse(text).get()
    #expect(document.root.map { document[$0].isNull } ?? true)
  }

  @Test func everyPrefixIsAnswered() {
    let text =
      "﻿a: [一, {b: 'c', \"d\\n\": |\n"
      + "  x\n}]\n- &q *r\n%YAML 1.2\n? x\n: !t y\n"
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      for start in [0, end / 2] {
        switch YAMLDocument.parse(bytes.span, start..<end) {
        case .failure(let problem): #expect(problem.range.lowerBound >= start && problem.range.upperBound <= end)
        case .success(let document):
          for node in document.nodes { #expect(node.range.lowerBound >= start && node.range.upperBound <= end) }
        }
      }
    }
  }

  @Test func fourMegabytesAreReadInGoodTime() throws {
    var text = "members:\n"
    while text.utf8.count < 4_000_000 { text += "  - {name: 王芳\(text.utf8.count), role: 客户经理}\n" }
    let clock = ContinuousClock()
    let took = try clock.measure { _ = try parse(text, limits: .planbook).get() }
    #expect(took < .seconds(10))
  }
}
