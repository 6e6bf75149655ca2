import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let matrixMismatch = Rule(
    id: "matrix-mismatch",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "矩阵的行、列或总计加不起来", en: "Row, column or grand totals of a matrix that do not add up"),
    why: LocalText(
      zh: "一个指标按两个方向分解，行合计、列合计与总计必须一致；差的那一笔，总有一个方向的人以为不归自己。",
      en: """
        Where one metric is split two ways, rows, columns and the grand total must agree; the amount between them is \
        nobody's.
        """),
    exceptions: LocalText(
      zh: "有空格的行列不检查；同一格引起的行、列差异只报一次。",
      en:
        "Rows and columns with blanks are not checked. Differences that one cell causes in its row and column are one finding."
    ),
    examples: [
      .good(
        LocalText(zh: "行、列、总计一致", en: "rows, columns and the grand total agree"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 签约额 月度行业分解（万元）

        | 月份 | 医疗 | 教育 | 合计 |
        |---|---|---|---|
        | 1月 | 60 | 40 | 100 |
        | 2月 | 50 | 30 | 80 |
        | 合计 | 110 | 70 | 180 |
        """),
      .bad(
        LocalText(zh: "改了一格，两个合计没有改", en: "one cell changed, both totals left"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 签约额 月度行业分解（万元）

        | 月份 | 医疗 | 教育 | 合计 |
        |---|---|---|---|
        | 1月 | 60 | 40 | 100 |
        | 2月 | 50 | 45 | ⟦80⟧ |
        | 合计 | 110 | 70 | 180 |
        """,
        says: "签约额矩阵的合计写的是 80，各格相加是 95 万元，少 15 万元"),
      .bad(
        LocalText(zh: "英文计划的列合计", en: "a column total in an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Revenue by month and region

        | Month | North | South | Total |
        |---|---|---|---|
        | January | $60k | $40k | $100k |
        | February | $50k | $30k | $80k |
        | Total | ⟦$120k⟧ | $70k | $180k |
        """,
        says: "the total of the revenue matrix says `$120k`, its cells add up to USD 110,000: USD 10,000 too much",
        in: .en),
    ],
    check: .plan { file, context, findings in
      let assertions = file.assertions
      guard assertions.indices.contains(where: { assertions[$0].isMatrix }) else { return }
      let failing = assertions.filter { $0.isMatrix && $0.kind == .total }.compactMap { AssertionCheck($0) }
      for group in failing.groupedByCause() {
        guard let first = group.first else { continue }
        let inputs = file.facts(at: first.assertion.inputs)
        let wording = ContributorWording(inputs, context, file.dimensions)
        let same = group.dropFirst().map {
          Diagnostic.Related($0.assertion.range, LocalText(zh: "差额相同的合计", en: "a total with the same difference"))
        }
        let shared = group.sharedCell
        let suspect = inputs.first { $0.range == shared }.map { AmountWording.text($0, context.book.registry) }
        let right = first.text(context.book.registry)
        findings.add(
          .notAddingUp(first, in: file, context.book.registry), at: first.assertion.range,
          label: Assertion.Kind.total.name,
          related: same + wording.related(inputs),
          help: suspect.map {
            LocalText(zh: "先核对两个合计共有的一格：\($0.zh)", en: "look first at the cell that both totals share: \($0.en)")
          } ?? LocalText(zh: "合计改为 \(right.zh)，或改正其中一格", en: "write \(right.en), or mend one of the cells"),
          fixes: shared == nil ? first.fix(in: file).map { [$0] } ?? [] : [])
      }
    })
}

extension [AssertionCheck] {
  /// Totals that differ by the same amount and have a cell in common, in the order of the first of each.
  fileprivate func groupedByCause() -> [[AssertionCheck]] {
    var groups: [[AssertionCheck]] = []
    for check in self {
      let inputs = Set(check.assertion.inputs)
      let index = groups.firstIndex { group in
        group[0].difference == check.difference && group[0].assertion.inputs.contains { inputs.contains($0) }
      }
      if let index { groups[index].append(check) } else { groups.append([check]) }
    }
    return groups
  }

  /// The only cell that all of several totals contain.
  fileprivate var sharedCell: SourceRange? {
    guard count > 1, let first else { return nil }
    let shared = dropFirst().reduce(Set(first.assertion.inputs)) { $0.intersection($1.assertion.inputs) }
    return shared.count == 1 ? shared.first : nil
  }
}

extension Message {
  fileprivate static func notAddingUp(_ check: AssertionCheck, in file: PlanFile, _ registry: MetricRegistry) -> Message
  {
    let name = check.assertion.metric.map { registry[$0].label } ?? LocalText(zh: "", en: "")
    let written = file.source.text(check.assertion.range.bytes)
    let (right, gap) = (check.text(registry), check.gap(registry))
    return Message(
      zh: "\(name.zh)矩阵的合计写的是 \(written)，各格相加是 \(right.zh)，\(gap.zh)",
      en: "the total of the \(name.en) matrix says `\(written)`, its cells add up to \(right.en): \(gap.en)",
      Argument("metric", .text(name.en)), Argument("stated", .number(check.assertion.stated.description)),
      Argument("right", .number(check.right.description)))
  }
}
