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

  @Option(help: "How findings are written: text, concise or json; FORMAT=FILE writes to a file.")
  var format: [String] = []

  @Option(help: ArgumentHelp("Only these rules, groups or profiles.", valueName: "rule,…"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave out these rules, groups or profiles.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(help: "core: what any team wants; method: the sales-planning method as well; strict: everything.")
  var profile: Rule.Profile?

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

  enum FailOn: String, ExpressibleByArgument, CaseIterable { case error, warning, info, never }

  func run() throws {
    let workspace = try Program.open(paths, lang)
    let language = Console.language(lang, workspace)
    let outputs = try outputs(language)
    let selection = try selection(workspace, language)
    for note in workspace.notes { Console.note(note[language]) }
    let reading = workspace.read(rules: selection, today: Console.today(today, workspace))
    for failure in reading.failures { Console.note(failure.message[language]) }
    let findings = reading.findings.filter { reading.concerns($0, workspace.named) }
    try write(findings, reading, workspace, outputs, language)
    if !reading.failures.isEmpty { throw Outcome.cannotRun }
    if fails(findings) { throw Outcome.findings }
  }

  // MARK: Options

  private struct Output {
    let format: DiagnosticFormat
    let file: String?
  }

  private func outputs(_ language: Language) throws -> [Output] {
    try (format.isEmpty ? ["text"] : format).map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let format = DiagnosticFormat.named(name) else {
        let known = DiagnosticFormat.all.map(\.id).joined(separator: ", ")
        Console.note(
          LocalText(zh: "没有名为 \(text) 的格式；可用：\(known)", en: "there is no format \(text); known: \(known)")[language])
        throw Outcome.cannotRun
      }
      return Output(format: format, file: parts.count > 1 ? parts[1] : nil)
    }
  }

  private func selection(_ workspace: Workspace, _ language: Language) throws -> RuleSelection {
    let rules = workspace.settings.rules
    var severities: [RuleID: Severity?] = [:]
    for override in rules.severity {
      switch override.level {
      case .off: severities[override.rule] = .some(nil)
      case .on(let severity): severities[override.rule] = severity
      }
    }
    // A file without a book around it is checked for what any team wants.
    let standard = workspace.isLoneFile ? Rule.Profile.core : Rule.Profile(rawValue: rules.profile.rawValue) ?? .method
    do throws(UnknownRuleName) {
      return try RuleSelection(
        profile: profile ?? standard, select: select.flatMap(Self.list), ignore: ignore.flatMap(Self.list),
        severities: severities)
    } catch {
      let nearest = NearestWord.nearest(to: error.name, in: Rule.all.map(\.id.description))
      let hint = nearest.map { LocalText(zh: "；是不是 \($0)？", en: "; did you mean \($0)?") } ?? LocalText(zh: "", en: "")
      Console.note(
        LocalText(
          zh: "没有名为 \(error.name) 的规则、规则组或配置\(hint.zh)",
          en: "there is no rule, group or profile \(error.name)\(hint.en)")[language])
      throw Outcome.cannotRun
    }
  }

  private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

  // MARK: Results

  private func write(
    _ findings: [Diagnostic], _ reading: BookReading, _ workspace: Workspace, _ outputs: [Output], _ language: Language
  ) throws {
    let suppressed = reading.suppressed.count { reading.concerns($0, workspace.named) }
    let files = workspace.named?.count ?? reading.planCount
    let summary = DiagnosticReport.Summary(of: findings, files: files, suppressed: suppressed)
    let shown = maxFindings.map { Array(findings.prefix(max(0, $0))) } ?? findings
    for output in outputs {
      let isTerminal = output.file == nil
      let style = isTerminal ? OutputStyle(hasColours: Console.hasColours, width: Console.width) : .plain
      let report = DiagnosticReport(
        findings: shown,
        files: SourceFiles(reading.book.files.map(\.source), path: { workspace.shownPath($0) }),
        summary: summary, language: language, style: style, order: files == 1 ? .worstFirst : .data,
        showsSummary: !quiet)
      var buffer = OutputBuffer()
      output.format.write(report, &buffer)
      guard let file = output.file else {
        Console.write(buffer.bytes)
        continue
      }
      do throws(WorkspaceError) {
        try OutputFile.write(buffer.bytes, to: file)
      } catch {
        throw Program.stopped(error.message, language)
      }
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
    let least: Severity
    switch failOn {
    case .error: least = .error
    case .warning: least = .warning
    case .info: least = .info
    case .never: return false
    }
    return findings.contains { $0.severity >= least }
  }
}

extension Rule.Profile: ExpressibleByArgument {}

extension BookReading {
  /// Whether a finding is about one of the files that were named: by its place, or by any related one.
  fileprivate func concerns(_ finding: Diagnostic, _ named: Set<String>?) -> Bool {
    guard let named else { return true }
    let places = [finding.range] + finding.related.map(\.range)
    return places.contains { named.contains(book.files[Int($0.file.index)].source.path) }
  }
}
