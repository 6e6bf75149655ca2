import Foundation
import PlanModel
import PlanSource
import PlanSyntax
import Testing

/// The language reference cannot lie: every plan in it is read, and gives exactly the facts and actions listed under it.
@Suite struct LanguageReferenceTests {
  static let pages = ["docs/language.md", "docs/zh/language.md"].map { LanguagePage($0) }

  @Test(arguments: pages) func everyPlanIsFollowedByItsFacts(_ page: LanguagePage) {
    #expect(page.problems == [])
    #expect(page.settings != nil)
    #expect(page.examples.count >= 30)
  }

  @Test(arguments: pages.flatMap { page in page.examples.map { (page, $0) } })
  func plansGiveTheListedFacts(_ page: LanguagePage, _ example: LanguagePage.Example) throws {
    let settings = try #require(example.ownSettings ?? page.settings)
    let organization = try #require(settings.organization ?? page.settings?.organization)
    let context = BookContext(settings: settings, organization: organization)
    let source = SourceFile(id: FileID(0), path: example.path, bytes: Array(example.plan.utf8))
    let read = FactLines(FactReader.read(source, in: context), context).lines
    let page = example.facts.joined(separator: "\n")
    #expect(read == example.facts, "\n\(example.plan)--- page\n\(page)\n--- read\n\(read.joined(separator: "\n"))")
  }

  @Test func theFactsOfAPlanAreWrittenOneALine() throws {
    let page = LanguagePage(
      name: "p.md",
      text: """
        ```yaml planbook.yml
        organization: {A: {members: [王芳]}}
        ```
        ~~~plan path=王芳/2026.md
        x
        ~~~
        ```facts

        b   2026 target 1 CNY
        ```
        """)
    #expect(page.problems == [])
    let example = try #require(page.examples.first)
    #expect(example.path == "王芳/2026.md")
    #expect(example.plan == "x\n")
    #expect(example.facts == ["b 2026 target 1 CNY"])
    #expect(LanguagePage(name: "p.md", text: "```plan\nx\n```\n").problems == ["p.md:1: a plan without facts"])
    #expect(LanguagePage(name: "p.md", text: "```plan\nx\n").problems == ["p.md:1: a fence without end"])
  }
}

/// A page of `docs/` with its plans and what they give.
struct LanguagePage: Sendable, CustomTestStringConvertible {
  struct Example: Sendable, CustomTestStringConvertible {
    /// `docs/language.md:120`, where the plan's fence opens.
    let place: String
    let path: String
    let plan: String
    /// Settings that hold for this plan alone.
    let ownSettings: BookSettings?
    var facts: [String] = []

    var testDescription: String { place }
  }

  let name: String
  /// The book that the page's plans stand in.
  private(set) var settings: BookSettings?
  private(set) var examples: [Example] = []
  private(set) var problems: [String] = []

  var testDescription: String { name }

  /// - Parameter path: From the repository's root.
  init(_ path: String) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    self.init(name: path, text: (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? "")
  }

  init(name: String, text: String) {
    self.name = name
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var waiting: Example?
    // Settings that hold for one plan.
    var next: BookSettings?
    var index = 0
    while index < lines.count {
      let place = "\(name):\(index + 1)"
      guard let fence = Fence(lines[index]) else {
        index += 1
        continue
      }
      guard let end = lines[(index + 1)...].firstIndex(where: { fence.isClosed(by: $0) }) else {
        problems.append("\(place): a fence without end")
        return
      }
      let body = lines[(index + 1)..<end]
      index = end + 1
      if fence.words.first != "facts", let lonely = waiting {
        problems.append("\(lonely.place): a plan without facts")
        waiting = nil
      }
      switch fence.words.first {
      case "yaml" where fence.words.contains("planbook.yml"):
        let read = BookSettings.read(Array(body.joined(separator: "\n").utf8).span).settings
        if read == nil { problems.append("\(place): a planbook.yml with errors") }
        if fence.words.contains("next") { next = read } else { settings = read }
      case "plan":
        let path = fence.words.first { $0.hasPrefix("path=") }.map { String($0.dropFirst(5)) } ?? "2026.md"
        waiting = Example(place: place, path: path, plan: body.map { $0 + "\n" }.joined(), ownSettings: next)
        next = nil
      case "facts":
        guard var example = waiting else {
          problems.append("\(place): facts without a plan")
          continue
        }
        example.facts = body.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        examples.append(example)
        waiting = nil
      default: break
      }
    }
    if let lonely = waiting { problems.append("\(lonely.place): a plan without facts") }
  }

  private struct Fence {
    let marker: Substring
    let words: [Substring]

    init?(_ line: String) {
      guard let sign = line.first, sign == "`" || sign == "~" else { return nil }
      marker = line.prefix { $0 == sign }
      guard marker.count >= 3 else { return nil }
      words = line.dropFirst(marker.count).split(separator: " ")
    }

    func isClosed(by line: String) -> Bool { line.hasPrefix(marker) && line.allSatisfy { $0 == marker.first } }
  }
}

/// Facts and actions as the reference writes them: `bookings 2026-Q1 target 5000000 CNY owner=王芳 industry=医疗`.
struct FactLines {
  private let file: PlanFile
  private let book: BookContext

  init(_ file: PlanFile, _ book: BookContext) {
    self.file = file
    self.book = book
  }

  var lines: [String] {
    file.facts.sorted { $0.range.start < $1.range.start }.map(line) + file.actions.map(line)
  }

  // MARK: Facts

  private func line(_ fact: Fact) -> String {
    let metric = fact.metric.map { book.registry[$0].id } ?? "?" + word(fact.extras?.metricName ?? "")
    let tier = fact.tier == .target ? "" : "/\(fact.tier)"
    let words = [metric, period(fact), "\(fact.layer)\(tier)", value(fact), unit(fact.unit)]
    return (words + attributes(fact)).joined(separator: " ")
  }

  private func period(_ fact: Fact) -> String {
    switch fact.period {
    case .known(let period): period.id(in: book.fiscal)
    case .words: "?" + word(fact.extras?.periodWords ?? "")
    case .missing: "?"
    }
  }

  private func value(_ fact: Fact) -> String {
    let sign =
      switch fact.comparator {
      case .equal: ""
      case .atLeast: ">="
      case .atMost: "<="
      case .moreThan: ">"
      case .lessThan: "<"
      }
    let upper = fact.extras?.upper.map { "..\($0)" } ?? ""
    return "\(sign)\(fact.isApproximate ? "~" : "")\(fact.value)\(upper)"
  }

  private func unit(_ unit: FactUnit) -> String {
    switch unit {
    case .money(let currency): "\(currency)"
    case .count: "count"
    case .percent: "percent"
    case .points: "points"
    case .days: "days"
    case .hours: "hours"
    case .unknown: "?"
    }
  }

  private func attributes(_ fact: Fact) -> [String] {
    var words: [String] = []
    if let owner = fact.owner, !book.organization.roots.contains(owner) {
      words.append("owner=\(word(book.organization[owner].name))")
    }
    if fact.owner == nil { words.append("owner=?\(word(fact.extras?.ownerName ?? ""))") }
    for dimension in file.dimensions[fact.dimensions] {
      words.append("\(book.settings.dimensions[dimension.axis].id)=\(word(dimension.value))")
    }
    switch fact.form {
    case .amount, .range: break
    case .delta: words.append("change")
    case .multiple: words.append("times")
    case .rate: words.append("every=\(fact.extras?.every.map { "\($0)" } ?? "?")")
    }
    if let probability = fact.extras?.probability { words.append("probability=\(probability)") }
    if fact.isToDate { words.append("to-date") }
    if fact.standing == .entry { words.append("entry") }
    return words
  }

  // MARK: Actions

  private func line(_ action: Action) -> String {
    var words = ["action", action.isDone.map { $0 ? "done" : "open" } ?? "-"]
    for owner in action.owners {
      let name = file.source.text(owner.bytes)
      words.append("owner=\(word(name.hasPrefix("@") ? String(name.dropFirst()) : name))")
    }
    if let start = action.start { words.append("start=\(day(start))") }
    if let due = action.due { words.append("due=\(day(due))") }
    if action.isCarriedOver { words.append("carried-over") }
    return words.joined(separator: " ")
  }

  private func day(_ due: Action.Due) -> String {
    due.period.map { $0.id(in: book.fiscal) } ?? "?" + word(file.source.text(due.range.bytes))
  }

  /// Blanks inside a name would end it.
  private func word(_ text: String) -> String { text.split(separator: " ").joined(separator: "_") }
}
