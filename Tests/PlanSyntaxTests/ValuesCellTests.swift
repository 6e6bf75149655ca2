import PlanSyntax
import Testing

/// Whole cells that state nothing, and units on their own.
@Suite struct ValuesCellTests {
  @Test(arguments: [
    "", " ", "　", "-", "—", "——", "–", "－", "/", "／", "无", " 无 ", "N/A", "n/a", "NA", "暂无", "不适用", "None", "…",
  ])
  func isBlank(_ cell: String) {
    #expect(kind(cell) == .blank)
  }

  @Test(arguments: [
    "TBD", "tbd", "???", "??", "？？？", "?", "xx", "xx万", "XX万元", "X家", "待定", "待确认", "[$N]", "$N", "¥xx", "___", "＿＿＿",
    "_",
    "To be determined", "N%", " TBD ",
  ])
  func isPlaceholder(_ cell: String) {
    #expect(kind(cell) == .placeholder)
  }

  @Test(arguments: ["0", "0%", "108.1", "-5", "无锡", "待定客户", "N", "no", "xxx公司", "—5", "1/2", "TBD 5", "无，下月补", "A/B"])
  func mustBeRead(_ cell: String) {
    #expect(kind(cell) == nil)
  }

  private func kind(_ cell: String) -> BlankKind? {
    // Something around the cell shows that only the range is looked at.
    let bytes = Array("|\(cell)|".utf8)
    return Readers.quantities.blankOrPlaceholder(bytes.span, 1..<(bytes.count - 1))
  }

  @Test(arguments: [
    ("万元", "money", 4), ("元", "money", 0), ("（万元）", "money", 4), ("(万元)", "money", 4), ("亿元", "money", 8),
    ("千元", "money", 3), ("万", "none", 4), ("%", "percent", 0), ("％", "percent", 0), ("家", "家", 0), ("（家）", "家", 0),
    ("次", "次", 0), ("家次", "家次", 0), ("天", "days", 0), ("小时", "hours", 0), ("days", "days", 0), ("USD", "USD", 0),
    ("$", "USD", 0), ("$k", "USD", 3), ("$ M", "USD", 6), ("USD k", "USD", 3), ("US$ million", "USD", 6),
    ("万美元", "USD", 4), ("人民币万元", "CNY", 4), ("RMB", "CNY", 0), ("¥", "money", 0), ("元/月", "money", 0),
    ("万元/年", "money", 4), ("个百分点", "points", 0), ("千人", "人", 3), ("k", "none", 3), (" 万元 ", "money", 4),
    ("€", "EUR", 0),
  ])
  func readsUnit(_ text: String, _ unit: String, _ magnitude: Int) throws {
    let reading = try #require(Readers.unit(text))
    let name =
      switch reading.unit {
      case .money(let currency): currency?.description ?? "money"
      case .count(let index): UnitWords.shared.measureWords[Int(index)]
      case let other: "\(other)"
      }
    #expect(name == unit)
    #expect(reading.magnitude == magnitude)
  }

  @Test(arguments: ["", "签约额", "万万", "元家", "目标", "（）", "(", "万元以上", "3万元", "家庭", "Q1", "倍"])
  func isNoUnit(_ text: String) {
    #expect(Readers.unit(text) == nil)
  }

  @Test(arguments: [
    ("¥800/月 × 12 = ¥9,700", "9600"), ("100+200=301", "300"), ("500万 - 120万 = 380万", "3800000"),
    ("100 ÷ 8 = 12", "12.5"),
    ("20%+30%=50%", "50"), ("¥1,000 × 15% = ¥160", "150"), ("2+3×4=20", "14"), ("100 + 200 = 300万", "3000000"),
  ])
  func tellsWhatACalculationComesTo(_ text: String, _ computed: String) {
    let bytes = Array(text.utf8)
    let answer = Readers.quantities.computed(bytes.span, at: 0, end: bytes.count)
    #expect(answer?.description == computed)
  }

  @Test func everyMeasureWordIsACountOfItsOwn() throws {
    let words = UnitWords.shared.measureWords
    #expect(Set(words).count == words.count)
    for (index, word) in words.enumerated() {
      let reading = try #require(Readers.quantity("12\(word)"))
      #expect(reading.value == .quantity(Quantity(value: ExactDecimal(12), unit: .count(UInt8(index)))))
      #expect(reading.end == 2 + word.utf8.count)
    }
  }
}
