import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unquantifiedTarget = Rule(
    id: "unquantified-target",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "目标没有数字", en: "A target without a number"),
    why: LocalText(
      zh: "没有数字的目标无法分解、无法检核，到期时也说不清完成了没有。写明指标和数量；如果是要做的事，放到行动计划里。",
      en: """
        A target without a number cannot be split, checked or called done. State a metric and a number; if the line says \
        what to do, it belongs in the action plan.
        """),
    exceptions: LocalText(
      zh: "下级条目已有数字的标题性条目、依据和责任人等说明、带有日期的里程碑、指向其他计划的链接，以及“详见下表”一类的引用。",
      en: """
        Items that only head others with numbers, remarks such as a basis or an owner, dated milestones, links to other \
        plans, and references such as "see the table".
        """),
    examples: [
      .bad(
        LocalText(zh: "空话代替了数字", en: "a vague word instead of a number"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：50万元
        - ⟦回款额：大幅提升⟧
        - ⟦做好老客户的维护工作⟧
        """,
        says: "目标没有数字，只写了「大幅」", "目标没有数字"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-05.md",
        """
        # Ben May 2026 plan

        ## Targets

        - Bookings: $300,000
        - ⟦Significantly grow the healthcare segment⟧
        """,
        says: "the target has no number, only `Significantly`", in: .en),
      .good(
        LocalText(zh: "数字写在下级，依据不是目标", en: "the numbers stand below; a basis is no target"),
        path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 老客户
          - 回访：20次
          - 依据：上年同期实绩
        - 承接 [季度目标](2026-Q1.md)
        - 中标：无
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-05.md",
        """
        # Ben May 2026 plan

        ## Targets

        - Win two new customers
        - Owner: Ben
        """),
    ],
    check: .plan { file, context, findings in
      guard TargetPlaces.arePromised(in: file) else { return }
      for found in TargetItems(file, context).withoutNumber() {
        findings.add(
          .noNumber(insteadOfIt: found.vague), at: SourceRange(file: file.id, found.range),
          label: LocalText(zh: "没有数字", en: "no number"),
          help: LocalText(
            zh: "写明指标和数量，如“回访：20次”；要做的事放到行动计划里",
            en: "state a metric and a number, such as `revisits: 20`; what is to be done belongs in the action plan"))
      }
    })
}

extension Message {
  fileprivate static func noNumber(insteadOfIt vague: String?) -> Message {
    guard let vague else { return Message(zh: "目标没有数字", en: "the target has no number") }
    return Message(
      zh: "目标没有数字，只写了「\(vague)」", en: "the target has no number, only `\(vague)`",
      .init("word", .text(vague)))
  }
}
