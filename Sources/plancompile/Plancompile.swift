import ArgumentParser
import PlanProgram

/// Rolls sales plans up.
@main
struct Plancompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plancompile",
    abstract: "Roll sales plans up into totals and reports. 汇总用 Markdown 写的销售计划。",
    version: "plancompile \(Program.version)",
    subcommands: [RollupCommand.self, GapCommand.self, FactsCommand.self, ExplainCommand.self],
    defaultSubcommand: RollupCommand.self)

  static func main() { Program.run(Self.self) }
}
