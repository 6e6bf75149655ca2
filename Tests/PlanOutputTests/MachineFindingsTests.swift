import Foundation
import PlanOutput
import PlanSource
import PlanTestSupport
import Testing

@Suite struct MachineFindingsTests {
  private static let odd = "50%, a:b\r\n[中文](1) <&\">\u{202E}\u{FFFE}"

  private static func sample() throws -> FindingSample {
    try FindingSample(
      ("plans/a,b: 100%.md", "\u{FEFF}⟦# 目标⟧\r\n- 签约额：⟦500万元⟧\r\n"), ("b.md", "⟦😀x\ny⟧\n⟦z\n⟧"))
  }

  private static func findings(_ sample: FindingSample) -> [Diagnostic] {
    [
      Diagnostic(
        rule: "sum-mismatch", severity: .error, range: sample.place(1),
        message: Message(zh: "中文", en: odd, .init("n", .number("5"))),
        related: [.init(sample.place(0, in: 1), LocalText(zh: "处", en: "place"))],
        help: LocalText(zh: "办法", en: "do\nthis"),
        fixes: [
          Fix(
            title: LocalText(zh: "改", en: "write it"), safety: .unsafe,
            edits: [
              Edit(SourceRange(file: FileID(0), start: 27, end: 30), "4"),
              Edit(SourceRange(file: FileID(0), start: 33, end: 36), "圆"),
            ])
        ]),
      .sample(sample.place(0, in: 1), .warning, en: "over two lines"),
      .sample(sample.place(1, in: 1), .info, en: "with its line end"),
    ]
  }

  private static func text(_ format: DiagnosticFormat, run: DiagnosticReport.Run = .init()) throws -> String {
    let sample = try sample()
    return format.text(
      of: DiagnosticReport(
        findings: findings(sample), files: SourceFiles(sample.files, repositoryPath: { "sub/" + $0.path }),
        summary: .init(of: findings(sample), files: 2, suppressed: 0), language: .zh, run: run))
  }

  @Test func github() throws {
    #expect(
      try Self.text(.github) == """
        ::error file=sub/plans/a%2Cb%3A 100%25.md,line=2,endLine=2,col=7,endColumn=12,title=sum-mismatch::50%25, \
        a:b%0D%0A[中文](1) <&">\\u{202E}\u{FFFE}%0Ahelp: do%0Athis
        ::warning file=sub/b.md,line=1,endLine=2,title=sample-rule::over two lines
        ::notice file=sub/b.md,line=3,endLine=3,title=sample-rule::with its line end
        found 1 error, 1 warning and 1 info in 2 files

        """)
  }

  @Test func githubKeepsTenOfALevelAndCountsTheRest() throws {
    let sample = try FindingSample(("a.md", "⟦x⟧"))
    let findings =
      (1...11).map { Diagnostic.sample(sample.place(0), .warning, en: "w\($0)") }
      + (1...12).map { Diagnostic.sample(sample.place(0), .error, en: "e\($0)") }
    let lines = DiagnosticFormat.github.text(of: sample.report(findings)).split(separator: "\n")
    #expect(lines.count == 23)
    #expect(lines[..<10].allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[10] == "2 more errors not shown: GitHub keeps 10 annotations of each level")
    #expect(lines[11..<21].allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines[21] == "1 more warning not shown: GitHub keeps 10 annotations of each level")
    #expect(lines[22] == "found 12 errors and 11 warnings in 1 file")
  }

  @Test func gitlab() throws {
    let text = try Self.text(.gitlab, run: .init(cell: { $0.rule.description + "-cell" }))
    let hash = SHA256.hex(of: Array("sum-mismatch\0sub/plans/a,b: 100%.md\0sum-mismatch-cell\u{0}0".utf8))
    #expect(text.contains("\"check_name\":\"sum-mismatch\",\"fingerprint\":\"\(hash)\",\"severity\":\"major\""))
    #expect(
      text.contains(#""location":{"path":"sub/plans/a,b: 100%.md","lines":{"begin":2,"end":2}}"#))
    #expect(text.contains(#""severity":"minor","location":{"path":"sub/b.md","lines":{"begin":1,"end":2}}"#))
    #expect(text.contains(#""severity":"info","location":{"path":"sub/b.md","lines":{"begin":3,"end":3}}"#))
  }

  @Test func rdjsonl() throws {
    let lines = try Self.text(.rdjsonl).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].contains(
        #""location":{"path":"plans/a,b: 100%.md","range":{"start":{"line":2,"column":15},"end":{"line":2,"column":24}}},"#
          + #""severity":"ERROR","source":{"name":"planlint"},"code":{"value":"sum-mismatch"},"#))
    // Both edits as one, with the text between them.
    #expect(
      lines[0].contains(
        #""suggestions":[{"range":{"start":{"line":2,"column":15},"end":{"line":2,"column":24}},"text":"4万圆"}]"#))
    #expect(
      lines[0].hasSuffix(
        #""related_locations":[{"message":"place","location":{"path":"b.md","#
          + #""range":{"start":{"line":1,"column":1},"end":{"line":2,"column":2}}}}]}"#))
    #expect(lines[1].contains(#""severity":"WARNING""#) && lines[2].contains(#""severity":"INFO""#))
  }

  @Test func checkstyle() throws {
    #expect(
      try Self.text(.checkstyle) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="plans/a,b: 100%.md">
            <error line="2" column="7" severity="error" message="50%, a:b\\u{D}\\u{A}[中文](1) \
        &lt;&amp;&quot;&gt;\\u{202E}\\u{FFFE}" source="planlint.sum-mismatch"/>
          </file>
          <file name="b.md">
            <error line="1" column="1" severity="warning" message="over two lines" source="planlint.sample-rule"/>
            <error line="3" column="1" severity="info" message="with its line end" source="planlint.sample-rule"/>
          </file>
        </checkstyle>

        """)
  }

  @Test func junit() throws {
    #expect(
      try Self.text(.junit, run: .init(checked: [FileID(0), FileID(1)])) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="planlint" tests="2" failures="1" errors="0">
          <testsuite name="planlint" tests="2" failures="1" errors="0">
            <testcase classname="planlint" name="plans/a,b: 100%.md" file="plans/a,b: 100%.md">
              <failure type="sum-mismatch" message="50%, a:b\\u{D}\\u{A}[中文](1) &lt;&amp;&quot;&gt;\\u{202E}\\u{FFFE}">
        plans/a,b: 100%.md:2:7: error[sum-mismatch] 50%, a:b\\u{D}\\u{A}[中文](1) \
        &lt;&amp;&quot;&gt;\\u{202E}\\u{FFFE}
              </failure>
            </testcase>
            <testcase classname="planlint" name="b.md" file="b.md">
              <system-out>
        b.md:1:1: warning[sample-rule] over two lines
        b.md:3:1: info[sample-rule] with its line end
              </system-out>
            </testcase>
          </testsuite>
        </testsuites>

        """)
    #expect(try Self.text(.junit, run: .init(failsFrom: .warning)).contains("failures=\"2\""))
    #expect(try Self.text(.junit, run: .init(failsFrom: nil)).contains("failures=\"0\""))
  }

  @Test func sarif() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(try Self.text(.sarif).utf8)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect(run["newlineSequences"] as? [String] == ["\r\n", "\n", "\r"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["level"] as? String } == ["error", "warning", "note"])
    #expect(results.compactMap { $0["ruleIndex"] as? Int } == [1, 0, 0])
    let first = NSDictionary(dictionary: results[0])
    let physical = try #require((first["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect(
      NSDictionary(dictionary: physical)
        == [
          "artifactLocation": ["uri": "sub/plans/a%2Cb%3A%20100%25.md", "uriBaseId": "%SRCROOT%"],
          "region": ["startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 12],
        ])
    let message = try #require((first["message"] as? [String: Any])?["text"] as? String)
    #expect(message == "50%, a:b\r\n\\[中文\\](1) <&\">\u{202E}\u{FFFE}\ndo\nthis")
    let line = LineFingerprints(try Self.sample().files[0].bytes).fingerprints(of: [2])[2]
    #expect(first["partialFingerprints"] as? [String: String] == ["primaryLocationLineHash": try #require(line)])
    let fix = try #require((first["fixes"] as? [[String: Any]])?.first)
    #expect((fix["description"] as? [String: String]) == ["text": "write it (unsafe)"])
    #expect(first["properties"] as? [String: [String: Int]] == ["args": ["n": 5]])
  }

  @Test func sarifDoesNotCountAByteOrderMark() throws {
    let sample = try Self.sample()
    let text = DiagnosticFormat.sarif.text(of: sample.report([.sample(sample.place(0))]))
    #expect(text.contains(#""region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":5}"#))
  }

  @Test func sarifListsFiveThousandTheWorstFirstAndSaysSo() throws {
    let sample = try FindingSample(("a.md", "⟦x⟧"))
    let findings =
      (1...5_000).map { Diagnostic.sample(sample.place(0), .warning, en: "w\($0)") }
      + [.sample(sample.place(0), .error, en: "last")]
    let text = DiagnosticFormat.sarif.text(of: sample.report(findings))
    #expect(text.components(separatedBy: "\"ruleId\"").count == 5_001)
    #expect(text.contains("\"text\":\"last\""))
    #expect(text.contains("\"text\":\"w4999\"") && !text.contains("\"text\":\"w5000\""))
    #expect(text.contains("1 of 5001 findings are left out, errors last"))
  }

  @Test func statistics() throws {
    let sample = try FindingSample(("a.md", "⟦x⟧"), ("b.md", "⟦x⟧"))
    let findings = [
      Diagnostic.sample(sample.place(0), .warning), .sample(sample.place(0, in: 1), .error),
      Diagnostic(rule: "rare-rule", severity: .info, range: sample.place(0), message: Message(zh: "", en: "")),
    ]
    #expect(
      DiagnosticFormat.statistics.text(of: sample.report(findings, showsSummary: true)) == """
        条数  文件  级别  规则
           2     2  错误  sample-rule
           1     1  提示  rare-rule
        发现 1 个错误、1 个警告、1 个提示，检查了 2 个文件

        """)
    #expect(
      DiagnosticFormat.statistics.text(of: sample.report(findings, language: .en)) == """
        findings  files  severity  rule
               2      2  error     sample-rule
               1      1  info      rare-rule

        """)
    #expect(DiagnosticFormat.statistics.text(of: sample.report([])) == "")
  }
}
