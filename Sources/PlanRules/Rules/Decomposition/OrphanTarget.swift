import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let orphanTarget = Rule(
    id: "orphan-target",
    group: .decomposition,
    severity: .warning,
    summary: LocalText(zh: "上级没有对应的目标", en: "A target that nothing above it asks for"),
    why: LocalText(
      zh: "上级的计划里没有这个指标，这个目标就没有出处，也没有人检查它加起来够不够。在上级计划里补上，或说明它支撑什么。",
      en: """
        Where the plans above do not have the metric, nobody asked for the target and nobody checks whether it adds up. Add the \
        metric above, or say what the target serves.
        """),
    exceptions: LocalText(
      zh: "只检查可以相加的金额；上级没有计划、或上级计划里没有任何金额目标时不检查。一个计划只报一次。",
      en: "Only amounts of money that add up are checked, and only where a plan above states any; one finding a plan."),
    examples: [
      .badBook(
        LocalText(zh: "区里没有毛利目标", en: "the unit has no such target"), planbook: team,
        [
          Example.File(
            "华东区/2026-03.md",
            """
            # 华东区 2026年3月计划

            ## 目标

            - 签约额：50万元
            """),
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            ## 目标

            - 签约额：50万元
            - 毛利：⟦12万元⟧
            """),
        ],
        says: "上级计划没有毛利的目标，这里写了 12 万元"),
      .badBook(
        LocalText(zh: "英文计划", en: "an English plan"), planbook: team,
        [
          Example.File(
            "华东区/王芳/2026-Q1.md",
            """
            # 王芳 Q1 2026 plan

            ## Targets

            - Bookings: $32,500

            ## Breakdown

            | Month | Bookings |
            |---|---|
            | January | $10,000 |
            | February | $10,500 |
            | March | $12,000 |
            """),
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 March 2026 plan

            ## Targets

            - Bookings: $12,000
            - Invoices: ⟦$9,000⟧
            """),
        ],
        says: "no plan above has a target for invoices, but USD 9,000 is stated here", in: .en),
      .goodBook(
        LocalText(zh: "上级也有", en: "the plan above has it too"), planbook: team,
        [
          Example.File(
            "华东区/2026-03.md",
            """
            # 华东区 2026年3月计划

            ## 目标

            - 签约额：50万元
            """),
          Example.File(
            "华东区/王芳/2026-03.md",
            """
            # 王芳 2026年3月计划

            ## 目标

            - 签约额：50万元
            - 拜访：20次
            """),
        ]),
      .good(
        LocalText(zh: "没有上级计划", en: "no plan above"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $12,000
        - Invoices: $9,000
        """),
    ],
    check: .book { book, context, findings in
      let levels = TargetLevels(book, context)
      guard levels.mayBeOrphans else { return }
      let registry = context.book.registry
      var orphans: [FileID: [Fact]] = [:]
      let facts = book.store.facts
      for index in facts.indices where levels.isOrphan(facts[index]) {
        let plan = book.files[Int(facts[index].range.file.index)].scope
        guard plan.contradictions.isEmpty, plan.kind?.value != .strategy, plan.owner?.value == facts[index].owner,
          plan.period?.value == facts[index].period.known
        else { continue }
        orphans[facts[index].range.file, default: []].append(facts[index])
      }
      for file in orphans.keys.sorted() {
        let inPlan = (orphans[file] ?? []).sorted { SourceRange.inReportOrder($0.range, $1.range) }
        guard let first = inPlan.first else { continue }
        var names: [LocalText] = []
        for fact in inPlan {
          guard let metric = fact.metric, !names.contains(registry[metric].label) else { continue }
          names.append(registry[metric].label)
        }
        findings.add(
          .orphan(names, AmountWording.text(first, registry), first), at: first.range,
          related: inPlan.dropFirst().map { Diagnostic.Related($0.range, AmountWording.text($0, registry)) },
          help: LocalText(zh: "在上级计划里补上这个目标", en: "add the target to the plan above"))
      }
    })

  private static let team = """
    planbook: 1
    organization:
      华东区:
        members: [王芳]
    """
}

/// At which levels of the calendar each owner promises each metric that adds up in money.
private struct TargetLevels {
  private let metricCount: Int
  /// By owner and metric: a bit for every level of period.
  private var levels: [UInt8]
  /// By owner: the levels of all such metrics together.
  private var anyLevels: [UInt8]
  private let isMoneyFlow: [Bool]
  private let ancestors: [[Int]]

  init(_ book: PlanBook, _ context: RuleContext) {
    let nodes = context.book.organization.nodes
    metricCount = context.book.registry.metrics.count
    isMoneyFlow = context.book.registry.metrics.map { $0.unit == .money && $0.kind == .flow }
    levels = Array(repeating: 0, count: nodes.count * metricCount)
    anyLevels = Array(repeating: 0, count: nodes.count)
    ancestors = nodes.indices.map { context.book.organization.ancestors(of: OwnerID($0)).map { Int($0.index) } }
    for file in book.files {
      for target in file.moneyTargets where isMoneyFlow[Int(target.metric.index)] {
        guard let owner = target.owner, owner.index >= 0, Int(owner.index) < nodes.count else { continue }
        levels[Int(owner.index) * metricCount + Int(target.metric.index)] |= target.levels
        anyLevels[Int(owner.index)] |= target.levels
      }
    }
  }

  private func place(_ fact: Fact) -> (owner: Int, metric: Int, level: UInt8)? {
    guard fact.layer == .target, fact.isPromise, let metric = fact.metric, isMoneyFlow[Int(metric.index)],
      let owner = fact.owner, owner.index >= 0, Int(owner.index) < anyLevels.count,
      case .known(let period) = fact.period
    else { return nil }
    return (Int(owner.index), Int(metric.index), period.level.rawValue)
  }

  /// Whether any owner promises anything that nobody above and no longer period asks for.
  var mayBeOrphans: Bool {
    for owner in anyLevels.indices {
      for metric in 0..<metricCount where isOrphan(owner, metric, .max) { return true }
    }
    return false
  }

  func isOrphan(_ fact: Fact) -> Bool {
    guard let place = place(fact), fact.dimensions == .none else { return false }
    return isOrphan(place.owner, place.metric, place.level)
  }

  /// - Parameter level: The level of the target; `max` for the shortest at which the owner promises the metric.
  private func isOrphan(_ owner: Int, _ metric: Int, _ level: UInt8) -> Bool {
    let stated = levels[owner * metricCount + metric]
    guard stated != 0 else { return false }
    let level = level == .max ? UInt8(7 - stated.leadingZeroBitCount) : level
    let above = UInt8(truncatingIfNeeded: (1 << Int(level)) - 1)
    guard stated & above == 0 else { return false }
    let asked = ancestors[owner].contains { levels[$0 * metricCount + metric] != 0 }
    return !asked && (anyLevels[owner] & above != 0 || ancestors[owner].contains { anyLevels[$0] != 0 })
  }
}

extension Message {
  fileprivate static func orphan(_ names: [LocalText], _ amount: LocalText, _ fact: Fact) -> Message {
    Message(
      zh: "上级计划没有\(names.map(\.zh).joined(separator: "、"))的目标，这里写了 \(amount.zh)",
      en: "no plan above has a target for \(names.map(\.en).joined(separator: ", ")), but \(amount.en) is stated here",
      Argument("metrics", .list(names.map(\.en))), Argument("value", .number(fact.value.description)))
  }
}
