import ArgumentParser
import PlanOutput
import PlanProgram
import PlanRules
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `--fix`, `--unsafe-fixes` and `--diff`.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended without changing what a plan says, then report the rest.")
  var fix = false

  @Flag(help: "With --fix or --diff: also fixes after which a plan may say something else.")
  var unsafeFixes = false

  @Flag(help: "Show what --fix would change, as a unified diff, and write nothing; exit status 1 if there is anything.")
  var diff = false

  var isAsked: Bool { fix || diff }

  /// Refuses options that do nothing.
  func check(_ language: Language) throws {
    guard unsafeFixes, !isAsked else { return }
    Console.note(
      LocalText(
        zh: "--unsafe-fixes 要和 --fix 或 --diff 一起用", en: "--unsafe-fixes works with --fix or --diff only")[language])
    throw Outcome.cannotRun
  }

  /// Mends the book in memory.
  func mend(
    _ workspace: Workspace, _ reading: BookReading, _ selection: RuleSelection, _ day: Day
  ) -> BookFixer.Outcome {
    let named = workspace.named
    return BookFixer(rules: selection, today: day, allowsUnsafe: unsafeFixes)
      .mend(workspace, reading) { named?.contains($0.path) ?? true }
  }

  /// Shows the changes and ends the run.
  func show(_ outcome: BookFixer.Outcome, _ language: Language, isQuiet: Bool) throws {
    var buffer = OutputBuffer()
    for change in outcome.changes {
      UnifiedDiff.write(
        path: outcome.workspace.shownPath(source(change.file, outcome)), before: change.before, after: change.after,
        isForTerminal: Console.isTerminal, to: &buffer)
    }
    Console.write(buffer.bytes)
    if !isQuiet { note(outcome, outcome.changes.count, language, isDone: false) }
    if !outcome.reading.failures.isEmpty { throw Outcome.cannotRun }
    if !outcome.changes.isEmpty { throw Outcome.findings }
  }

  /// Writes the changes; whether all of them stand on disk.
  func write(_ outcome: BookFixer.Outcome, _ language: Language, isQuiet: Bool) -> Bool {
    let errors = outcome.workspace.write(outcome.changes) { source($0, outcome) }
    for error in errors { Console.note(error.message[language]) }
    if !isQuiet { note(outcome, outcome.changes.count - errors.count, language, isDone: true) }
    return errors.isEmpty
  }

  /// Prints the plan that came from stdin, mended or as it was.
  func print(_ outcome: BookFixer.Outcome, _ language: Language, isQuiet: Bool) {
    Console.write(outcome.workspace.inputText)
    if !isQuiet { note(outcome, outcome.changes.count, language, isDone: true) }
  }

  private func source(_ id: FileID, _ outcome: BookFixer.Outcome) -> SourceFile {
    outcome.reading.book.files[Int(id.index)].source
  }

  private func note(_ outcome: BookFixer.Outcome, _ files: Int, _ language: Language, isDone: Bool) {
    var positions = SourcePositions(
      in: SourceFiles(outcome.reading.book.files.map(\.source), path: { outcome.workspace.shownPath($0) }))
    for finding in outcome.refused {
      let place = positions.position(at: Int(finding.range.start), in: finding.range.file)
      let spot = "\(TerminalText.escaping(positions.path(of: finding.range.file))):\(place.line):\(place.column)"
      Console.note(FixWords.refused(spot, finding.rule)[language])
    }
    if outcome.mended > 0 { Console.note(FixWords.mended(outcome.mended, files, isDone: isDone)[language]) }
    if outcome.unsafe > 0, !unsafeFixes { Console.note(FixWords.unsafe(outcome.unsafe)[language]) }
  }
}

/// What is said about a run with fixes.
private enum FixWords {
  static func refused(_ spot: String, _ rule: RuleID) -> LocalText {
    LocalText(
      zh: "\(spot)：\(rule) 没有改，改了计划读出来就不一样了；要改请加 --unsafe-fixes",
      en: "\(spot): \(rule) is not mended, since the plan would say something else; --unsafe-fixes does it all the same"
    )
  }

  static func mended(_ places: Int, _ files: Int, isDone: Bool) -> LocalText {
    LocalText(
      zh: isDone ? "改了 \(files) 个文件里的 \(places) 处" : "会改 \(files) 个文件里的 \(places) 处",
      en: (isDone ? "mended " : "would mend ") + "\(places) \(places == 1 ? "place" : "places") "
        + "in \(files) \(files == 1 ? "file" : "files")")
  }

  static func unsafe(_ places: Int) -> LocalText {
    LocalText(
      zh: "另有 \(places) 处可以用 --unsafe-fixes 改，改完计划的意思可能不同",
      en: "\(places) more can be mended with --unsafe-fixes, after which plans may say something else")
  }
}
