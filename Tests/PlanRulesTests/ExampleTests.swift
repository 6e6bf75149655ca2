import PlanModel
import PlanRules
import PlanSource
import PlanTestSupport
import Testing

/// What every example of every rule is tested for.
@Suite struct ExampleTests {
  @Test(arguments: RuleExample.all)
  func marksAndMessagesHold(_ it: RuleExample) throws {
    let book = it.book
    let found = try it.findings(in: book)
    expect(found, at: book.marks, say: it)
  }

  @Test(arguments: RuleExample.all, ["\r\n", "\r"])
  func lineEndsDoNotMatter(_ it: RuleExample, _ lineEnd: String) throws {
    let book = it.book.mappingFiles { $0.replacingLineEnds(by: Array(lineEnd.utf8)) }
    let found = try it.findings(in: book)
    expect(found, at: book.marks, say: it)
  }

  @Test(arguments: RuleExample.all)
  func textBeforeTheFirstHeadingMovesTheMarks(_ it: RuleExample) throws {
    // Well-formed characters among the bytes of another encoding would change what the file looks like.
    let text = it.rule.id == Rule.invalidEncoding.id ? "Memo.\n\n" : "备忘：𝒜 é 一段与计划无关的话。\n\n"
    let book = it.book.mappingFiles { $0.inserting(text, at: $0.startOfBody) }
    let found = try it.findings(in: book)
    expect(found, at: book.marks, say: it)
  }

  @Test(arguments: RuleExample.bad)
  func fencedCodeIsNotRead(_ it: RuleExample) throws {
    // Bytes that are not UTF-8, and depth, are reported wherever they stand.
    guard it.rule.id != Rule.invalidEncoding.id, it.rule.id != Rule.unreadableFile.id else { return }
    let book = it.book.mappingFiles { file in
      .init(
        path: "notes/\(file.path.filter { $0.isLetter })",
        bytes: Array("~~~~~~\n".utf8) + file.bytes + Array("\n~~~~~~\n".utf8))
    }
    #expect(try it.findings(in: book).isEmpty)
  }

  @Test(arguments: RuleExample.bad.filter(\.isSuppressible))
  func commentsSilence(_ it: RuleExample) throws {
    let book = it.book
    let before = try book.findings(of: it.selection).kept.filter { $0.rule == it.rule.id }
    var index = -1
    let silenced = book.mappingFiles { file in
      index += 1
      let places = before.filter { Int($0.range.file.index) == index }.map(\.range.bytes.lowerBound)
      return places.isEmpty ? file : file.suppressing(it.rule.id.description, at: places)
    }
    let after = try silenced.findings(
      of: RuleSelection(profile: .core, select: [it.rule.id.description, "unused-suppression"]))
    #expect(after.kept.filter { $0.rule == it.rule.id }.isEmpty)
    #expect(after.suppressed.count == before.count)
    let reported = Set(before.map(\.range.file))
    #expect(Set(after.kept.map(\.range.file)).isDisjoint(with: reported), "the suppression counts as used")
  }

  @Test(arguments: RuleExample.all)
  func everyPrefixIsRead(_ it: RuleExample) throws {
    let selection = try it.selection
    let book = it.book
    for (index, file) in book.files.enumerated() {
      for length in file.bytes.indices {
        let prefix = ExampleBook.File(path: file.path, bytes: Array(file.bytes.prefix(length)))
        let found = book.mappingFiles { $0.path == file.path ? prefix : $0 }.fileFindings(of: selection)
        #expect(found.allSatisfy { $0.range.file.index != UInt32(index) || $0.range.end <= length })
      }
    }
  }

  @Test(arguments: RuleExample.bad)
  func fixesMendAndAreStable(_ it: RuleExample) throws {
    let book = it.book
    let before = try book.findings(of: it.selection)
    let found = before.kept.filter { $0.rule == it.rule.id }
    let fixes = found.compactMap(\.fixes.first)
    guard !fixes.isEmpty else { return }
    let mended = book.applying(fixes)
    let after = try mended.findings(of: it.selection)
    let left = after.kept.filter { $0.rule == it.rule.id }
    #expect(left.count == found.count - fixes.count)
    #expect(mended.applying(left.compactMap(\.fixes.first)).files.map(\.bytes) == mended.files.map(\.bytes))
    // What hid a number or a name is gone, so that there may be more facts than before; none is lost or changed.
    if fixes.allSatisfy({ $0.safety == .safe }), it.rule.id != Rule.hiddenCharacter.id {
      #expect(after.plans.map { $0.facts.map(FactInBrief.init) } == before.plans.map { $0.facts.map(FactInBrief.init) })
    }
  }

  @Test(arguments: RuleExample.good)
  func otherCoreRulesAreSilentOnGoodExamples(_ it: RuleExample) throws {
    let found = try it.book.findings(of: RuleSelection(profile: .core))
    let words = found.kept.map { "\($0.rule): \($0.message.text.zh)" }
    #expect(words == [])
  }

  private func expect(_ found: [Diagnostic], at marks: [SourceRange], say it: RuleExample) {
    #expect(found.map(\.range) == marks)
    #expect(found.map { $0.message.text[it.example.language] } == it.example.says)
  }
}

/// A fact without its place.
private struct FactInBrief: Equatable {
  let value: String
  let metric: MetricID?
  let owner: OwnerID?
  let period: FactPeriod
  let layer: String

  init(_ fact: Fact) {
    value = fact.value.description
    metric = fact.metric
    owner = fact.owner
    period = fact.period
    layer = "\(fact.layer) \(fact.tier) \(fact.unit) \(fact.form)"
  }
}
