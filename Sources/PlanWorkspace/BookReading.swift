import Dispatch
package import PlanModel
package import PlanRules
package import PlanSource
package import PlanSyntax
import Synchronization

/// A book as it was read: its facts, and what the rules found in it.
package struct BookReading: Sendable {
  package let book: PlanBook
  /// Findings in report order, suppressed ones left out.
  package let findings: [Diagnostic]
  package let suppressed: [Diagnostic]
  /// Files that could not be read.
  package let failures: [WorkspaceError]
  /// Plans that were read, in report order.
  package let plans: [FileID]

  package var planCount: Int { plans.count }
}

extension Workspace {
  /// Reads every plan, on all cores, and runs the rules over them; without rules only the facts are read.
  ///
  /// - Parameter keep: Called for each file while its tree is in memory, on any thread.
  package func read(
    rules selection: RuleSelection?, today: Day, keep: (@Sendable (PlanFile) -> Void)? = nil
  ) -> BookReading {
    let context = BookContext(settings: settings, organization: organization())
    let ruleContext = RuleContext(
      book: context, today: today, profile: selection?.profile ?? .core, workers: AllCores())
    let linter = selection.map { Linter($0, ruleContext) }
    var names = plans
    if planbook != nil {
      let place = names.firstIndex { BookFinder.planbookName.lexicographicallyPrecedes($0) }
      names.insert(BookFinder.planbookName, at: place ?? names.endIndex)
    }
    let (outcomes, gathered) = readFiles(names, context, linter, keep)
    let (facts, dimensions) = GatheredFacts.together(gathered)
    let book = PlanBook(
      context: context, files: outcomes.map(\.summary), facts: facts, dimensions: dimensions, today: today,
      workers: AllCores())
    return finish(book, names, outcomes, linter, selection)
  }

  /// What became of one file.
  private struct Outcome: Sendable {
    var summary: PlanBook.FileSummary
    var findings: [Diagnostic] = []
    var failure: WorkspaceError?
  }

  private func readFiles(
    _ names: [[UInt8]], _ context: BookContext, _ linter: Linter?, _ keep: (@Sendable (PlanFile) -> Void)?
  ) -> ([Outcome], [GatheredFacts]) {
    let next = Atomic<Int>(0)
    let collected = Mutex<(outcomes: [(index: Int, outcome: Outcome)], facts: [GatheredFacts])>(([], []))
    let workers = max(1, min(ProcessorCount.available, names.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var mine: [(index: Int, outcome: Outcome)] = []
      var facts = GatheredFacts()
      while true {
        // A handful at a time keeps the counter cool; the files of a folder stay together.
        let start = next.wrappingAdd(Self.batch, ordering: .relaxed).oldValue
        guard start < names.count else { break }
        for index in start..<min(start + Self.batch, names.count) {
          mine.append((index, readFile(names[index], index, context, linter, keep, &facts)))
        }
      }
      collected.withLock { all in
        all.outcomes += mine
        all.facts.append(facts)
      }
    }
    return collected.withLock { all in
      (all.outcomes.sorted { $0.index < $1.index }.map(\.outcome), all.facts)
    }
  }

  private static var batch: Int { 16 }

  private func readFile(
    _ name: [UInt8], _ index: Int, _ context: BookContext, _ linter: Linter?, _ keep: (@Sendable (PlanFile) -> Void)?,
    _ facts: inout GatheredFacts
  ) -> Outcome {
    let id = FileID(index)
    if let planbook, name == BookFinder.planbookName {
      return Outcome(summary: .init(other: SourceFile(id: id, path: PathBytes.shown(name), bytes: planbook.bytes)))
    }
    let source: SourceFile
    do throws(WorkspaceError) {
      source = SourceFile(id: id, path: PathBytes.shown(name), bytes: try read(name))
    } catch {
      return Outcome(
        summary: .init(other: SourceFile(id: id, path: PathBytes.shown(name), bytes: [])), failure: error)
    }
    let file = FactReader.read(source, in: context)
    keep?(file)
    facts.add(file)
    return Outcome(summary: .init(file), findings: linter?.check(file) ?? [])
  }

  private func finish(
    _ book: PlanBook, _ names: [[UInt8]], _ outcomes: [Outcome], _ linter: Linter?, _ selection: RuleSelection?
  ) -> BookReading {
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    if let linter, let selection {
      let byFile = linter.check(book, adding: outcomes.map(\.findings))
      let suppressor = Suppressor(selection)
      for (index, outcome) in outcomes.enumerated() {
        let found = adjusted(byFile[index] + planbookFindings(index, names, linter), outcome.summary.source)
        let result = suppressor.apply(outcome.summary.suppressions, to: found, in: outcome.summary.source)
        kept += result.kept
        suppressed += result.suppressed
      }
    }
    kept.sort(by: Diagnostic.inReportOrder)
    suppressed.sort(by: Diagnostic.inReportOrder)
    return BookReading(
      book: book, findings: kept, suppressed: suppressed, failures: failures + outcomes.compactMap(\.failure),
      plans: outcomes.indices.filter {
        outcomes[$0].failure == nil && (planbook == nil || names[$0] != BookFinder.planbookName)
      }.map(FileID.init))
  }

  /// Findings with the severities that the book sets for their file.
  private func adjusted(_ findings: [Diagnostic], _ file: SourceFile) -> [Diagnostic] {
    guard !settings.rules.paths.isEmpty else { return findings }
    return findings.compactMap { finding in
      switch settings.rules.level(of: finding.rule, in: file.path) {
      case .off?: return nil
      case .on(let severity)?:
        var changed = finding
        changed.severity = severity
        return changed
      case nil: return finding
      }
    }
  }

  private func planbookFindings(_ index: Int, _ names: [[UInt8]], _ linter: Linter) -> [Diagnostic] {
    guard let planbook, names[index] == BookFinder.planbookName,
      let weight = linter.selection.weight(of: Rule.unknownKey.id)
    else { return [] }
    let keys: [(key: String, nearest: String?, place: Range<Int>)] = planbook.problems.compactMap { problem in
      guard case .unknownKey(let key, let nearest) = problem.kind else { return nil }
      return (key, nearest, problem.range)
    }
    let overrides = settings.rules.severity + settings.rules.paths.flatMap(\.severity)
    let rules = overrides.map { (key: $0.rule.description, place: $0.place) }.filter { !Rule.isKnown($0.key) }
      .map { ($0.key, NearestWord.nearest(to: $0.key, in: Rule.all.map(\.id.description)), $0.place) }
    return (keys + rules).map { key, nearest, place in
      Diagnostic(
        rule: Rule.unknownKey.id, severity: weight.severity(), range: SourceRange(file: FileID(index), place),
        message: .unknownKey(key, nearest: nearest),
        help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") })
    }
  }
}

extension Workspace {
  /// Reads one plan with everything that the book knows.
  package func readOne(_ path: String) throws(WorkspaceError) -> (PlanFile, BookContext) {
    let context = BookContext(settings: settings, organization: organization())
    guard let real = Disk.realPath(Array(path.utf8)) else { throw .notFound(path: path) }
    let relative = Array(real.dropFirst(root.count + (root.last == UInt8(ascii: "/") ? 0 : 1)))
    let source = SourceFile(id: FileID(0), path: PathBytes.shown(relative), bytes: try read(relative))
    return (FactReader.read(source, in: context), context)
  }
}
