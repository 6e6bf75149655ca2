import ArgumentParser
import PlanRollup

/// `plancompile rollup`: totals of owners and periods.
struct RollupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollup", abstract: "Totals by owner and period (the default command).")

  @Argument(help: "A book, a folder of it, or plan files (default: the book around the current folder).")
  var paths: [String] = []
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try ReportRun(.rollup, paths, layout, output).run() }
}

/// `plancompile gap`: what was declared beside what it was broken into.
struct GapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap", abstract: "Targets that their parts do not reach, and who or what is missing.")

  enum Against: String, ExpressibleByArgument, CaseIterable { case decomposition }

  @Argument(help: "A book, a folder of it, or plan files (default: the book around the current folder).")
  var paths: [String] = []
  @Option(help: "What the targets are held against.")
  var against: Against = .decomposition
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try ReportRun(.gap, paths, layout, output).run() }
}

/// `plancompile explain CELL`: where a number comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Where a number comes from, down to file and line.",
    discussion: """
      CELL is OWNER/METRIC/PERIOD[/LAYER][?dimension=value], such as 王芳/签约额/2026-Q2. Spans are written
      2026-03-01..2026-03-15, a slash inside a name as %2F.
      """)

  @Argument(help: "The number to explain.")
  var cell: String
  @Argument(help: "A book, a folder of it, or plan files (default: the book around the current folder).")
  var paths: [String] = []
  @OptionGroup var output: OutputOptions

  func run() throws { try ReportRun(.explain, paths, LayoutOptions.none(), output, cell: cell).run() }
}
