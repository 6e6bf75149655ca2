import ArgumentParser
import PlanProgram
import PlanRules
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `--profile`, `--select` and `--ignore`.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only these rules, groups or profiles.", valueName: "rule,…"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave out these rules, groups or profiles.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(help: "core: what any team wants; method: the sales-planning method as well; strict: everything.")
  var profile: Rule.Profile?

  /// The rules that run, by the options and by what the book says.
  func selection(_ workspace: Workspace, _ language: Language) throws -> RuleSelection {
    do throws(UnknownRuleName) {
      return try RuleSelection(
        profile: effectiveProfile(workspace), select: select.flatMap(Self.list), ignore: ignored,
        severities: Self.severities(workspace))
    } catch {
      let nearest = NearestWord.nearest(to: error.name, in: Rule.all.map(\.id.description))
      let hint = nearest.map { LocalText(zh: "；是不是 \($0)？", en: "; did you mean \($0)?") } ?? LocalText(zh: "", en: "")
      Console.note(
        LocalText(
          zh: "没有名为 \(error.name) 的规则、规则组或配置\(hint.zh)",
          en: "there is no rule, group or profile \(error.name)\(hint.en)")[language])
      throw Outcome.cannotRun
    }
  }

  /// The names of `--ignore`.
  var ignored: [String] { ignore.flatMap(Self.list) }

  /// The option, else the book's; a file without a book around it is checked for what any team wants.
  func effectiveProfile(_ workspace: Workspace) -> Rule.Profile {
    let standard =
      workspace.isLoneFile
      ? Rule.Profile.core : Rule.Profile(rawValue: workspace.settings.rules.profile.rawValue) ?? .method
    return profile ?? standard
  }

  /// What the book says about severities; `nil` for off.
  static func severities(_ workspace: Workspace) -> [RuleID: Severity?] {
    var severities: [RuleID: Severity?] = [:]
    for override in workspace.settings.rules.severity {
      switch override.level {
      case .off: severities[override.rule] = .some(nil)
      case .on(let severity): severities[override.rule] = severity
      }
    }
    return severities
  }

  private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}

extension Rule.Profile: ExpressibleByArgument {}
