import PlanOutput
import PlanSource
import Testing

@Suite struct FingerprintTests {
  /// The examples of NIST (FIPS 180-4), then lengths around the ends of blocks.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 119), "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (String(repeating: "a", count: 120), "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func digest(text: String, hex: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == hex)
  }

  /// What github/codeql-action computes for these files.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
      [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1",
        "e6ceba753e1a442:1",
      ]
    ),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      [
        "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5",
        "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
      ]
    ),
  ])
  func lineFingerprints(text: String, expected: [String]) {
    #expect(fingerprints(text, lines: expected.count) == expected)
  }

  @Test(arguments: [
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
    " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
    " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
  ])
  func lineEndsAreAlike(text: String) {
    let expected = [
      "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1",
      "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
    ]
    #expect(fingerprints(text, lines: 7) == expected)
  }

  /// The sum as it is defined, a line at a time; two units for a character outside the basic plane.
  @Test(arguments: ["- 签约额：500万元\n😀 目标\n\n", "\u{FEFF}# 计划\r\n" + String(repeating: "长", count: 150) + "\r末"])
  func linesHashToTheirSum(text: String) {
    var units: [UInt64] = []
    var starts: [Int] = []
    var isStart = true
    for unit in text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf16 where unit != 0x20 && unit != 9 {
      if isStart { starts.append(units.count) }
      isStart = unit == 0x0A
      units.append(UInt64(unit))
    }
    if isStart { starts.append(units.count) }
    units += [65535] + Array(repeating: 0, count: 100)
    let expected = starts.map { start in
      String(units[start..<start + 100].reduce(UInt64(0)) { $0 &* 37 &+ $1 }, radix: 16) + ":1"
    }
    #expect(fingerprints(text, lines: starts.count) == expected)
  }

  @Test func onlyTheLinesAskedForAreAnswered() {
    let hashes = LineFingerprints(Array("a\na\n".utf8))
    #expect(hashes.fingerprints(of: [2, 4, 0]).keys.sorted() == [2])
    let replaced = LineFingerprints(Array("\u{FFFD}\n".utf8)).fingerprints(of: [1])
    #expect(LineFingerprints([0xFF, 0x0A]).fingerprints(of: [1]) == replaced)
  }

  private func fingerprints(_ text: String, lines: Int) -> [String?] {
    let found = LineFingerprints(Array(text.utf8)).fingerprints(of: Set(1...lines + 1))
    return (1...max(lines, found.count)).map { found[$0] }
  }

  @Test func cellFingerprintsTellRulePathCellAndOccurrenceApart() {
    var fingerprints = CellFingerprints()
    let keys: [(RuleID, String, String)] = [
      ("a", "p", "c"), ("a", "p", "c"), ("b", "p", "c"), ("a", "q", "c"), ("a", "p", "d"), ("a", "p", "c"),
    ]
    let made = keys.map { fingerprints.next(rule: $0.0, path: $0.1, cell: $0.2) }
    #expect(Set(made).count == made.count)
    #expect(made[0] == SHA256.hex(of: Array("a\0p\0c\u{0}0".utf8)))
    #expect(made[5] == SHA256.hex(of: Array("a\0p\0c\u{0}2".utf8)))
  }

  @Test(arguments: [
    ("plans/a b.md", "plans/a%20b.md"), ("华.md", "%E5%8D%8E.md"), ("a:b/100%#?.md", "a%3Ab/100%25%23%3F.md"),
    ("../~x-_.md", "../~x-_.md"), ("\\xFF", "%5CxFF"),
  ])
  func uri(path: String, uri: String) {
    #expect(PercentEncoding.uri(ofPath: path) == uri)
  }
}
