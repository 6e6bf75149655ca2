import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let sumMismatch = Rule(
    id: "sum-mismatch",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "分解之和不等于目标", en: "Parts that do not add up to the target"),
    why: LocalText(
      zh: "各月、各人或各行业的目标加起来不等于总目标，差的那一笔就没有人承担。",
      en: "Where months, people or industries do not add up to the target, nobody has promised the difference."),
    exceptions: LocalText(
      zh: """
        声明了上浮时，下级之和应等于目标 ×（1 + 上浮）。分解不完整时由 undecomposed-target 报；同一处写了两个数时由 conflicting-target 报。\
        有人只计划了一部分期间时，不与整个期间相比。只在差异产生的最低一级报一次。
        """,
      en: """
        Where a buffer is declared, the children should add up to target × (1 + buffer). Incomplete breakdowns belong to \
        undecomposed-target, and cells with two numbers to conflicting-target. Where somebody has planned only part of the period so far, a \
        shortfall proves nothing. A difference is told once, at the lowest level \
        where it arises.
        """),
    examples: [
      .good(
        LocalText(zh: "三个月加起来正好", en: "the three months add up"), path: "2026-Q2.md",
        """
        # 2026年第二季度销售计划

        ## 目标

        - 签约额：500万元
        - 4月签约额：130万元
        - 5月签约额：140万元
        - 6月签约额：230万元
        """),
      .bad(
        LocalText(zh: "少 80 万元", en: "800,000 short"), path: "2026-Q2.md",
        """
        # 2026年第二季度销售计划

        ## 目标

        - 签约额：⟦500万元⟧
        - 4月签约额：130万元
        - 5月签约额：140万元
        - 6月签约额：150万元
        """,
        says: "2026年第二季度签约额：三个月合计 420 万元，季度目标 500 万元，少 80 万元"),
      .badBook(
        LocalText(zh: "上浮 10%，还有人没有填报", en: "with a buffer, and somebody has stated nothing"),
        planbook: """
          planbook: 1
          organization:
            销售部:
              units:
                华东区:
                  buffer: 10%
                  members: [王芳, 李雷, 韩梅]
          """,
        [
          Example.File("华东区/2026-04.md", "# 华东区 2026年4月计划\n\n## 目标\n\n- 签约额：⟦100万元⟧\n"),
          Example.File("华东区/王芳/2026-04.md", "# 王芳 2026年4月计划\n\n## 目标\n\n- 签约额：60万元\n"),
          Example.File("华东区/李雷/2026-04.md", "# 李雷 2026年4月计划\n\n## 目标\n\n- 签约额：44万元\n"),
        ],
        says: "2026年4月签约额：2 名成员合计 104 万元，月目标 100 万元，加上浮 10% 应为 110 万元，少 6 万元；韩梅没有填报"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q2.md",
        """
        # Q2 2026 sales plan

        ## Targets

        | Month | Bookings |
        |---|---|
        | April | $100k |
        | May | $120k |
        | June | $150k |

        - Bookings: ⟦$350k⟧
        """,
        says:
          "Q2 2026 bookings: the 3 months add up to USD 370,000, the quarter's target is USD 350,000: USD 20,000 too much",
        in: .en),
    ],
    check: .book { book, context, findings in
      let cells = BookCells(book, context)
      let stale = StaleTotals(cells)
      let candidates = cells.forOwners { $0.mismatchCandidates(of: $1) }
      for mismatch in cells.resolver.oneForEachCause(candidates) where mismatch.address.layer == .target {
        let wording = MismatchWording(mismatch: mismatch, cells: cells)
        guard let place = wording.place, !wording.isTooEarly else { continue }
        guard !cells.areDoubtful([place] + wording.contributors), !stale.explain(mismatch) else { continue }
        findings.add(
          .mismatch(wording, at: place), at: cells.fact(place).range, label: wording.label, related: wording.related,
          help: wording.help)
      }
    })
}

extension Message {
  fileprivate static func mismatch(_ wording: MismatchWording, at place: Int) -> Message {
    let text = wording.headline(at: place)
    let mismatch = wording.mismatch
    let registry = wording.cells.registry
    return Message(
      zh: text.zh, en: text.en, Argument("metric", .text(registry[mismatch.address.metric].id)),
      Argument("period", .text(mismatch.address.period.id(in: wording.cells.context.book.fiscal))),
      Argument("sum", .number(mismatch.sum.description)), Argument("expected", .number(mismatch.expected.description)),
      Argument("difference", .number(mismatch.difference.description)))
  }
}
