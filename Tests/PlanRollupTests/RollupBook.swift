import PlanModel
import PlanRollup
import PlanSource
import PlanSyntax

/// A small book in memory: two people of a team, targets of a year and its quarters, one split by industry.
enum RollupBook {
  private static let planbook = """
    organization:
      远航:
        units:
          华东区: {lead: 李慧, members: [王岚, {name: A/B Tan, aliases: [Tan]}]}
    """

  private static let files = [
    ("2026.md", "# 2026 年\n\n## 目标\n\n- 签约额：500万元\n- 签约额（3月1日至3月15日）：40万元\n"),
    (
      "华东区/王岚/2026.md",
      "# 2026 年\n\n## 目标\n\n- 签约额：300万元\n\n## 目标分解\n\n| 行业 | 签约额（万元） |\n| --- | --- |\n| 医疗 | 200 |\n| 教育 | 100 |\n"
    ),
    ("华东区/Tan/2026.md", "---\nowner: Tan\n---\n# 2026 plan\n\n## Targets\n\n- Bookings: ¥1,500,000\n"),
  ]

  static let book: PlanBook = {
    let settings = BookSettings.read(Array(planbook.utf8).span).settings ?? BookSettings()
    let context = BookContext(settings: settings, organization: settings.organization ?? Organization(preorder: []))
    let plans = files.enumerated().map { index, file in
      FactReader.read(SourceFile(id: FileID(index), path: file.0, bytes: Array(file.1.utf8)), in: context)
    }
    var dimensions = DimensionTable()
    var facts: [Fact] = []
    for plan in plans {
      let sets = dimensions.merge(plan.dimensions)
      for var fact in plan.facts {
        fact.dimensions = sets[Int(fact.dimensions.index)]
        facts.append(fact)
      }
    }
    return PlanBook(
      context: context, files: plans.map { PlanBook.FileSummary($0) }, facts: facts, dimensions: dimensions,
      today: Day(year: 2026, month: 1, day: 5) ?? Day(number: 0))
  }()
}
