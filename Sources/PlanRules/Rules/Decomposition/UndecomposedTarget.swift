import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let undecomposedTarget = Rule(
    id: "undecomposed-target",
    group: .decomposition,
    severity: .error,
    summary: LocalText(zh: "目标没有分解到季度或月", en: "A target not broken down into its quarters or months"),
    why: LocalText(
      zh: "只有年底才见分晓的目标来不及补救。年度目标要分解到每个季度，季度目标要分解到每个月，写在同一份计划或本人的其他计划里。",
      en: """
        A target that is only looked at when the year is over cannot be mended any more. Break the year down into all its quarters \
        and every quarter into its months, in this plan or in the owner's others.
        """),
    exceptions: LocalText(
      zh: """
        直接分解到十二个月也算；存量只要求最后一期；句子里顺带写的数量不要求；战略、区域或行业的分项目标不要求；写在别人计划里的目标由本人分解。\
        月到旬或周、周到日按警告报告，只针对已经有下一级计划的人自己的月计划、周计划；配置 strict 里人人都要求。
        """,
      en: """
        A year split straight into twelve months is fine. Of a stock only the last part is asked for. Counts \
        in the middle of a sentence need no split. Strategies and parts by region or \
        industry need no split, and a target that stands only in somebody else's plan is for its owner to break down. \
        Months without weeks or ten-days and weeks without days are warnings, and only in the month and week plans of \
        those who have plans of the level below; in profile strict for everybody.
        """),
    examples: [
      .good(
        LocalText(zh: "分解到月", en: "broken down into months"), path: "2026-Q1.md",
        """
        # 2026年第一季度销售计划

        ## 目标

        - 签约额：300万元
        - 应收账款：80万元

        ## 月度分解

        | 月份 | 签约额（万元） | 应收账款（万元） |
        |---|---|---|
        | 1月 | 90 | 95 |
        | 2月 | 80 | 90 |
        | 3月 | 130 | 80 |
        """),
      .bad(
        LocalText(zh: "少了两个月", en: "two months are missing"), path: "2026-Q1.md",
        """
        # 2026年第一季度销售计划

        ## 目标

        - 签约额：⟦300万元⟧
        - 1月签约额：90万元
        """,
        says: "2026年第一季度签约额目标 300 万元没有分解到2月、3月"),
      .bad(
        LocalText(zh: "英文年度计划", en: "an English annual plan"), path: "2026.md",
        """
        # 2026 sales plan

        ## Targets

        - Bookings: ⟦$5M⟧
        """,
        says: "the 2026 bookings target of USD 5,000,000 is not broken down into Q1, Q2, Q3, Q4", in: .en),
      .badBook(
        LocalText(zh: "写周计划的人，月目标只有一周", en: "somebody who plans weeks, with a month of one week"),
        [
          .init(
            "王岚/2026-04.md",
            """
            # 王岚 2026年4月计划

            ## 目标

            - 签约额：⟦120万元⟧
            """),
          .init(
            "王岚/2026-W15.md",
            """
            # 王岚 2026年第15周计划

            ## 目标

            - 签约额：30万元
            """),
        ],
        says: "2026年4月签约额目标 120 万元没有分解到2026-W14、2026-W16、2026-W17、2026-W18"),
    ],
    check: .book { book, context, findings in
      let cells = BookCells(book, context)
      var phrases = FactPhrases(cells)
      let isForAll = context.profile == .strict
      let open = cells.forOwners { $0.undecomposed(of: $1, everywhere: isForAll) }.filter { it in
        !it.value.isZero && cells.isOwn(it.fact, of: it.address.owner) && !cells.isDoubtful(it.address.owner)
          && book.files[Int(cells.fact(it.fact).range.file.index)].isPlanLike
          && (it.address.unit != .plain || !phrases.isInSentence(cells.fact(it.fact)))
      }
      // A metric is one finding a year, told at the longest period.
      let tree = PeriodTree(context.book.fiscal)
      var groups: [Promise: [Undecomposed]] = [:]
      var order: [Promise] = []
      for it in open.sorted(by: { Period.inCalendarOrder($0.address.period, $1.address.period) }) {
        let promise = Promise(
          owner: it.address.owner, metric: it.address.metric, unit: it.address.unit,
          year: tree.period(of: .year, holding: it.address.period.start), isCore: it.isCore)
        if groups[promise] == nil { order.append(promise) }
        groups[promise, default: []].append(it)
      }
      for promise in order {
        guard let group = groups[promise], let first = group.min(by: { $0.parentLevel < $1.parentLevel }) else {
          continue
        }
        let related = group.filter { $0.fact != first.fact }.map { other in
          let text = cells.lack(other)
          return Diagnostic.Related(cells.fact(other.fact).range, LocalText(zh: "也" + text.zh, en: "also " + text.en))
        }
        let missing = cells.wording.list(first.missing)
        findings.add(
          .undecomposed(first, cells), at: cells.fact(first.fact).range, severity: promise.isCore ? nil : .warning,
          label: LocalText(
            zh: "\(PeriodWording.name(first.parentLevel).zh)目标",
            en: "\(PeriodWording.name(first.parentLevel).en) target"),
          related: related,
          help: LocalText(
            zh: "写出\(missing.zh)的目标，合计等于这个数", en: "state targets for \(missing.en) that add up to it"))
      }
    })
}

/// What one finding is about.
private struct Promise: Hashable {
  let owner: OwnerID
  let metric: MetricID
  let unit: CellUnit
  let year: Period?
  let isCore: Bool
}

extension Undecomposed {
  /// Down to the month everybody is asked.
  fileprivate var isCore: Bool { parentLevel <= .quarter }
}

extension BookCells {
  fileprivate func lack(_ it: Undecomposed) -> LocalText {
    let missing = wording.list(it.missing)
    return LocalText(zh: "没有分解到\(missing.zh)", en: "not broken down into \(missing.en)")
  }
}

extension Message {
  fileprivate static func undecomposed(_ it: Undecomposed, _ cells: BookCells) -> Message {
    let title = cells.title(it.address, at: it.fact)
    let amount = cells.amount(it.fact)
    let lack = cells.lack(it)
    return Message(
      zh: "\(title.zh)目标 \(amount.zh)\(lack.zh)", en: "the \(title.en) target of \(amount.en) is \(lack.en)",
      Argument("metric", .text(cells.registry[it.address.metric].id)),
      Argument("value", .number(it.value.description)),
      Argument("missing", .list(it.missing.map { $0.id(in: cells.context.book.fiscal) })))
  }
}
