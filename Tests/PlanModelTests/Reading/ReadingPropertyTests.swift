import Foundation
import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// What holds for every plan that people wrote: the sample book, and the plans with marks.
@Suite struct ReadingPropertyTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    let path: String
    let bytes: [UInt8]
    let context: BookContext

    var testDescription: String { path }

    func read(_ count: Int? = nil) -> PlanFile {
      let source = SourceFile(id: FileID(0), path: path, bytes: Array(bytes.prefix(count ?? bytes.count)))
      return FactReader.read(source, in: context)
    }
  }

  static let plans: [Plan] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let book = root.appending(path: "plans")
    let planbook = (try? Array(Data(contentsOf: book.appending(path: "planbook.yml")))) ?? []
    let settings = BookSettings.read(planbook.span).settings ?? BookSettings()
    return plans(below: book, settings)
      + plans(below: root.appending(path: "Tests/CommandTests/MarkedPlans"), BookSettings())
  }()

  private static func plans(below folder: URL, _ settings: BookSettings) -> [Plan] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    // Shared by all plans: the words of a book are put together once.
    let context = BookContext(
      settings: settings, organization: settings.organization ?? Organization.fromFolders([], rootName: "x"))
    return names.filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = (try? Array(Data(contentsOf: folder.appending(path: name)))) ?? []
      return Plan(path: name, bytes: bytes, context: context)
    }
  }

  @Test func thereArePlans() { #expect(Self.plans.count > 40) }

  /// A plan is read while it is typed: after every line it is a plan like any other.
  @Test(arguments: plans) func everyPrefixThatEndsALineIsRead(_ plan: Plan) {
    for end in plan.bytes.indices where plan.bytes[end] == 0x0A || end + 1 == plan.bytes.count {
      let problems = RangeProblems(plan.read(end + 1)).problems
      #expect(problems.isEmpty, "up to byte \(end): \(problems.prefix(3))")
    }
  }

  /// Reading the place of a number again, without what stands around it, gives the same number.
  @Test(arguments: plans) func theSliceOfANumberReadsAsThatNumber(_ plan: Plan) {
    let file = plan.read()
    for token in file.tree.tokens where token.kind == .quantity {
      var text = InlineText()
      text.load(plan.bytes.span, range: token.range)
      let again = QuantityReader().read(text.bytes.span, at: 0, end: text.bytes.count)
      guard case .quantity(let quantity)? = again?.value else {
        Issue.record("`\(file.source.text(token.range))` reads as nothing")
        continue
      }
      let first = file.tree.quantities[Int(token.value)]
      #expect(again?.end == text.bytes.count)
      #expect(quantity.value == first.value && quantity.unit == first.unit && quantity.form == first.form)
    }
  }

  /// A number of a target section is a fact, or is accounted for with a reason.
  @Test(arguments: plans) func everyNumberOfATargetSectionIsAccountedFor(_ plan: Plan) {
    let file = plan.read()
    let facts = Dictionary(grouping: file.facts, by: \.range.start)
    let unplaced = Dictionary(grouping: UnplacedNumber.all(in: file), by: \.range.start)
    let assertions = Set(file.assertions.map(\.range.start))
    let sections = SectionsByPlace(file)
    for token in file.tree.tokens where token.kind == .quantity {
      let text = "`\(file.source.text(token.range))` at byte \(token.start)"
      let fate = file.fates[Int(token.value)]
      #expect((facts[token.start]?.count ?? 0) == (fate == .fact ? 1 : 0), "\(text) is \(fate)")
      if assertions.contains(token.start) { #expect(fate == .derived, "\(text) is \(fate)") }
      guard sections.isTargetLike(at: Int(token.start)) else {
        #expect(unplaced[token.start] == nil, "\(text) stands in no target section")
        continue
      }
      // What is kept with another number is no number of its own.
      let isListed = fate != .fact && fate != .attribute
      #expect((unplaced[token.start]?.count ?? 0) == (isListed ? 1 : 0), "\(text) is \(fate)")
      if let number = unplaced[token.start]?.first {
        #expect(number.fate == fate && !number.fate.reason.zh.isEmpty && !number.fate.reason.en.isEmpty)
      }
    }
  }
}

/// The kind of section that a place stands in, found from the headings alone.
private struct SectionsByPlace {
  private var starts: [(offset: Int, kind: SectionKind?)] = []

  init(_ file: PlanFile) {
    for element in file.tree.elements {
      starts.append((Int(element.phrase.start), file.contexts[Int(element.section)].section))
    }
  }

  func isTargetLike(at offset: Int) -> Bool {
    switch starts.last(where: { $0.offset <= offset })?.kind {
    case .targets?, .breakdown?, .tenDay?, .week?, .day?, .products?, .forecast?, .customers?, .stages?, .review?: true
    default: false
    }
  }
}

/// Ranges of a file that are none.
private struct RangeProblems {
  private(set) var problems: [String] = []
  private let bytes: [UInt8]

  init(_ file: PlanFile) {
    bytes = file.source.bytes
    for block in file.tree.document.blocks { check("block", Int(block.start), Int(block.end)) }
    for element in file.tree.elements { check("element", Int(element.phrase.start), Int(element.phrase.end)) }
    for token in file.tree.tokens { check("token", Int(token.start), Int(token.end)) }
    for table in file.tree.tables {
      for cell in table.cells { check("cell", Int(cell.start), Int(cell.end)) }
    }
    for problem in file.tree.problems { check("problem", problem.range.lowerBound, problem.range.upperBound) }
    for fact in file.facts { check("fact", Int(fact.range.start), Int(fact.range.end)) }
    for assertion in file.assertions { check("assertion", Int(assertion.range.start), Int(assertion.range.end)) }
    for action in file.actions {
      for range in [action.range, action.text] + action.owners { check("action", Int(range.start), Int(range.end)) }
    }
  }

  private mutating func check(_ what: String, _ start: Int, _ end: Int) {
    if start <= end, end <= bytes.count, isBoundary(start), isBoundary(end) { return }
    problems.append("\(what) \(start)..<\(end)")
  }

  /// Whether no character goes on at an offset.
  private func isBoundary(_ offset: Int) -> Bool { offset >= bytes.count || bytes[offset] & 0xC0 != 0x80 }
}
