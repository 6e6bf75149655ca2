import ArgumentParser
import Glibc
import PlanSource
import PlanSyntax
import PlanWorkspace

/// Checks sales plans.
@main
struct Planlint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planlint",
    abstract: "Check sales plans written in Markdown. 检查用 Markdown 写的销售计划。",
    version: Version.text,
    subcommands: [Check.self, Dump.self, Rules.self, Explain.self],
    defaultSubcommand: Check.self)

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

/// What a run answers to the shell.
enum Outcome {
  static let findings = ExitCode(1)
  static let cannotRun = ExitCode(2)
}

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  package init?(argument: String) {
    guard let period = Period(id: argument, in: .calendar), period.level == .day else { return nil }
    self = period.start
  }
}
