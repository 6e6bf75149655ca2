import PlanOutput
import PlanSource
import Testing

@Suite struct TextFindingsTests {
  private static func sumMismatch() throws -> (FindingSample, Diagnostic) {
    let sample = try FindingSample(
      (
        "plans/华东区/王芳/2026-05.md",
        "# 5月\n\n\n\n\n\n\n\n- 签约额：⟦140万元⟧\n"
      ),
      (
        "plans/华东区/王芳/2026-Q2.md",
        "# Q2\n\n\n\n\n\n\n\n\n\n\n\n\n- 签约额：⟦500万元⟧\n"
      ))
    let finding = Diagnostic(
      rule: "sum-mismatch", severity: .error, range: sample.place(0, in: 1),
      message: Message(
        zh: "2026-Q2 的三个月合计 420 万元，季度目标 500 万元，少 80 万元",
        en: "the months of 2026-Q2 add up to 4,200,000 CNY, 800,000 short of the quarter's 5,000,000",
        .init("period", .text("2026-Q2")), .init("declared", .number("5000000"))),
      label: LocalText(zh: "季度目标", en: "quarter target"),
      related: [.init(sample.place(0, in: 0), LocalText(zh: "5月 140 万元", en: "May: 1,400,000"))],
      help: LocalText(zh: "把月目标上调共 80 万元，或把季度目标改为 420 万元", en: "raise the months by 800,000, or lower the quarter"))
    return (sample, finding)
  }

  @Test func chinese() throws {
    let (sample, finding) = try Self.sumMismatch()
    #expect(
      DiagnosticFormat.text.text(of: sample.report([finding], suppressed: 1, showsSummary: true)) == """
        error[sum-mismatch]: 2026-Q2 的三个月合计 420 万元，季度目标 500 万元，少 80 万元
           ┌─ plans/华东区/王芳/2026-Q2.md:14:7
        14 │ - 签约额：500万元
           │           ━━━━━━━ 季度目标
           ┆  plans/华东区/王芳/2026-05.md:9:7
         9 │ - 签约额：140万元
           │           ─────── 5月 140 万元
           = 帮助: 把月目标上调共 80 万元，或把季度目标改为 420 万元
           = planlint explain sum-mismatch

        发现 1 个错误（已忽略 1 处），检查了 2 个文件

        """)
  }

  @Test func english() throws {
    let (sample, finding) = try Self.sumMismatch()
    #expect(
      DiagnosticFormat.text.text(of: sample.report([finding], language: .en, showsSummary: true)) == """
        error[sum-mismatch]: the months of 2026-Q2 add up to 4,200,000 CNY, 800,000 short of the quarter's 5,000,000
           ┌─ plans/华东区/王芳/2026-Q2.md:14:7
        14 │ - 签约额：500万元
           │           ━━━━━━━ quarter target
           ┆  plans/华东区/王芳/2026-05.md:9:7
         9 │ - 签约额：140万元
           │           ─────── May: 1,400,000
           = help: raise the months by 800,000, or lower the quarter
           = planlint explain sum-mismatch

        found 1 error in 2 files

        """)
  }

  @Test func placesOfOneFileShareItsHeaderAndPlacesOfOneLineItsExcerpt() throws {
    let sample = try FindingSample(("a.md", "⟦一⟧ + ⟦二⟧\n三\n⟦四⟧\n"))
    let finding = Diagnostic.sample(
      sample.place(0),
      related: [
        .init(sample.place(1), LocalText(zh: "同一行", en: "same line")),
        .init(sample.place(2), LocalText(zh: "另一行", en: "another line")),
      ])
    #expect(
      DiagnosticFormat.text.text(of: sample.report([finding])) == """
        error[sample-rule]: 说明
          ┌─ a.md:1:1
        1 │ 一 + 二
          │ ━━
          │      ── 同一行
        3 │ 四
          │ ── 另一行
          = planlint explain sample-rule


        """)
  }

  @Test(arguments: [(6, "… 还有 1 处", "… 1 more place"), (9, "… 还有 4 处", "… 4 more places")])
  func atMostFiveRelatedPlacesAreShown(count: Int, chinese: String, english: String) throws {
    let sample = try FindingSample(("a.md", "⟦x⟧\n"))
    let related = Array(repeating: Diagnostic.Related(sample.place(0), LocalText(zh: "处", en: "place")), count: count)
    let finding = Diagnostic.sample(sample.place(0), related: related)
    for (language, words) in [(Language.zh, chinese), (.en, english)] {
      let lines = DiagnosticFormat.text.text(of: sample.report([finding], language: language)).split(separator: "\n")
      #expect(lines.filter { $0.contains("─ ") && $0.contains("│") }.count == 5)
      #expect(lines.contains("  ┆  \(words)"))
    }
  }

  @Test(arguments: [
    ("\t- a：⟦5⟧", "    - a：5", "         ━"),
    ("a\t⟦b⟧", "a   b", "    ━"),
    ("⟦你\u{301}好⟧", "你\u{301}好", "━━━━"),
    ("a\u{1B}[31m⟦b⟧", "a\\u{1B}[31mb", "           ━"),
    ("a\u{202E}⟦b⟧", "a\\u{202E}b", "         ━"),
    ("⟦a\u{200B}⟧", "a\\u{200B}", "━━━━━━━━━"),
    ("\u{FEFF}⟦a⟧", "a", "━"),
    ("ab⟦⟧", "ab", "  ━"),
    ("⟦👍⟧ ok", "👍 ok", "━━"),
    ("！⟦Ａ⟧", "！Ａ", "  ━━"),
  ])
  func excerptsAreSafeAndCaretsStandUnderTheMark(marked: String, excerpt: String, carets: String) throws {
    for end in ["", "\n", "\r\n", "\r", "\r\nx"] {
      let sample = try FindingSample(("a.md", marked + end))
      let lines = DiagnosticFormat.text.text(of: sample.report([.sample(sample.place(0))])).split(separator: "\n")
      #expect(lines[2] == "1 │ \(excerpt)")
      #expect(lines[3] == "  │ \(carets)")
    }
  }

  @Test func bytesThatAreNotUTF8AreShownAndCountedOneByOne() {
    let file = SourceFile(id: FileID(0), path: "a.md", bytes: [0x61, 0xFF, 0xE4, 0xBD, 0x62, 0x0A])
    let finding = Diagnostic.sample(SourceRange(file: FileID(0), start: 4, end: 5))
    let report = DiagnosticReport(
      findings: [finding], files: SourceFiles([file]), summary: .init(of: [finding], files: 1, suppressed: 0),
      language: .zh)
    let lines = DiagnosticFormat.text.text(of: report).split(separator: "\n")
    #expect(lines[1] == "  ┌─ a.md:1:5")
    #expect(lines[2] == "1 │ a\\xFF\\xE4\\xBDb")
    #expect(lines[3] == "  │              ━")
  }

  @Test func messagesLabelsHelpAndPathsAreEscaped() throws {
    let bad = "\u{1B}]0;x\u{7}\n"
    let sample = try FindingSample(("a\u{1B}.md", "⟦x⟧\n"))
    let local = LocalText(zh: bad, en: bad)
    let finding = Diagnostic.sample(
      sample.place(0), zh: bad, en: bad, label: local, related: [.init(sample.place(0), local)], help: local)
    let text = DiagnosticFormat.text.text(of: sample.report([finding]))
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("a\\u{1B}.md:1:1"))
    #expect(text.components(of: "\\u{1B}]0;x\\u{7}\\u{A}") == 4)
  }

  @Test func aRangeOfSeveralLinesShowsItsFirstAndWhereItEnds() throws {
    let sample = try FindingSample(("a.md", "a ⟦b\nc\nd⟧ e\n"))
    let finding = Diagnostic.sample(sample.place(0), label: LocalText(zh: "表格", en: "table"))
    let chinese = DiagnosticFormat.text.text(of: sample.report([finding])).split(separator: "\n")
    #expect(chinese[3] == "  │   ━ 表格（到第 3 行）")
    let english = DiagnosticFormat.text.text(of: sample.report([finding], language: .en)).split(separator: "\n")
    #expect(english[3] == "  │   ━ table (to line 3)")
  }

  @Test(arguments: [30, 40, 80, 120])
  func linesAreCutAroundTheMarkToTheWidthOfTheTerminal(width: Int) throws {
    let filler = String(repeating: "季度目标 abc ", count: 400)
    for marked in ["\(filler)⟦500万元⟧\(filler)", "⟦500万元⟧\(filler)", "\(filler)⟦500万元⟧", "⟦\(filler)⟧"] {
      let sample = try FindingSample(("a.md", marked))
      let finding = Diagnostic.sample(sample.place(0), label: LocalText(zh: "季度目标", en: "target"))
      let text = DiagnosticFormat.text.text(of: sample.report([finding], style: OutputStyle(width: width)))
      let lines = text.split(separator: "\n")
      for line in lines where line.contains("│") { #expect(DisplayWidth.of(String(line)) <= width) }
      #expect(DisplayWidth.of(String(lines[2])) >= width - 3, "as much as fits is shown")
      #expect(lines[2].contains("…"))
      #expect(marked.hasPrefix("⟦季") || lines[2].contains("500万元"))
    }
  }

  @Test func coloursAreWrittenOnlyWhenAskedFor() throws {
    let (sample, finding) = try Self.sumMismatch()
    let plain = DiagnosticFormat.text.text(of: sample.report([finding]))
    let coloured = DiagnosticFormat.text.text(of: sample.report([finding], style: OutputStyle(hasColours: true)))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[sum-mismatch]\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[31m━━━━━━━ 季度目标\u{1B}[0m"))
    #expect(coloured.withoutColours == plain)
  }

  @Test func errorsStandFirstOnlyWhenAskedFor() throws {
    let sample = try FindingSample(("a.md", "⟦a⟧\n⟦b⟧\n⟦c⟧\n⟦d⟧\n"))
    let severities: [Severity] = [.info, .error, .warning, .error]
    let findings = severities.enumerated().map { Diagnostic.sample(sample.place($0.offset), $0.element) }
    func heads(_ order: DiagnosticReport.Order) -> [String] {
      DiagnosticFormat.text.text(of: sample.report(findings, order: order)).split(separator: "\n")
        .filter { $0.contains("┌─") }.map { String($0.suffix(3)) }
    }
    #expect(heads(.data) == ["1:1", "2:1", "3:1", "4:1"])
    #expect(heads(.worstFirst) == ["2:1", "4:1", "3:1", "1:1"])
  }

  @Test(arguments: [
    (0, 0, 0, 0, 1, "没有发现问题，检查了 1 个文件", "no problems found in 1 file"),
    (0, 0, 0, 2, 39, "没有发现问题（已忽略 2 处），检查了 39 个文件", "no problems found (2 suppressed) in 39 files"),
    (3, 2, 0, 1, 39, "发现 3 个错误、2 个警告（已忽略 1 处），检查了 39 个文件", "found 3 errors and 2 warnings (1 suppressed) in 39 files"),
    (1, 1, 1, 0, 2, "发现 1 个错误、1 个警告、1 个提示，检查了 2 个文件", "found 1 error, 1 warning and 1 info in 2 files"),
  ])
  func summary(_ errors: Int, _ warnings: Int, _ infos: Int, _ suppressed: Int, _ files: Int, zh: String, en: String) {
    let summary = DiagnosticReport.Summary(
      files: files, errors: errors, warnings: warnings, infos: infos, suppressed: suppressed)
    #expect(summary.line(in: .zh) == zh)
    #expect(summary.line(in: .en) == en)
  }

  @Test(.timeLimit(.minutes(1)))
  func tenThousandFindingsOnOneLineOfTwoMegabytesAreWrittenInNoTime() {
    let bytes = Array(String(repeating: "季度目标 500万元；", count: 80_000).utf8)
    let file = SourceFile(id: FileID(0), path: "a.md", bytes: bytes)
    let findings = (0..<10_000).map { index in
      Diagnostic.sample(SourceRange(file: FileID(0), start: 13 + 25 * 8 * index, end: 16 + 25 * 8 * index))
    }
    let report = DiagnosticReport(
      findings: findings, files: SourceFiles([file]), summary: .init(of: findings, files: 1, suppressed: 0),
      language: .zh, style: OutputStyle(width: 80))
    let clock = ContinuousClock()
    let time = clock.measure {
      for format in DiagnosticFormat.all {
        // GitHub keeps ten annotations of a level.
        #expect(format.text(of: report).utf8.count > (format.id == "github" ? 800 : 100_000), "\(format.id)")
      }
    }
    #expect(time < .seconds(40))
  }
}

extension String {
  /// How often `part` stands in the text.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  fileprivate var withoutColours: String {
    replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}
