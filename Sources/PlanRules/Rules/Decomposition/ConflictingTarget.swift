import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let conflictingTarget = Rule(
    id: "conflicting-target",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "同一目标有两个数", en: "Two different targets for the same thing"),
    why: LocalText(
      zh: "同一个人、同一期间、同一指标写了两个数，大家各按各的执行，复盘时也说不清完成没有。只留一个数，其他地方改成一致。",
      en: """
        Where one person's target for one period is stated twice, differently, everybody follows another number, and no \
        review can say whether it was met. Decide for one of them and write it everywhere.
        """),
    exceptions: LocalText(
      zh: "保底与冲刺目标不算冲突；同一文件里各有不认识的词的两行，说的可能不是一件事，不报；战略与年度计划互相比较，不算冲突；客户表、商机表里的各行是相加的。",
      en: """
        Two lines of one file that each have words nothing is known about may be about different things. Floor and stretch \
        targets are no conflict, nor is a strategy with the division's plan: those are compared. Rows of \
        customer tables are added.
        """),
    examples: [
      .goodBook(
        LocalText(zh: "两处一致，保底另列", en: "both places agree, the floor stands apart"), planbook: organization,
        [
          Example.File(
            "华东区/王芳/2026-Q1.md",
            """
            # 王芳 2026年第一季度计划

            ## 月度分解

            | 月份 | 拜访（次） |
            |---|---|
            | 1月 | 20 |
            | 2月 | 15 |
            | 3月 | 25 |
            """),
          Example.File(
            "华东区/王芳/2026-01.md",
            """
            # 王芳 2026年1月计划

            ## 目标

            - 拜访：20次，保底 16次
            """),
        ]),
      .badBook(
        LocalText(zh: "月计划改了，季度计划没有改", en: "the month's plan changed, the quarter's did not"), planbook: organization,
        [
          Example.File(
            "华东区/王芳/2026-Q1.md",
            """
            # 王芳 2026年第一季度计划

            ## 月度分解

            | 月份 | 拜访（次） |
            |---|---|
            | 1月 | ⟦24⟧ |
            | 2月 | 15 |
            | 3月 | 25 |
            """),
          Example.File(
            "华东区/王芳/2026-01.md",
            """
            # 王芳 2026年1月计划

            ## 目标

            - 拜访：20次
            """),
        ],
        says: "2026年1月拜访的目标这里写 24 次，另一处写 20 次"),
      .bad(
        LocalText(zh: "英文计划，同一文件里", en: "an English plan, in one file"), path: "2026.md",
        """
        # 2026 sales plan

        ## Targets

        - Bookings: $5M

        ## Annual targets

        - Bookings: ⟦$4.8M⟧
        """,
        says: "the target for 2026 bookings is USD 4,800,000 here and USD 5,000,000 elsewhere", in: .en),
    ],
    check: .book { book, context, findings in
      let cells = BookCells(book, context)
      var phrases = FactPhrases(cells)
      var totals = ConflictingTotals(cells)
      for conflict in cells.resolver.conflicts()
      where conflict.address.layer == .target && conflict.address.tier == .target {
        let inForce = cells.fact(conflict.inForce)
        let differing = conflict.others.filter { !phrases.areDifferentThings(cells.fact($0), inForce) }
        guard let first = differing.first, !cells.areDoubtful(differing + [conflict.inForce]) else { continue }
        totals.note([conflict.inForce] + differing)
        let used = cells.amount(conflict.inForce)
        let others = differing.dropFirst().map {
          Diagnostic.Related(
            cells.fact($0).range,
            LocalText(zh: "又一个数：\(cells.amount($0).zh)", en: "yet another: \(cells.amount($0).en)"))
        }
        findings.add(
          .conflict(
            cells.title(conflict.address, at: first), cells.amount(first), used, cells.fact(first),
            cells.fact(conflict.inForce)),
          at: cells.fact(first).range,
          label: LocalText(zh: "目标 \(cells.amount(first).zh)", en: "target \(cells.amount(first).en)"),
          related: [
            Diagnostic.Related(
              cells.fact(conflict.inForce).range,
              LocalText(zh: "目标 \(used.zh)，汇总用这个数", en: "target \(used.en); sums use this one"))
          ] + others,
          help: LocalText(zh: "定下一个数，另一处改成一致", en: "decide for one number and write it in both places"))
      }
      for place in totals.places() {
        findings.explain(Rule.staleDerivedValue.id, at: place)
        findings.explain(Rule.matrixMismatch.id, at: place)
      }
    })

  private static let organization = """
    planbook: 1
    organization:
      销售部:
        units:
          华东区:
            members: [王芳]
    """
}

extension FactPhrases {
  /// `New logos in pipe` and `New logos closed`: what the other words say may tell two numbers of one file apart.
  fileprivate mutating func areDifferentThings(_ one: Fact, _ other: Fact) -> Bool {
    guard one.range.file == other.range.file else { return false }
    let (words, others) = (unknownWords(of: one), unknownWords(of: other))
    return !words.isEmpty && !others.isEmpty && words != others
  }
}

extension Message {
  fileprivate static func conflict(
    _ title: LocalText, _ here: LocalText, _ there: LocalText, _ first: Fact, _ inForce: Fact
  ) -> Message {
    Message(
      zh: "\(title.zh)的目标这里写 \(here.zh)，另一处写 \(there.zh)",
      en: "the target for \(title.en) is \(here.en) here and \(there.en) elsewhere",
      Argument("value", .number(first.value.description)), Argument("other", .number(inForce.value.description)))
  }
}
