import PlanOutput
import PlanSource
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("中文", 4), ("ＡＢ", 4), ("ｱ", 1), ("e\u{301}", 1), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("✅", 2), ("⚠", 1), ("👨\u{200D}👩", 4), ("…—“”", 4), ("《》", 4), ("￥", 2), ("¥", 1), ("𠀀", 2), ("\u{3000}", 2),
    ("┌─┆━", 4), ("\u{E0100}", 0), ("\u{10FFFF}", 1),
  ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("plain 中文 é 👨\u{200D}👩", "plain 中文 é 👨\u{200D}👩"), ("a\tb\nc\r", "a\\u{9}b\\u{A}c\\u{D}"),
    ("\u{1B}[2J\u{7F}\u{9B}", "\\u{1B}[2J\\u{7F}\\u{9B}"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{61C}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}\\u{200E}\\u{61C}"),
    ("\u{200B}\u{FEFF}\u{AD}\u{2028}\u{E0041}", "\\u{200B}\\u{FEFF}\\u{AD}\\u{2028}\\u{E0041}"),
  ])
  func escaping(text: String, escaped: String) {
    #expect(TerminalText.escaping(text) == escaped)
  }

  @Test func everyControlAndEveryBidirectionalControlIsHidden() {
    let controls = Array(0...0x1F) + Array(0x7F...0x9F) + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for code in controls + [0x61C, 0x200E, 0x200F] {
      #expect(Unicode.Scalar(UInt32(code)).map(TerminalText.isHidden) == true)
    }
  }

  @Test(arguments: [("中a", 5, "中a  ", "  中a"), ("中a", 3, "中a", "中a"), ("中a", 1, "中a", "中a")])
  func padding(text: String, columns: Int, left: String, right: String) {
    #expect(TextField.padded(text, to: columns) == left)
    #expect(TextField.padded(text, to: columns, flush: .right) == right)
  }

  @Test(arguments: [("中文字", 6, "中文字"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"), ("中文字", 1, "…"), ("中文字", 0, "")])
  func cutting(text: String, columns: Int, cut: String) {
    #expect(TextField.cut(text, to: columns) == cut)
  }

  @Test(arguments: [
    ("", 10, [""]), ("a bc def", 4, ["a bc", "def"]), ("a bc def", 3, ["a", "bc", "def"]),
    ("abcdef", 4, ["abcd", "ef"]), ("中文字符", 5, ["中文", "字符"]), ("中 a", 1, ["中", "a"]), ("ab   cd", 3, ["ab", "cd"]),
    ("e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}"]),
  ])
  func wrapping(text: String, columns: Int, lines: [String]) {
    #expect(TextField.wrapped(text, to: columns) == lines)
  }
}
