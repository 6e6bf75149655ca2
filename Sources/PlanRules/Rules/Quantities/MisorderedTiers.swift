import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let misorderedTiers = Rule(
    id: "misordered-tiers",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "保底高于目标，或目标高于冲刺", en: "A floor above the target, or a target above the stretch goal"),
    why: LocalText(
      zh: "保底、目标、冲刺应一档比一档高；写反了，谁也说不清承诺的是哪个数。只有“目标”参加汇总。",
      en:
        "Floor, target and stretch goal go up. Where they do not, nobody can tell which number is promised; only the target is summed."
    ),
    exceptions: LocalText(
      zh: "越低越好的指标（费用、应收账款）不检查；不像计划的文件不检查。",
      en: "Metrics that are better low (expense, receivables) are not checked, nor are files that are no plans."),
    examples: [
      .bad(
        LocalText(zh: "写反了", en: "the wrong way round"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：60万元
        - 签约额保底：⟦80万元⟧
        - 签约额冲刺：⟦50万元⟧
        """,
        says: "2026年3月签约额的保底 80 万元高于目标 60 万元，多 20 万元",
        "2026年3月签约额的冲刺 50 万元低于目标 60 万元，少 10 万元"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings target: $300,000
        - Bookings stretch: ⟦$250,000⟧
        """,
        says: "stretch goal of USD 250,000 for March 2026 bookings is below the target of USD 300,000 by USD 50,000",
        in: .en),
      .good(
        LocalText(zh: "一档比一档高", en: "each higher than the one before"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：60万元
        - 签约额保底：50万元
        - 签约额冲刺：80万元
        - 费用：2万元
        - 费用保底：3万元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings floor: $200,000
        - Bookings target: $300,000
        - Bookings stretch: $350,000
        """),
    ],
    looksFor: .tiers,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      var targets: [TieredCell: Fact] = [:]
      for fact in file.facts where fact.tier == .target {
        guard let cell = TieredCell(fact, context.book.registry) else { continue }
        targets[cell] = targets[cell] ?? fact
      }
      for fact in file.facts where fact.tier != .target {
        guard let cell = TieredCell(fact, context.book.registry), let target = targets[cell],
          fact.tier == .floor ? fact.value > target.value : fact.value < target.value
        else { continue }
        findings.add(
          .misordered(fact, target, context), at: fact.range, label: fact.tier.name,
          related: [
            Diagnostic.Related(
              target.range,
              LocalText(
                zh: "目标 \(AmountWording.text(target, context.book.registry).zh)",
                en: "target \(AmountWording.text(target, context.book.registry).en)"))
          ],
          help: LocalText(zh: "对调两个数，或改正写错的一个", en: "swap the two, or mend the one that is wrong"))
      }
    })
}

/// What several tiers are promised for.
private struct TieredCell: Hashable {
  let metric: MetricID
  let unit: FactUnit
  let period: Period?
  let owner: OwnerID?
  let ownerName: String?
  let dimensions: DimensionSet

  init?(_ fact: Fact, _ registry: MetricRegistry) {
    guard let metric = fact.metric, fact.layer == .target, fact.form == .amount, fact.carrier != .actionItem,
      registry[metric].better == .high
    else { return nil }
    self.metric = metric
    unit = fact.unit
    period = fact.period.known
    owner = fact.owner
    ownerName = fact.extras?.ownerName
    dimensions = fact.dimensions
  }
}

extension Tier {
  fileprivate var name: LocalText {
    switch self {
    case .floor: LocalText(zh: "保底", en: "floor")
    case .target: LocalText(zh: "目标", en: "target")
    case .stretch: LocalText(zh: "冲刺", en: "stretch goal")
    }
  }
}

extension Message {
  fileprivate static func misordered(_ fact: Fact, _ target: Fact, _ context: RuleContext) -> Message {
    let registry = context.book.registry
    let wording = PeriodWording(context.book.fiscal)
    let period = fact.period.known.map { wording.text($0) }
    let metric = fact.metric.map { registry[$0].label } ?? LocalText(zh: "", en: "")
    let (amount, other) = (AmountWording.text(fact, registry), AmountWording.text(target, registry))
    let size = fact.value.subtracting(target.value)?.magnitude ?? .zero
    let gap = AmountWording.text(size, fact.unit, metric: fact.metric.map { registry[$0] })
    let isAbove = fact.tier == .floor
    return Message(
      zh: """
        \(period?.zh ?? "")\(metric.zh)的\(fact.tier.name.zh) \(amount.zh)\(isAbove ? "高" : "低")于目标 \(other.zh)，\
        \(isAbove ? "多" : "少") \(gap.zh)
        """,
      en: """
        \(fact.tier.name.en) of \(amount.en) for \(period.map { $0.en + " " } ?? "")\(metric.en) is \
        \(isAbove ? "above" : "below") the target of \(other.en) by \(gap.en)
        """,
      Argument("value", .number(fact.value.description)), Argument("target", .number(target.value.description)))
  }
}
