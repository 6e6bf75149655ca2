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
    let ruleContext = RuleContext(book: context, today: today, workers: AllCores())
    let linter = selection.map { Linter($0, ruleContext) }
    var names = plans
    if planbook != nil {
      names.append(BookFinder.planbookName)
      names.sort { $0.lexicographicallyPrecedes($1) }
    }
    let outcomes = readFiles(names, context, linter, keep)
    return assemble(names, outcomes, context, linter, selection, today)
  }

  /// What became of one file.
  private struct Outcome: Sendable {
    var summary: PlanBook.FileSummary
    var facts: [Fact] = []
    var dimensions = DimensionTable()
    var findings: [Diagnostic] = []
    var failure: WorkspaceError?
  }

  private func readFiles(
    _ names: [[UInt8]], _ context: BookContext, _ linter: Linter?, _ keep: (@Sendable (PlanFile) -> Void)?
  ) -> [Outcome] {
    let next = Atomic<Int>(0)
    let collected = Mutex<[(index: Int, outcome: Outcome)]>([])
    let workers = max(1, min(ProcessorCount.available, names.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var mine: [(index: Int, outcome: Outcome)] = []
      while true {
        // A handful at a time keeps the counter cool; the files of a folder stay together.
        let start = next.wrappingAdd(Self.batch, ordering: .relaxed).oldValue
        guard start < names.count else { break }
        for index in start..<min(start + Self.batch, names.count) {
          mine.append((index, readFile(names[index], index, context, linter, keep)))
        }
      }
      collected.withLock { $0 += mine }
    }
    return collected.withLock { $0.sorted { $0.index < $1.index }.map(\.outcome) }
  }

  private static var batch: Int { 16 }

  private func readFile(
    _ name: [UInt8], _ index: Int, _ context: BookContext, _ linter: Linter?, _ keep: (@Sendable (PlanFile) -> Void)?
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
    return Outcome(
      summary: .init(file), facts: file.facts, dimensions: file.dimensions, findings: linter?.check(file) ?? [])
  }

  private func assemble(
    _ names: [[UInt8]], _ outcomes: [Outcome], _ context: BookContext, _ linter: Linter?,
    _ selection: RuleSelection?, _ today: Day
  ) -> BookReading {
    var dimensions = DimensionTable()
    var facts: [Fact] = []
    facts.reserveCapacity(outcomes.reduce(0) { $0 + $1.facts.count })
    for outcome in outcomes {
      let first = facts.count
      facts += outcome.facts
      // Every table begins with the set of no restriction.
      guard outcome.dimensions.count > 1 else { continue }
      let sets = dimensions.merge(outcome.dimensions)
      for index in first..<facts.count {
        facts[index].dimensions = sets[Int(facts[index].dimensions.index)]
      }
    }
    let book = PlanBook(
      context: context, files: outcomes.map(\.summary), facts: facts, dimensions: dimensions, today: today)
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    if let linter, let selection {
      var byFile = outcomes.map(\.findings)
      for finding in linter.check(book) { byFile[Int(finding.range.file.index)].append(finding) }
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
      let severity = linter.selection.severity(of: Rule.unknownKey.id)
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
        rule: Rule.unknownKey.id, severity: severity, range: SourceRange(file: FileID(index), place),
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
