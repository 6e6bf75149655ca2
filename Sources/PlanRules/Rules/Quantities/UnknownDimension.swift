import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unknownDimension = Rule(
    id: "unknown-dimension",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "不在册的行业、区域或产品", en: "A region, industry or product that the book does not have"),
    why: LocalText(
      zh: "planbook.yml 里列了行业，就只按列出的行业汇总；名称差一个字，数字就进不了那个行业。",
      en:
        "Where planbook.yml lists the values of an axis, reports add up those: a value that is spelt otherwise is in none of them."
    ),
    exceptions: LocalText(
      zh: "planbook.yml 没有列出取值的维度不检查；“其他”“合计”“待定”之类不检查；一个名称只报一次。",
      en:
        "An axis without listed values is not checked, nor are `other` and open positions; each name is reported once a file."
    ),
    examples: [
      .bad(
        LocalText(zh: "差一个字", en: "one character off"), path: "2026-Q1.md", planbook: axes,
        """
        # 王芳 2026年第一季度计划

        ## 目标

        | 行业 | 签约额（万元） |
        |---|---|
        | 医疗 | 50 |
        | ⟦智能制造业⟧ | 40 |
        """,
        says: "册子里没有行业「智能制造业」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md", planbook: axes,
        """
        # Ben Q1 2026 plan

        ## Targets

        | Industry | Bookings |
        |---|---|
        | Logistics | $50,000 |
        | ⟦Logistic⟧ | $20,000 |
        """,
        says: "`Logistic` is no industry of the book", in: .en),
      .good(
        LocalText(zh: "在册的和“其他”", en: "listed values, and others"), path: "2026-Q1.md", planbook: axes,
        """
        # 王芳 2026年第一季度计划

        ## 目标

        | 行业 | 签约额（万元） |
        |---|---|
        | 医疗 | 50 |
        | 智能制造 | 40 |
        | 其他 | 10 |
        """),
      .good(
        LocalText(zh: "没有列出取值", en: "an axis without listed values"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Targets

        | Industry | Bookings |
        |---|---|
        | Anything | $50,000 |
        """),
    ],
    check: .file { file, context, findings in
      guard !file.namings.isEmpty, file.isPlanLike else { return }
      var seen: Set<String> = []
      for naming in file.namings {
        guard case .dimension(let axis) = naming.kind, !isOther(naming.text), seen.insert(naming.text).inserted else {
          continue
        }
        let entry = context.book.settings.dimensions[axis]
        guard context.book.settings.dimensions.value(naming.text, on: axis) == nil else { continue }
        let nearest = NearestWord.nearest(to: naming.text, in: entry.values)
        findings.add(
          .unknownValue(naming.text, entry.names, nearest), at: naming.range,
          help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") }
            ?? LocalText(
              zh: "在 planbook.yml 的 dimensions 里补上", en: "add it under `dimensions` in planbook.yml"),
          fixes: nearest.map {
            [
              Fix(
                title: LocalText(zh: "改为「\($0)」", en: "write `\($0)`"), safety: .unsafe,
                edits: [Edit(naming.range, $0)])
            ]
          } ?? [])
      }
    })

  private static let axes = """
    planbook: 1
    dimensions:
      industry: [医疗, 智能制造, Logistics]
    """
}

/// Whether a value stands for all that is not listed, or for something open.
private func isOther(_ text: String) -> Bool {
  chineseOthers.contains { text.contains($0) } || englishOthers.contains(text.lowercased())
}

private let chineseOthers = ["其他", "其它", "其余", "未定", "待定", "未分", "不限", "通用", "综合", "全部", "所有", "各"]
private let englishOthers = [
  "other", "others", "various", "tbd", "all", "misc", "rest", "the rest", "general", "unassigned", "any",
]

extension Message {
  fileprivate static func unknownValue(_ value: String, _ axis: LocalText, _ nearest: String?) -> Message {
    Message(
      zh: "册子里没有\(axis.zh)「\(value)」", en: "`\(value)` is no \(axis.en) of the book", Argument("value", .text(value)),
      Argument("nearest", .text(nearest ?? "")))
  }
}
