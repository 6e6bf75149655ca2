import ArgumentParser
import PlanProgram

/// Checks sales plans.
@main
struct Planlint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planlint",
    abstract: "Check sales plans written in Markdown. 检查用 Markdown 写的销售计划。",
    version: "planlint \(Program.version)",
    subcommands: [Check.self, Config.self, Dump.self, Rules.self, Explain.self],
    defaultSubcommand: Check.self)

  static func main() { Program.run(Self.self) }
}
