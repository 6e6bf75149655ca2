import PlanOutput
import PlanProgram
import PlanSource
import PlanWorkspace

/// Where the findings of a run go, in which formats.
struct FindingOutputs {
  private struct Output {
    let format: DiagnosticFormat
    let file: String?
    var isStatistics = false
  }

  private let outputs: [Output]
  /// Whether counts go to stderr, because a format for programs has stdout.
  private let notesStatistics: Bool
  private let language: Language
  /// What would go to stdout goes to stderr, since stdout has something else.
  var leavesStdout = false

  /// - Parameter texts: What `--format` was given, each as `FORMAT` or `FORMAT=FILE`.
  init(_ texts: [String], statistics: Bool, _ language: Language) throws {
    let standard = Console.isGitHubActions ? DiagnosticFormat.github : .text
    var outputs = try texts.map { try Self.output($0, language) }
    if outputs.isEmpty { outputs = [Output(format: standard, file: nil)] }
    if outputs.count(where: { $0.file == nil }) > 1 {
      throw Self.refusal(
        LocalText(
          zh: "只能有一种格式写到标准输出；其余的写成 格式=文件", en: "only one format can go to stdout; write the others as FORMAT=FILE"),
        language)
    }
    let files = outputs.compactMap(\.file)
    if let twice = files.first(where: { file in files.count { $0 == file } > 1 }) {
      throw Self.refusal(
        LocalText(zh: "两种格式都要写到 \(twice)", en: "two formats are to be written to \(twice)"), language)
    }
    var notes = false
    if statistics {
      let stdout = outputs.firstIndex { $0.file == nil }
      if let stdout, !outputs[stdout].format.isForPeople {
        notes = true
      } else {
        if let stdout { outputs.remove(at: stdout) }
        outputs.append(Output(format: .statistics, file: nil, isStatistics: true))
      }
    }
    self.outputs = outputs
    notesStatistics = notes
    self.language = language
  }

  private static func output(_ text: String, _ language: Language) throws -> Output {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, let format = DiagnosticFormat.named(name) else {
      let known = DiagnosticFormat.all.map(\.id).joined(separator: ", ")
      throw refusal(
        LocalText(zh: "没有名为 \(text) 的格式；可用：\(known)", en: "there is no format \(text); known: \(known)"), language)
    }
    guard parts.count > 1 else { return Output(format: format, file: nil) }
    guard !parts[1].isEmpty else {
      throw refusal(
        LocalText(zh: "\(text) 后面没有写文件名", en: "\(text) names no file"), language)
    }
    return Output(format: format, file: parts[1])
  }

  private static func refusal(_ message: LocalText, _ language: Language) -> any Error {
    Console.note(message[language])
    return Outcome.cannotRun
  }

  /// Writes every output; a file that cannot be written stops none of the others.
  ///
  /// - Parameter report: The report for a place that can show this much; with every finding where these are only counted.
  func write(_ report: (OutputStyle, _ isWhole: Bool) -> DiagnosticReport) throws {
    var isComplete = true
    for output in outputs {
      let isTerminal = output.file == nil && !leavesStdout
      let style = isTerminal ? OutputStyle(hasColours: Console.hasColours, width: Console.width) : .plain
      var buffer = OutputBuffer()
      output.format.write(report(style, output.isStatistics), &buffer)
      guard let file = output.file else {
        Console.write(buffer.bytes, to: leavesStdout ? Console.stderr : Console.stdout)
        continue
      }
      do throws(WorkspaceError) {
        try OutputFile.write(buffer.bytes, to: file)
      } catch {
        Console.note(error.message[language])
        isComplete = false
      }
    }
    if notesStatistics {
      var buffer = OutputBuffer()
      DiagnosticFormat.statistics.write(report(.plain, true), &buffer)
      Console.note(String(buffer.text.dropLast()))
    }
    if !isComplete { throw Outcome.cannotRun }
  }
}
