import ArgumentParser
import PlanModel
import PlanOutput
import PlanProgram
import PlanRollup
import PlanSource
import PlanWorkspace

/// Reads a book, builds one report and writes it.
struct ReportRun {
  private let report: Report
  private let paths: [String]
  private let layout: LayoutOptions
  private let output: OutputOptions
  private let cell: String?

  init(_ report: Report, _ paths: [String], _ layout: LayoutOptions, _ output: OutputOptions, cell: String? = nil) {
    self.report = report
    self.paths = paths
    self.layout = layout
    self.output = output
    self.cell = cell
  }

  /// Options that were given and that the report would silently pass over.
  private var unsupported: [String] {
    let given: [(ReportOption, Bool)] = [
      (.by, !layout.by.isEmpty), (.metric, !layout.metric.isEmpty), (.period, !layout.period.isEmpty),
      (.layer, !layout.layer.isEmpty), (.where, !layout.where.isEmpty), (.depth, layout.depth != nil),
    ]
    return given.filter { $0.1 && !report.options.contains($0.0) }.map(\.0.rawValue)
  }

  func run() throws {
    let opened = try OpenedBook(paths, output)
    let language = opened.language
    guard let format = ReportFormat.named(output.format ?? "text") else {
      throw opened.unknownFormat(output.format ?? "", known: ReportFormat.all.map(\.id))
    }
    if let option = unsupported.first {
      throw Program.stopped(
        LocalText(zh: "\(report.id) 报表不支持 --\(option)", en: "the report \(report.id) does not follow --\(option)"),
        language)
    }
    let book = opened.reading.book
    let table: ReportTable
    do throws(ReportProblem) {
      let options = try ReportOptions.read(
        by: layout.by, metrics: layout.metric, layers: layout.layer, periods: layout.period, filters: layout.where,
        depth: layout.depth, cell: cell, in: book)
      table = try report.build(book, options)
    } catch {
      throw Program.stopped(error.message, language)
    }
    let document = ReportDocument(
      table: table, files: opened.files, language: language, fiscalYear: book.context.fiscal,
      unit: output.unit ?? book.context.settings.unit,
      style: output.output == nil ? OutputStyle(hasColours: Console.hasColours, width: Console.width) : .plain,
      hasByteOrderMark: output.bom)
    var buffer = OutputBuffer()
    format.write(document, &buffer)
    try opened.finish(buffer, to: output.output)
  }
}

/// A book that a command works on, read without rules.
struct OpenedBook {
  let workspace: Workspace
  let reading: BookReading
  let language: Language

  /// - Parameter keep: Called for each file while its tree is in memory, on any thread.
  init(_ paths: [String], _ output: OutputOptions, keep: (@Sendable (PlanFile) -> Void)? = nil) throws {
    workspace = try Program.open(paths, output.lang)
    language = Console.language(output.lang, workspace)
    for note in workspace.notes { Console.note(note[language]) }
    reading = workspace.read(rules: nil, today: Console.today(output.today, workspace), keep: keep)
    for failure in reading.failures { Console.note(failure.message[language]) }
  }

  var files: SourceFiles {
    let workspace = workspace
    return SourceFiles(reading.book.files.map(\.source), path: { workspace.shownPath($0) })
  }

  func unknownFormat(_ name: String, known: [String]) -> ExitCode {
    let list = known.joined(separator: ", ")
    return Program.stopped(
      LocalText(zh: "没有名为 \(name) 的格式；可用：\(list)", en: "there is no format \(name); known: \(list)"), language)
  }

  /// Writes the result; a book with unreadable parts answers 2 all the same.
  func finish(_ buffer: OutputBuffer, to file: String?) throws {
    if let file {
      do throws(WorkspaceError) {
        try OutputFile.write(buffer.bytes, to: file)
      } catch {
        throw Program.stopped(error.message, language)
      }
    } else {
      Console.write(buffer.bytes)
    }
    if !reading.failures.isEmpty { throw Outcome.cannotRun }
  }
}
