import PlanSyntax
import Testing

/// Words found in text.
@Suite struct ValuesWordTableTests {
  private static let words = [
    "目标", "目标分解", "签约额", "KR", "key result", "key results", "at least", "Ana", "张伟", "≥", "2026目标", "王 芳", "Ångström",
    "C++",
  ]

  private static let table = {
    var table = WordTable()
    for (index, word) in words.enumerated() { table.add(word, value: UInt32(index)) }
    return table
  }()

  @Test(arguments: [
    ("⟦目标⟧：", "目标"), ("⟦目标分解⟧", "目标分解"), ("⟦目标⟧分", "目标"), ("⟦kr⟧：", "KR"), ("⟦KR⟧ 1", "KR"),
    ("⟦⟧KR1", "nothing"), ("⟦⟧KRs", "nothing"), ("x⟦⟧KR", "nothing"), ("1⟦⟧kr", "nothing"), ("目标⟦KR⟧目标", "KR"),
    ("⟦ＫＲ⟧", "KR"), ("⟦Key Results⟧:", "key results"), ("⟦KEY   result⟧", "key result"),
    ("⟦key\nresult⟧", "key result"),
    ("⟦key　results⟧", "key results"), ("⟦⟧keyresult", "nothing"), ("⟦⟧key resulting", "nothing"),
    ("⟦At  Least⟧ 5", "at least"),
    ("⟦ana⟧ ", "Ana"), ("⟦⟧Anatomy", "nothing"), ("⟦⟧anaé", "nothing"), ("é⟦⟧ana", "nothing"), ("×⟦Ana⟧×", "Ana"),
    ("⟦张伟⟧明", "张伟"),
    ("⟦≥⟧5", "≥"), ("⟦２０２６目标⟧", "2026目标"), ("⟦Ångström⟧", "Ångström"), ("⟦c++⟧", "C++"), ("⟦C++⟧20", "C++"),
    ("⟦⟧", "nothing"),
    ("⟦王 芳⟧", "王 芳"), ("⟦⟧ 目标", "nothing"), ("⟦⟧王芳", "nothing"),
  ])
  func matchesTheLongestWord(_ marked: String, _ word: String) {
    guard word != "nothing" else { return doesNotMatch(marked) }
    let text = MarkedText(marked)
    let found = Self.table.match(text.bytes, text.start, text.bytes.count)
    #expect(found.map { Self.words[Int($0.value)] } == word)
    #expect(found?.end == text.end)
  }

  private func doesNotMatch(_ marked: String) {
    let text = MarkedText(marked)
    #expect(Self.table.match(text.bytes, text.start, text.bytes.count) == nil)
  }

  @Test(arguments: [
    ("目标", "目标"), ("目 标", "目标"), (" 目标　", "目标"), ("keyresults", "key results"), ("Key Results", "key results"),
    ("王芳", "王 芳"), ("王 芳", "王 芳"), ("ｋｒ", "KR"), ("K R", "KR"), ("２０２６ 目标", "2026目标"),
  ])
  func looksUpWholeTexts(_ text: String, _ word: String) {
    let bytes = Array("目\(text)标".utf8)
    let found = Self.table.lookup(bytes, 3..<(bytes.count - 3))
    #expect(found.map { Self.words[Int($0)] } == word)
  }

  @Test(arguments: ["", " ", "目", "目标分", "目标们", "KRs", "\u{0}"])
  func doesNotKnow(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Self.table.lookup(bytes, 0..<bytes.count) == nil)
  }

  @Test func theFirstOfTwoStaysUnlessReplaced() {
    var table = WordTable()
    table.add("目标", value: 1)
    table.add("目标", value: 2)
    let bytes = Array("目标".utf8)
    #expect(table.lookup(bytes, 0..<6) == 1)
    table.add("目 标", value: 3, replace: true)
    #expect(table.lookup(bytes, 0..<6) == 3)
    #expect(table.match(bytes, 0, 6)?.value == 1)
    table.add("目标", value: 4, replace: true)
    #expect(table.match(bytes, 0, 6)?.value == 4)
  }

  @Test func findsEachOfTwentyThousand() {
    var table = WordTable()
    for index in 0..<20_000 { table.add("客户\(index)号", value: UInt32(index)) }
    for index in stride(from: 0, to: 20_000, by: 7) {
      let bytes = Array("x客户\(index)号y".utf8)
      let found = table.match(bytes, 1, bytes.count)
      #expect(found?.value == UInt32(index))
      #expect(found?.end == bytes.count - 1)
    }
  }

  @Test func offsetsOutsideTheTextFindNothing() {
    let bytes = Array("目标".utf8)
    #expect(Self.table.match(bytes, 6, 6) == nil)
    #expect(Self.table.match(bytes, -1, 6) == nil)
    #expect(Self.table.match(bytes, 0, 7) == nil)
    #expect(Self.table.match(bytes, 0, 3) == nil)
    #expect(Self.table.lookup(bytes, 0..<7) == nil)
  }
}
