import Foundation
import PlanOutput
import PlanSource
import Testing

@Suite struct JSONFindingsTests {
  @Test func documentIsExactlyAsPublished() throws {
    let sample = try FindingSample(("plans/a.md", "\u{FEFF}# 目标\r\n- 签约额：⟦500万元⟧\r\n"), ("b.md", "⟦😀x\ny⟧"))
    let finding = Diagnostic(
      rule: "sum-mismatch", severity: .error, range: sample.place(0),
      message: Message(
        zh: "中文", en: "say \"no\"\\", .init("period", .text("2026-Q2")), .init("declared", .number("5000000")),
        .init("missing", .list(["a", "b"])), .init("odd", .number("+5")), .init("period", .text("again"))),
      related: [.init(sample.place(0, in: 1), LocalText(zh: "处", en: "place"))],
      fixes: [
        Fix(
          title: LocalText(zh: "改", en: "write 420"), safety: .unsafe, edits: [Edit(sample.place(0), "420万元")])
      ])
    let json = DiagnosticFormat.json.text(of: sample.report([finding], suppressed: 2))
    #expect(
      json == #"""
        {"schema":1,"findings":[
        {"rule":"sum-mismatch","severity":"error","message":"say \"no\"\\","path":"plans/a.md",\#
        "range":{"start":{"line":2,"column":7,"offset":27},"end":{"line":2,"column":12,"offset":36}},\#
        "args":{"period":"2026-Q2","declared":5000000,"missing":["a","b"],"odd":"+5"},\#
        "related":[{"message":"place","path":"b.md",\#
        "range":{"start":{"line":1,"column":1,"offset":0},"end":{"line":2,"column":2,"offset":7}}}],\#
        "fixes":[{"title":"write 420","safety":"unsafe",\#
        "edits":[{"path":"plans/a.md","start":27,"end":36,"text":"420万元"}]}]}
        ],"suppressed":[],"summary":{"files":2,"errors":1,"warnings":0,"infos":0,"suppressed":2}}

        """#)
    try SchemaCheck.validate(json, against: "findings")
  }

  @Test func nothingFound() throws {
    let sample = try FindingSample(("a.md", ""))
    let json = DiagnosticFormat.json.text(of: sample.report([]))
    #expect(
      json
        == #"{"schema":1,"findings":[],"suppressed":[],"summary":{"files":1,"errors":0,"warnings":0,"infos":0,"suppressed":0}}"#
        + "\n")
    try SchemaCheck.validate(json, against: "findings")
  }

  @Test func everyCharacterSurvivesAndNoneReachesATerminalRaw() throws {
    let odd = "\u{0}\u{1B}\u{7F}\u{9B}\u{202E}\u{2028}\u{E0041}\"\\/\t\r\n中😀"
    let sample = try FindingSample(("a.md", "⟦x⟧"))
    let json = DiagnosticFormat.json.text(of: sample.report([.sample(sample.place(0), en: odd)]))
    let raw = json.unicodeScalars.filter { TerminalText.isHidden($0) && $0 != "\n" }
    #expect(raw.isEmpty)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.first?["message"] as? String == odd)
  }

  @Test(arguments: [
    ("0", true), ("-0.5", true), ("1234567890123456789012345678901234567", true), ("00", false), ("1.", false),
    (".5", false), ("", false), ("-", false), ("1e5", false), ("1,000", false), ("٣", false), ("0.0.1", false),
  ])
  func onlyDecimalNumbersAreWrittenAsNumbers(text: String, isNumber: Bool) throws {
    let sample = try FindingSample(("a.md", "⟦x⟧"))
    let finding = Diagnostic(
      rule: "r", severity: .info, range: sample.place(0), message: Message(zh: "", en: "", .init("n", .number(text))))
    let json = DiagnosticFormat.json.text(of: sample.report([finding]))
    #expect(json.contains(isNumber ? "{\"n\":\(text)}" : "{\"n\":\"\(text)\"}"))
  }

  @Test func concise() throws {
    let sample = try FindingSample(("a.md", "一⟦二⟧\n"), ("b\u{7}.md", "⟦x⟧"))
    let findings = [
      Diagnostic.sample(sample.place(0), .warning, zh: "第一\n行", en: "first"),
      Diagnostic.sample(sample.place(0, in: 1), .info, zh: "第二", en: "second"),
    ]
    #expect(
      DiagnosticFormat.concise.text(of: sample.report(findings, showsSummary: true)) == """
        a.md:1:2: warning[sample-rule] 第一\\u{A}行
        b\\u{7}.md:1:1: info[sample-rule] 第二

        """)
    #expect(
      DiagnosticFormat.concise.text(of: sample.report(findings, language: .en)).hasPrefix(
        "a.md:1:2: warning[sample-rule] first\n"))
  }
}
