import ArgumentParser
import PlanModel
import PlanOutput
import PlanSource
import PlanSyntax

/// Which numbers a report shows, and how they are laid out.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Rows and columns: owner, team, year … day, metric, layer, tier, region, industry, ….", valueName: "axis,…"))
  var by: [String] = []
  @Option(help: ArgumentHelp("Only these metrics, by name, alias or id.", valueName: "metric,…"))
  var metric: [String] = []
  @Option(help: ArgumentHelp("Only these periods, such as 2026-Q1.", valueName: "period,…"))
  var period: [String] = []
  @Option(help: ArgumentHelp("target, forecast, actual or baseline.", valueName: "layer,…"))
  var layer: [String] = []
  @Option(help: ArgumentHelp("Only numbers of this value; the keys are the axes.", valueName: "key=value"))
  var `where`: [String] = []
  @Option(help: "Levels of the organization to show, the root being 1.")
  var depth: Int?

  /// No choice at all.
  static func none() -> LayoutOptions {
    var options = LayoutOptions()
    options.by = []
    options.metric = []
    options.period = []
    options.layer = []
    options.where = []
    options.depth = nil
    return options
  }
}

/// How a report is written.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, markdown, csv or json; facts also know ndjson.")
  var format: String?
  @Option(name: .shortAndLong, help: "Write to a file instead of the terminal.")
  var output: String?
  @Option(help: "Money in 元, 千元, 万元, 亿元 or auto; CSV and JSON always carry base units.")
  var unit: MoneyUnit?
  @Option(help: "Language: zh or en.")
  var lang: Language?
  @Option(help: "The day to work with, such as 2026-04-15.")
  var today: Day?
  @Flag(help: "Begin CSV with a byte order mark, for Excel.")
  var bom = false
}

extension MoneyUnit: ExpressibleByArgument {}
