import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let rangeTarget = Rule(
    id: "range-target",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "目标写成了区间", en: "A target that is a range"),
    why: LocalText(
      zh: "区间不能分解也不能汇总：300–500万元到底承诺多少？写定一个数，或者分成保底、目标、冲刺三档。",
      en: """
        A range can neither be split nor added up: which number is promised by 300–500? Commit to one, or state a floor, a \
        target and a stretch.
        """),
    exceptions: LocalText(
      zh: "预测、客户金额和行动里的区间不检查。", en: "Ranges in forecasts, customers' amounts and actions are not looked at."),
    examples: [
      .bad(
        LocalText(zh: "月目标是区间", en: "a month's target is a range"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：⟦300-500万元⟧
        """,
        says: "目标写成了区间「300-500万元」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦$300,000-$500,000⟧
        """,
        says: "the target is a range: `$300,000-$500,000`", in: .en),
      .good(
        LocalText(zh: "分成几档", en: "in tiers"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额保底目标：300万元
        - 签约额目标：400万元
        - 签约额冲刺目标：500万元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $400,000 by 2026-03-31
        """),
    ],
    check: .file { file, _, findings in
      let facts = file.facts
      for index in facts.indices where facts[index].isRange {
        let fact = facts[index]
        guard fact.layer == .target, fact.standing == .statement, fact.carrier != .actionItem,
          fact.metric != nil || fact.extras?.metricName != nil, file.isPlanLike
        else { continue }
        findings.add(
          .range(file.source.text(fact.range.bytes), fact.value, fact.extras?.upper), at: fact.range,
          help: LocalText(
            zh: "写定一个数字，或写成保底、目标、冲刺三档", en: "commit to one number, or state floor, target and stretch"))
      }
    })
}

extension Fact {
  fileprivate var isRange: Bool { if case .range = form { true } else { false } }
}

extension Message {
  fileprivate static func range(_ text: String, _ lower: ExactDecimal, _ upper: ExactDecimal?) -> Message {
    Message(
      zh: "目标写成了区间「\(text)」", en: "the target is a range: `\(text)`", .init("lower", .number(lower.description)),
      .init("upper", .number((upper ?? lower).description)))
  }
}
