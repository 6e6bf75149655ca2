import PlanModel
import PlanSource
import PlanSyntax

/// Names the numbers that a sum or rate was made of by what tells them apart: `5月 140 万元`, `王芳 66 万元`.
struct ContributorWording {
  private let context: RuleContext
  private let dimensions: DimensionTable
  private let periods: PeriodWording
  private let namesOwner: Bool
  private let namesPeriod: Bool
  private let namesLayer: Bool
  private let namesDimensions: Bool

  /// - Parameter isAlwaysNamed: Periods are named although all are the same, so that a lone number is not left without a name.
  init(_ facts: [Fact], _ context: RuleContext, _ dimensions: DimensionTable, isAlwaysNamed: Bool = false) {
    self.context = context
    self.dimensions = dimensions
    periods = PeriodWording(context.book.fiscal)
    namesOwner = facts.contains { $0.owner != facts.first?.owner }
    namesPeriod = isAlwaysNamed && !namesOwner || facts.contains { $0.period.known != facts.first?.period.known }
    namesLayer = facts.contains { $0.layer != facts.first?.layer }
    namesDimensions = facts.contains { $0.dimensions != facts.first?.dimensions }
  }

  func text(_ fact: Fact) -> LocalText {
    var zh: [String] = []
    var en: [String] = []
    if namesOwner, let name = fact.owner.map({ context.book.organization[$0].name }) ?? fact.extras?.ownerName {
      zh.append(name)
      en.append(name)
    }
    if namesPeriod, let period = fact.period.known {
      let name = periods.short(period)
      zh.append(name.zh)
      en.append(name.en)
    }
    if namesDimensions {
      let values = dimensions[fact.dimensions].map(\.value)
      zh += values
      en += values
    }
    if namesLayer {
      let name = fact.layer.name
      zh.append(name.zh)
      en.append(name.en)
    }
    let amount = AmountWording.text(fact, context.book.registry)
    return LocalText(
      zh: (zh + [amount.zh]).joined(separator: " "), en: (en + [amount.en]).joined(separator: " "))
  }

  /// Every fact as a related place.
  func related(_ facts: [Fact]) -> [Diagnostic.Related] { facts.map { Diagnostic.Related($0.range, text($0)) } }
}

extension Layer {
  var name: LocalText {
    switch self {
    case .target: LocalText(zh: "目标", en: "target")
    case .forecast: LocalText(zh: "预测", en: "forecast")
    case .actual: LocalText(zh: "实际", en: "actual")
    case .baseline: LocalText(zh: "基期", en: "baseline")
    }
  }
}

extension PlanFile {
  /// The facts at these places, in the order of the places.
  func facts(at ranges: [SourceRange]) -> [Fact] {
    let wanted = Set(ranges)
    var found: [SourceRange: Fact] = [:]
    for fact in facts where wanted.contains(fact.range) { found[fact.range] = found[fact.range] ?? fact }
    return ranges.compactMap { found[$0] }
  }
}
