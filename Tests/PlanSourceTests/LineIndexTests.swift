import PlanSource
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", [0]), ("一行", [0]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]), ("a\n", [0, 2]),
    ("\r\r\n\n", [0, 1, 3, 4]), ("目标\n回款", [0, 7]),
  ]) func linesBeginBehindEveryKindOfEnd(_ text: String, _ starts: [Int]) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes.span)
    #expect((0..<index.count).map { index.start(ofLine: $0) } == starts)
  }

  @Test func everyOffsetIsInTheLineThatHoldsIt() {
    let bytes = Array("一\r\n二三\n\n四\r五".utf8)
    let index = LineIndex(bytes.span)
    var line = 0
    for offset in 0...bytes.count {
      while line + 1 < index.count, index.start(ofLine: line + 1) <= offset { line += 1 }
      #expect(index.line(at: offset) == line)
    }
  }
}

@Suite struct DiagnosticOrderTests {
  @Test func findingsStandByFileThenPlaceThenRule() {
    func finding(_ rule: RuleID, _ file: Int, _ start: Int, _ end: Int) -> Diagnostic {
      Diagnostic(
        rule: rule, severity: .error, range: SourceRange(file: FileID(file), start: start, end: end),
        message: Message(zh: "错", en: "wrong"))
    }
    let ordered = [
      finding("b", 0, 1, 2), finding("a", 0, 1, 3), finding("a", 0, 2, 2), finding("b", 0, 2, 2), finding("a", 1, 0, 0),
    ]
    #expect(ordered.shuffled().sorted(by: Diagnostic.inReportOrder) == ordered)
  }
}
