import ArgumentParser
import PlanModel
import PlanOutput
import PlanProgram
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `planlint config`: what holds for a run, and why.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the effective configuration, with where each value comes from.")

  @Argument(help: "A book, a folder of it, or a plan, whose severities are then printed.")
  var path: String?

  @OptionGroup var rules: RuleOptions

  @Option(help: "text or json.")
  var format: Form = .text

  @Option(help: "Language of messages: zh or en.")
  var lang: Language?

  @Option(help: "The day to work with, such as 2026-04-15.")
  var today: Day?

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() throws {
    let workspace = try Program.open(path.map { [$0] } ?? [], lang)
    let language = Console.language(lang, workspace)
    for note in workspace.notes { Console.note(note[language]) }
    let reader = ConfigurationReader(
      workspace, rules, try rules.selection(workspace, language), lang: lang, today: today)
    var buffer = OutputBuffer()
    switch format {
    case .text: ConfigurationText.write(reader.configuration, language, &buffer)
    case .json: buffer = ConfigurationJSON.write(reader.configuration)
    }
    Console.write(buffer.bytes)
  }
}
