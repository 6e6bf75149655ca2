import PlanModel
import PlanRules
import PlanSource
import PlanTestSupport
import Testing

/// What holds for the fixes of every rule's examples, whoever wrote them.
@Suite struct FileFixerTests {
  private static let fixable = RuleExample.bad.filter { it in
    (try? it.findings(in: it.book).contains { !$0.fixes.isEmpty }) ?? false
  }

  private static let changes: [(name: String, change: @Sendable (ExampleBook.File) -> ExampleBook.File)] = [
    ("as it stands", { $0 }), ("CRLF", { $0.replacingLineEnds(by: [0x0D, 0x0A]) }),
    ("lone CR", { $0.replacingLineEnds(by: [0x0D]) }), ("a byte order mark", { $0.inserting("\u{FEFF}", at: 0) }),
  ]

  @Test(arguments: fixable, 0..<changes.count)
  func safeFixesKeepTheMeaningAndComeToAnEnd(_ it: RuleExample, _ change: Int) throws {
    let book = it.book.mappingFiles(Self.changes[change].change)
    let mended = try Self.mend(book, it, allowsUnsafe: false)
    for (before, after) in zip(book.files, mended.book.files) {
      #expect(Self.lineEnds(after.bytes).isSubset(of: Self.lineEnds(before.bytes)))
      #expect(after.bytes.starts(with: [0xEF, 0xBB, 0xBF]) == before.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
    let (was, now) = try (book.findings(of: it.selection), mended.book.findings(of: it.selection))
    for (before, after) in zip(was.plans, now.plans) {
      let facts = [before, after].map { plan in plan.facts.map { "\($0.value) \($0.unit) \($0.period)" } }
      #expect(facts[0] == facts[1])
      #expect(before.actions.map(\.isDone) == after.actions.map(\.isDone))
    }
    #expect(try Self.mend(mended.book, it, allowsUnsafe: false).count == 0, "a second time changes nothing")
    let left = now.kept.filter { finding in finding.rule == it.rule.id && finding.fixes.contains { $0.safety == .safe }
    }
    #expect(left.count == mended.refused.count)
  }

  @Test(arguments: fixable) func allFixesLeaveNothingOfTheRule(_ it: RuleExample) throws {
    let mended = try Self.mend(it.book, it, allowsUnsafe: true)
    let left = try it.findings(in: mended.book)
    let without = try it.findings(in: it.book).filter(\.fixes.isEmpty)
    #expect(left.count == without.count)
    #expect(try Self.mend(mended.book, it, allowsUnsafe: true).count == 0)
  }

  private struct Mended {
    var book: ExampleBook
    var count = 0
    var refused: [Diagnostic] = []
  }

  private static func mend(_ book: ExampleBook, _ it: RuleExample, allowsUnsafe: Bool) throws -> Mended {
    var mended = Mended(book: book)
    for _ in 0..<10 {
      let found = try mended.book.findings(of: it.selection)
      mended.refused = []
      var changed: [String: [UInt8]] = [:]
      for plan in found.plans {
        let fixer = FileFixer(plan.source, plan.tree.suppressions, in: book.context, allowsUnsafe: allowsUnsafe)
        let outcome = fixer.mend(found.kept.filter { $0.range.file == plan.id && $0.rule == it.rule.id })
        mended.refused += outcome.refused
        if let bytes = outcome.bytes { changed[plan.source.path] = bytes }
      }
      guard !changed.isEmpty else { break }
      mended.count += changed.count
      mended.book = mended.book.mappingFiles { file in
        changed[file.path].map { ExampleBook.File(path: file.path, bytes: $0) } ?? file
      }
    }
    return mended
  }

  private static func lineEnds(_ bytes: [UInt8]) -> Set<String> {
    var ends: Set<String> = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { ends.insert(index > 0 && bytes[index - 1] == 0x0D ? "CRLF" : "LF") }
      if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A { ends.insert("CR") }
    }
    return ends
  }

  // MARK: The fixer itself

  private static let context = BookContext(
    settings: BookSettings(), organization: Organization.fromFolders([], rootName: ""))

  private static func finding(_ rule: RuleID, _ edits: (Range<Int>, String)..., safety: Fix.Safety = .safe)
    -> Diagnostic
  {
    Diagnostic(
      rule: rule, severity: .error, range: SourceRange(file: FileID(0), edits[0].0), message: Message(zh: "", en: ""),
      fixes: [
        Fix(
          title: LocalText(zh: "改", en: "mend"), safety: safety,
          edits: edits.map { Edit(SourceRange(file: FileID(0), $0.0), $0.1) })
      ])
  }

  private static func fixer(_ text: String, allowsUnsafe: Bool = false) -> (fixer: FileFixer, plan: PlanFile) {
    let source = SourceFile(id: FileID(0), path: "2026-03.md", bytes: Array(text.utf8))
    let plan = FactReader.read(source, in: context)
    return (FileFixer(source, plan.tree.suppressions, in: context, allowsUnsafe: allowsUnsafe), plan)
  }

  @Test func aFixThatChangesAFactIsRefusedAndTheOthersAreMade() {
    let text = "# 2026年3月计划\n\n## 目标\n\n- 签约额：300万元\n- 备注\n- 回款额：20万元\n"
    let place = { (word: String) in
      let bytes = Array(text.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: word.utf8) } ?? 0
      return start..<start + word.utf8.count
    }
    let findings = [
      Self.finding("a", (place("300"), "30")), Self.finding("b", (place("备注"), "说明")),
      Self.finding("c", (place("20"), "21")),
    ]
    let outcome = Self.fixer(text).fixer.mend(findings)
    #expect(outcome.mended.map(\.rule) == ["b"])
    #expect(outcome.refused.map(\.rule).sorted() == ["a", "c"])
    #expect(outcome.bytes == Array(text.replacing("备注", with: "说明").utf8))
    let all = Self.fixer(text, allowsUnsafe: true).fixer.mend(findings)
    #expect(all.bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("签约额：30万元") == true)
  }

  @Test func silencedPlacesAreNotTouched() {
    let text = "备注 <!-- planlint-disable-line a -->\n备注\n"
    let findings = [Self.finding("a", (0..<3, "x")), Self.finding("b", (3..<6, "y"))]
    let outcome = Self.fixer(text).fixer.mend(findings)
    #expect(outcome.mended.map(\.rule) == ["b"])
    // A fix that reaches into a silenced line is not made at all.
    let second = text.utf8.count - 7
    #expect(Self.fixer(text).fixer.mend([Self.finding("a", (second..<second + 3, "x"), (0..<3, "x"))]).bytes == nil)
  }

  @Test func unsafeFixesAndThoseOfOtherFilesAreLeftAlone() {
    let other = Diagnostic(
      rule: "c", severity: .error, range: SourceRange(file: FileID(0), 0..<1), message: Message(zh: "", en: ""),
      fixes: [
        Fix(
          title: LocalText(zh: "", en: ""), safety: .safe,
          edits: [Edit(SourceRange(file: FileID(1), 0..<1), "x")])
      ])
    let findings = [Self.finding("a", (0..<3, "x"), safety: .unsafe), Self.finding("b", (90..<91, "y")), other]
    #expect(Self.fixer("备注\n").fixer.mend(findings).bytes == nil)
  }

  @Test func whereTwoMeetTheFirstWins() {
    let findings = [Self.finding("a", (0..<3, "x")), Self.finding("b", (0..<6, "y")), Self.finding("c", (7..<10, "z"))]
    let outcome = Self.fixer("备注 备注\n").fixer.mend(findings)
    #expect(outcome.mended.map(\.rule) == ["a", "c"])
    #expect(outcome.bytes == Array("x注 z注\n".utf8))
  }
}
