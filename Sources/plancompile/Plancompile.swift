import ArgumentParser
import Glibc
import PlanModel
import PlanSource
import PlanSyntax
import PlanWorkspace

/// Rolls sales plans up.
@main
struct Plancompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plancompile",
    abstract: "Roll sales plans up into totals and reports. 汇总用 Markdown 写的销售计划。",
    version: "plancompile 0.1.0",
    subcommands: [RollupCommand.self, GapCommand.self, FactsCommand.self, ExplainCommand.self],
    defaultSubcommand: RollupCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // The parser's own code for wrong usage is 64; ours is 2, as for everything that stops the work.
      let code = exitCode(for: error)
      guard code.isSuccess || error is ExitCode else {
        Console.note(fullMessage(for: error))
        Glibc.exit(2)
      }
      exit(withError: error)
    }
  }
}

/// What a run answers to the shell when no report could be made.
enum Outcome {
  static let cannotRun = ExitCode(2)
}

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  package init?(argument: String) {
    guard let period = Period(id: argument, in: .calendar), period.level == .day else { return nil }
    self = period.start
  }
}
