import ArgumentParser
import PlanOutput
import PlanProgram
import PlanRules
import PlanSource
import PlanWorkspace

/// `--baseline` and `--write-baseline`.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file knows: so many of a rule in a file.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write the findings of the whole book as known ones; with --baseline only those that it knows and that are still there.",
      valueName: "file"))
  var writeBaseline: String?

  /// What a run has to say beside the known findings.
  struct Outcome {
    let new: [Diagnostic]
    let known: [Diagnostic]
    let stale: [Baseline.Stale]
    /// Whether the file that was asked for stands on disk.
    var isWritten = true
  }

  /// The known findings; nothing is read where no file was named.
  func read(_ language: Language) throws -> Baseline? {
    guard let baseline else { return nil }
    do throws(WorkspaceError) {
      return try BaselineReader.read(baseline)
    } catch {
      throw Program.stopped(error.message, language)
    }
  }

  /// Sorts the findings of the whole book into new and known ones, and writes what is known from now on.
  func apply(
    _ baseline: Baseline?, to reading: BookReading, _ selection: RuleSelection, isLoneFile: Bool, _ language: Language
  ) -> Outcome? {
    guard baseline != nil || writeBaseline != nil else { return nil }
    let path = { (file: FileID) in reading.book.files[Int(file.index)].source.path }
    let all = Baseline(of: reading.findings, path: path)
    let unread = Set(reading.book.files.map(\.source.path))
      .subtracting(reading.plans.map(path) + [Workspace.planbookPath])
    let lone = isLoneFile ? reading.plans.map(path) : nil
    let result = (baseline ?? all).subtract(from: reading.findings, path: path) { entry in
      selection.weight(of: entry.rule) != nil && !unread.contains(entry.path)
        && (lone?.contains(entry.path) ?? true)
    }
    var outcome = Outcome(new: result.new, known: result.known, stale: result.stale)
    let stale = BaselineWords.stale(outcome.stale, in: self.baseline ?? "", isRewritten: writeBaseline != nil)
    for line in stale { Console.note(line[language]) }
    if let writeBaseline {
      outcome.isWritten = write(remaining(baseline ?? all, outcome.stale), to: writeBaseline, language)
    }
    return outcome
  }

  /// The baseline without what is gone; entries that this run could not check stay.
  private func remaining(_ baseline: Baseline, _ stale: [Baseline.Stale]) -> Baseline {
    let gone = Dictionary(stale.map { ($0.entry, $0.known - $0.found) }, uniquingKeysWith: +)
    var remaining = Baseline()
    for (entry, count) in baseline.sorted { remaining.add(count - gone[entry, default: 0], of: entry) }
    return remaining
  }

  private func write(_ baseline: Baseline, to path: String, _ language: Language) -> Bool {
    do throws(WorkspaceError) {
      try OutputFile.write(BaselineFile.write(baseline).bytes, to: path)
    } catch {
      Console.note(error.message[language])
      return false
    }
    Console.note(BaselineWords.written(baseline, path)[language])
    return true
  }
}

/// What is said about a baseline.
private enum BaselineWords {
  private static let mostStale = 5

  static func written(_ baseline: Baseline, _ path: String) -> LocalText {
    let count = baseline.counts.values.reduce(0, +)
    let files = Set(baseline.counts.keys.map(\.path)).count
    return LocalText(
      zh: "\(path) 记下了 \(files) 个文件里的 \(count) 个已知问题",
      en: "\(path) holds \(count) known \(count == 1 ? "finding" : "findings") in \(files) "
        + (files == 1 ? "file" : "files"))
  }

  /// A line for each of the first entries, then what to do.
  static func stale(_ stale: [Baseline.Stale], in path: String, isRewritten: Bool) -> [LocalText] {
    guard !stale.isEmpty else { return [] }
    var lines = stale.prefix(mostStale).map { entry in
      let file = TerminalText.escaping(entry.entry.path)
      return LocalText(
        zh: "\(file)：\(entry.entry.rule) 基线里有 \(entry.known) 个，现在"
          + (entry.found == 0 ? "没有了" : "只有 \(entry.found) 个"),
        en: "\(file): \(entry.entry.rule) stands \(entry.known)× in the baseline, now there "
          + (entry.found == 0 ? "is none" : entry.found == 1 ? "is 1" : "are \(entry.found)"))
    }
    let more = stale.count - lines.count
    if more > 0 {
      lines.append(LocalText(zh: "还有 \(more) 项基线已过时", en: "\(more) more entries of the baseline are stale"))
    }
    if isRewritten { return lines }
    lines.append(
      LocalText(
        zh: "问题少了，基线可以收紧：planlint --baseline \(path) --write-baseline \(path)",
        en: "tighten the baseline: planlint --baseline \(path) --write-baseline \(path)"))
    return lines
  }
}
