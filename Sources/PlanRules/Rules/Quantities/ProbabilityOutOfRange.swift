import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let probabilityOutOfRange = Rule(
    id: "probability-out-of-range",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "几率低于 0 或高于 100%", en: "A probability below 0 or above 100 %"),
    why: LocalText(
      zh: "几率只能在 0 到 100% 之间；超出的几率会让加权预测凭空变大或变小。",
      en:
        "A probability lies between 0 and 100 %; outside, it makes a weighted forecast larger or smaller than anything that can happen."
    ),
    exceptions: LocalText(
      zh: "完成率、增幅可以超过 100%，不检查；不像计划的文件不检查。",
      en: "Attainment and growth may exceed 100 % and are not checked, nor are files that are no plans."),
    examples: [
      .bad(
        LocalText(zh: "几率 120%", en: "120 %"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 重点客户

        | 客户 | 预计金额（万元） | 几率 |
        |---|---|---|
        | 仁和医院 | 50 | 60% |
        | 明湾大学 | 40 | ⟦120%⟧ |
        """,
        says: "几率「120%」高于 100%"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Customers

        | Customer | Expected | Probability |
        |---|---|---|
        | Northgate Clinic | $50,000 | ⟦-10%⟧ |
        """,
        says: "probability `-10%` is below 0", in: .en),
      .good(
        LocalText(zh: "几率与完成率", en: "probabilities, and an attainment"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 重点客户

        | 客户 | 预计金额（万元） | 几率 |
        |---|---|---|
        | 仁和医院 | 50 | 100% |
        | 明湾大学 | 40 | 0% |

        ## 说明

        去年同期完成率：120%
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Customers

        | Customer | Expected | Probability |
        |---|---|---|
        | Northgate Clinic | $50,000 | 75% |
        """),
    ],
    looksFor: .oddProbability,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      var places: Set<Range<Int>> = []
      for fact in file.facts where fact.metric.map({ context.metrics.isOddProbability(fact.value, $0) }) ?? false {
        places.insert(fact.range.bytes)
      }
      for token in file.tree.tokens where token.kind == .quantity && file.fates[Int(token.value)] == .attribute {
        let quantity = file.tree.quantities[Int(token.value)]
        if quantity.unit == .percent, quantity.value.isNegative || quantity.value > ExactDecimal(100) {
          places.insert(token.range)
        }
      }
      for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        let text = file.source.quoted(place)
        let isBelow = text.hasPrefix("-") || text.hasPrefix("－") || text.hasPrefix("−") || text.hasPrefix("负")
        findings.add(
          .outOfRange(text, isBelow: isBelow), at: SourceRange(file: file.id, place),
          help: LocalText(zh: "写 0 到 100% 之间的数", en: "write a number between 0 and 100 %"))
      }
    })
}

extension Message {
  fileprivate static func outOfRange(_ text: String, isBelow: Bool) -> Message {
    Message(
      zh: isBelow ? "几率「\(text)」低于 0" : "几率「\(text)」高于 100%",
      en: isBelow ? "probability `\(text)` is below 0" : "probability `\(text)` is above 100 %",
      Argument("text", .text(text)))
  }
}
