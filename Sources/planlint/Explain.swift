import ArgumentParser
import PlanOutput
import PlanProgram
import PlanRules
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `planlint explain RULE`: one rule's page, offline.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explain one rule, with examples.")

  @Argument(help: "A rule, such as sum-mismatch.")
  var rule: String

  @Option(help: "Language of the page: zh or en.")
  var lang: Language?

  func run() throws {
    let language = Console.language(lang, nil)
    guard let found = Rule.all.first(where: { $0.id.description == rule }) else {
      let nearest = NearestWord.nearest(to: rule, in: Rule.all.map(\.id.description))
      let hint = nearest.map { LocalText(zh: "；是不是 \($0)？", en: "; did you mean \($0)?") } ?? LocalText(zh: "", en: "")
      throw Program.stopped(
        LocalText(zh: "没有名为 \(rule) 的规则\(hint.zh)", en: "there is no rule \(rule)\(hint.en)"), language)
    }
    var buffer = OutputBuffer()
    RulePage.write(found, language, &buffer)
    Console.write(buffer.bytes)
  }
}
