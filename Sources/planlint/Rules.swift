import ArgumentParser
import PlanOutput
import PlanRules
import PlanSource
import PlanWorkspace

/// `planlint rules`: the catalogue.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List every rule.")

  @Option(help: "text or json.")
  var format: Form = .text

  @Option(help: "Language of the summaries: zh or en.")
  var lang: Language?

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() {
    var buffer = OutputBuffer()
    switch format {
    case .text: RuleCatalogue.writeText(Rule.all, Console.language(lang, nil), &buffer)
    case .json: RuleCatalogue.writeJSON(Rule.all, &buffer)
    }
    Console.write(buffer.bytes)
  }
}
