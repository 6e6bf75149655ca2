import ArgumentParser
import PlanModel
import PlanOutput
import PlanProgram
import PlanRules
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `planlint check`: report what is wrong in a book, a folder or files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report what is wrong in plans (the default command).",
    discussion: """
      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done.
      """)

  @Argument(help: "A book, a folder of it, or plan files (default: the book around the current folder).")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "How findings are written: \(DiagnosticFormat.all.map(\.id).joined(separator: ", ")). Repeatable; "
        + "FORMAT=FILE writes to a file. Default: text, in GitHub Actions github.",
      valueName: "format[=file]"))
  var format: [String] = []

  @Flag(help: "Write how often each rule speaks in place of single findings.")
  var statistics = false

  @OptionGroup var rules: RuleOptions

  @OptionGroup var fixes: FixOptions

  @OptionGroup var baselines: BaselineOptions

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "Report only on files that changed since a git revision, such as HEAD or origin/main.", valueName: "revision"))
  var since: String?

  @Option(help: "The least severity that makes the exit status 1.")
  var failOn: FailOn = .error

  @Option(help: "Language of messages: zh or en.")
  var lang: Language?

  @Option(help: "The day to work with, such as 2026-04-15.")
  var today: Day?

  @Option(help: "Write at most so many findings; all are counted.")
  var maxFindings: Int?

  @Flag(help: "Write findings only, no summary.")
  var quiet = false

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    /// The least severity that fails the run.
    var least: Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .never: nil
      }
    }
  }

  func run() throws {
    var workspace = try input.open(paths, lang)
    let language = Console.language(lang, workspace)
    var outputs = try FindingOutputs(format, statistics: statistics, language)
    try fixes.check(language)
    let selection = try rules.selection(workspace, language)
    let baseline = try baselines.read(language)
    if let since { workspace = try changes(in: workspace, since: since, language) }
    for note in workspace.notes { Console.note(note[language]) }
    let day = Console.today(today, workspace)
    var reading = workspace.read(rules: selection, today: day)
    for failure in reading.failures { Console.note(failure.message[language]) }
    var isWritten = true
    if fixes.isAsked {
      let outcome = fixes.mend(workspace, reading, selection, day)
      if fixes.diff { return try fixes.show(outcome, language, isQuiet: quiet) }
      if workspace.input == nil {
        isWritten = fixes.write(outcome, language, isQuiet: quiet)
      } else {
        fixes.print(outcome, language, isQuiet: quiet)
        outputs.leavesStdout = true
      }
      reading = outcome.reading
    }
    let known = baselines.apply(baseline, to: reading, selection, isLoneFile: workspace.isLoneFile, language)
    if known?.isWritten == false { isWritten = false }
    let findings = (known?.new ?? reading.findings).filter { reading.concerns($0, workspace.named) }
    try write(findings, known, reading, workspace, outputs, language)
    if !reading.failures.isEmpty || !isWritten { throw Outcome.cannotRun }
    if fails(findings) { throw Outcome.findings }
  }

  // MARK: Options

  private func changes(in workspace: Workspace, since revision: String, _ language: Language) throws -> Workspace {
    do throws(WorkspaceError) {
      return try workspace.changed(since: revision)
    } catch {
      throw Program.stopped(error.message, language)
    }
  }

  // MARK: Results

  private func write(
    _ findings: [Diagnostic], _ known: BaselineOptions.Outcome?, _ reading: BookReading, _ workspace: Workspace,
    _ outputs: FindingOutputs, _ language: Language
  ) throws {
    let suppressed = reading.suppressed.filter { reading.concerns($0, workspace.named) }
    let files = workspace.named?.count ?? reading.planCount
    let summary = DiagnosticReport.Summary(
      of: findings, files: files, suppressed: suppressed.count,
      baseline: known.map { outcome in
        .init(
          known: outcome.known.count { reading.concerns($0, workspace.named) },
          stale: outcome.stale.reduce(0) { $0 + $1.known - $1.found })
      })
    let shown = maxFindings.map { Array(findings.prefix(max(0, $0))) } ?? findings
    let sources = SourceFiles(
      reading.book.files.map(\.source), path: { workspace.shownPath($0) }, repositoryPath: workspace.repositoryPath)
    let cells = FindingCells(reading.book)
    let run = DiagnosticReport.Run(
      version: Program.version, checked: reading.checked(workspace.named), failsFrom: failOn.least,
      cell: { cells.identity(of: $0) })
    try outputs.write { style, isWhole in
      DiagnosticReport(
        findings: isWhole ? findings : shown, suppressed: suppressed, files: sources, summary: summary,
        language: language, style: style,
        order: files == 1 ? .worstFirst : .data, showsSummary: !quiet, run: run)
    }
    let omitted = findings.count - shown.count
    if omitted > 0 {
      Console.note(
        LocalText(
          zh: "另有 \(omitted) 个问题没有列出（--max-findings \(shown.count)）",
          en:
            "\(omitted) more \(omitted == 1 ? "finding is" : "findings are") not listed (--max-findings \(shown.count))"
        )[
          language])
    }
  }

  private func fails(_ findings: [Diagnostic]) -> Bool {
    guard let least = failOn.least else { return false }
    return findings.contains { $0.severity >= least }
  }
}

extension BookReading {
  /// Whether a finding is about one of the files that were named: by its place, or by any related one.
  fileprivate func concerns(_ finding: Diagnostic, _ named: Set<String>?) -> Bool {
    guard let named else { return true }
    let places = [finding.range] + finding.related.map(\.range)
    return places.contains { named.contains(book.files[Int($0.file.index)].source.path) }
  }

  /// The plans that were checked: the named ones, or all.
  fileprivate func checked(_ named: Set<String>?) -> [FileID] {
    plans.filter { named?.contains(book.files[Int($0.index)].source.path) ?? true }
  }
}
