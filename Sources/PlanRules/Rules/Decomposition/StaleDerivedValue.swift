import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let staleDerivedValue = Rule(
    id: "stale-derived-value",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "合计、完成率等与数据不符", en: "A total, rate or difference that its numbers do not give"),
    why: LocalText(
      zh: "改了一个数字却没有重算合计或完成率，读的人就会按旧的结论行事。",
      en: "Whoever changes a number and leaves the total or rate as it was lets readers act on the old result."),
    exceptions: LocalText(
      zh: "百分比按写出的位数四舍五入；合计与差额必须精确。有空格的行列不检查；矩阵由 matrix-mismatch 检查。",
      en: """
        Percentages are rounded half up to the digits written; totals and differences are exact. Rows and columns with blanks are \
        not checked, and matrices belong to matrix-mismatch.
        """),
    examples: [
      .good(
        LocalText(zh: "按写出的位数四舍五入", en: "rounded to the digits written"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 总结

        | 指标 | 目标 | 实际 | 完成率 | 差额 |
        |---|---|---|---|---|
        | 签约额（万元） | 300 | 277 | 92.3% | -23 |
        | 拜访（次） | 60 | 50 | 83% | -10 |
        """),
      .bad(
        LocalText(zh: "完成率没有重算", en: "a rate left as it was"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 总结

        | 指标 | 目标 | 实际 | 完成率 | 差额 |
        |---|---|---|---|---|
        | 签约额（万元） | 300 | 277 | ⟦95.0%⟧ | -23 |
        | 拜访（次） | 60 | 50 | 83% | ⟦-12⟧ |
        """,
        says: "完成率写的是 95.0%，按目标和实际应是 92.3%", "差额写的是 -12，实际减目标应是 -10 次"),
      .bad(
        LocalText(zh: "英文计划的合计", en: "a total in an English plan"), path: "2026.md",
        """
        # 2026 sales plan

        ## Breakdown

        | Quarter | Revenue | Visits |
        |---|---|---|
        | Q1 | $1.2M | 60 |
        | Q2 | $1.5M | 70 |
        | Q3 | $1.4M | 65 |
        | Q4 | $1.9M | 75 |
        | Total | $6.0M | ⟦260⟧ |
        """,
        says: "the total says `260`, its parts add up to 270: 10 short", in: .en),
    ],
    check: .plan { file, context, findings in
      for assertion in file.assertions where !(assertion.isMatrix && assertion.kind == .total) {
        guard let check = AssertionCheck(assertion) else { continue }
        let inputs = file.facts(at: assertion.inputs)
        let wording = ContributorWording(inputs, context, file.dimensions)
        let right = check.text(context.book.registry)
        findings.add(
          .stale(check, in: file, context.book.registry), at: assertion.range, label: assertion.kind.name,
          related: wording.related(inputs),
          help: LocalText(zh: "改为 \(right.zh)，或改正算它的数字", en: "write \(right.en), or mend the numbers behind it"),
          fixes: check.fix(in: file).map { [$0] } ?? [])
      }
    })
}

extension Message {
  fileprivate static func stale(_ check: AssertionCheck, in file: PlanFile, _ registry: MetricRegistry) -> Message {
    let written = file.source.text(check.assertion.range.bytes)
    let right = check.text(registry)
    let gap = check.gap(registry)
    let text =
      switch check.assertion.kind {
      case .total:
        LocalText(
          zh: "合计写的是 \(written)，各项相加是 \(right.zh)，\(gap.zh)",
          en: "the total says `\(written)`, its parts add up to \(right.en): \(gap.en)")
      case .attainment:
        LocalText(
          zh: "完成率写的是 \(written)，按目标和实际应是 \(right.zh)",
          en: "attainment says `\(written)`, target and actual give \(right.en)")
      case .variance:
        LocalText(
          zh: "差额写的是 \(written)，实际减目标应是 \(right.zh)",
          en: "the difference says `\(written)`, actual less target is \(right.en)")
      case .growth:
        LocalText(
          zh: "同比写的是 \(written)，按基期应是 \(right.zh)", en: "growth says `\(written)`, the baseline gives \(right.en)")
      case .share:
        LocalText(
          zh: "占比写的是 \(written)，按合计应是 \(right.zh)", en: "the share says `\(written)`, the total gives \(right.en)")
      case .average:
        LocalText(
          zh: "平均写的是 \(written)，各项的平均是 \(right.zh)", en: "the average says `\(written)`, its parts give \(right.en)")
      }
    return Message(
      zh: text.zh, en: text.en, Argument("kind", .text(check.assertion.kind.name.en)),
      Argument("stated", .number(check.assertion.stated.description)),
      Argument("right", .number(check.right.description)))
  }
}
