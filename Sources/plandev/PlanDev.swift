import ArgumentParser

/// What people who work on Planbook run: generated sources, generated pages, scaffolds.
@main
struct PlanDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plandev",
    abstract: "Generate what the repository keeps generated.",
    subcommands: [Embed.self, Docs.self, NewRule.self])
}
