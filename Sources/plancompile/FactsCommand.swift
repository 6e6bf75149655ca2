import ArgumentParser
import PlanModel
import PlanOutput
import PlanProgram
import PlanRollup
import PlanSource
import PlanWorkspace

/// `plancompile facts`: every number that counts, one a line.
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Every fact, one a line, with file and line.",
    discussion: "Formats: ndjson, json and csv for programs; text and markdown for people.")

  @Argument(help: "A book, a folder of it, or plan files (default: the book around the current folder).")
  var paths: [String] = []
  @Flag(help: "Instead, every number of a target section that became no fact, with the reason.")
  var unplaced = false
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    if unplaced { return try UnplacedRun(paths, output).run() }
    let name = output.format ?? "ndjson"
    guard let format = FactFormat.named(name) else {
      return try ReportRun(.facts, paths, layout, output).run()
    }
    let opened = try OpenedBook(paths, output)
    let book = opened.reading.book
    let options: ReportOptions
    do throws(ReportProblem) {
      options = try ReportOptions.read(
        metrics: layout.metric, layers: layout.layer, periods: layout.period, filters: layout.where, in: book)
    } catch {
      throw Program.stopped(error.message, opened.language)
    }
    let named = opened.workspace.named
    let records = FactRecord.records(of: book, opened.files) { fact in
      options.keeps(fact, in: book) && (named?.contains(book.source(of: fact.range).path) ?? true)
    }
    var buffer = OutputBuffer()
    (name == "csv" && output.bom ? .csvForExcel : format).write(records, &buffer)
    try opened.finish(buffer, to: output.output)
  }
}
