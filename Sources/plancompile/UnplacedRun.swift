import ArgumentParser
import PlanModel
import PlanOutput
import PlanRollup
import PlanSource
import PlanWorkspace
import Synchronization

/// `plancompile facts --unplaced`: what of the target sections was left unread, and why.
struct UnplacedRun {
  private let paths: [String]
  private let output: OutputOptions

  init(_ paths: [String], _ output: OutputOptions) {
    self.paths = paths
    self.output = output
  }

  func run() throws {
    let collected = Mutex<[UnplacedNumber]>([])
    let opened = try OpenedBook(paths, output) { file in
      let numbers = UnplacedNumber.all(in: file)
      collected.withLock { $0 += numbers }
    }
    guard let format = ReportFormat.named(output.format ?? "text") else {
      throw opened.unknownFormat(output.format ?? "", known: ReportFormat.all.map(\.id))
    }
    let book = opened.reading.book
    let named = opened.workspace.named
    let numbers = collected.withLock { $0 }
      .filter { named?.contains(book.source(of: $0.range).path) ?? true }
      .sorted { SourceRange.inReportOrder($0.range, $1.range) }
    let document = ReportDocument(
      table: UnplacedTable.make(numbers, in: book), files: opened.files, language: opened.language,
      style: output.output == nil ? OutputStyle(hasColours: Console.hasColours, width: Console.width) : .plain,
      hasByteOrderMark: output.bom)
    var buffer = OutputBuffer()
    format.write(document, &buffer)
    try opened.finish(buffer, to: output.output)
  }
}
