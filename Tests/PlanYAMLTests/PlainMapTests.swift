import Testing

@testable import PlanYAML

/// What is read without libyaml must be what libyaml makes of it.
@Suite struct PlainMapTests {
  private static let keys = ["类型", "姓名", "团队", "期间", "kind", "owner", "team", "a_b", "x1", "上级目标", "区域"]
  private static let values = [
    "月", "2026-10", "王芳", "Ann Lee", "null", "~", "true", "12", "0x1F", "1.5", "-1", "- a", "a: b", "a #b", "a#b",
    "'x'",
    "\"x\"", "[a, b]", "{a: b}", "&a b", "*a", "!t a", "| x", "> x", "%x", "@x", "`x`", "a b ", " a", "10%",
    "2026-Q4.md",
    "../2026.md", "a/b", "", "王芳、李雷", "深圳 一队", "a\tb", "a\u{2028}b", "a\u{85}b", "\u{FEFF}a", "华\u{3000}东", "yes", "<<",
    "=",
  ]
  private static let others = [
    "", "# c", "  b: c", "- a", "---", "...", "? a", "a", "a:", "a : b", "a:b", ": b", "%YAML 1.1", "\t",
  ]

  @Test(arguments: 1...20)
  func plainMapIsWhatLibYAMLReads(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    var plain = 0
    for round in 0..<500 {
      var lines: [String] = []
      for _ in 0...roll(5) {
        let isOther = roll(12) == 0
        let value = round % 2 == 0 ? Self.values[roll(3)] : Self.values[roll(Self.values.count)]
        lines.append(isOther ? Self.others[roll(Self.others.count)] : Self.keys[roll(Self.keys.count)] + ": " + value)
      }
      let text = lines.joined(separator: roll(20) == 0 ? "\r\n" : "\n") + (roll(3) == 0 ? "" : "\n")
      let bytes = Array("x\n".utf8) + Array(text.utf8)
      let range = 2..<bytes.count
      guard let short = YAMLDocument.plainMap(bytes.span, range) else { continue }
      plain += 1
      guard case .success(let whole) = YAMLDocument.parseAll(bytes.span, range, limits: .frontMatter) else {
        Issue.record("libyaml refuses \(text.debugDescription)")
        continue
      }
      #expect("\(short)" == "\(whole)", "\(text.debugDescription)")
    }
    #expect(plain > 50)
  }

  @Test func emptyFrontMatterIsNoMap() {
    let bytes: [UInt8] = []
    #expect(YAMLDocument.plainMap(bytes.span, 0..<0) == nil)
  }
}
