import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let equalSplit = Rule(
    id: "equal-split",
    group: .decomposition,
    severity: .warning,
    summary: LocalText(zh: "目标平均分摊，没有依据", en: "A target split into equal parts without a reason"),
    why: LocalText(
      zh: "除以四或除以十二不是分解：客户的预算周期、节假日和在手商机让每一期都不一样。按它们分解，或写明依据。",
      en: """
        Dividing by four or twelve is no breakdown: budget cycles, holidays and open opportunities make every period \
        different. Split by them, or say what the equal parts are based on.
        """),
    exceptions: LocalText(
      zh: "写有“依据：…”的文件不报；少于三期不报；每人每个指标只报一次。",
      en: "Silent in files that state a basis, and below three periods. One finding for an owner and metric."),
    examples: [
      .good(
        LocalText(zh: "写明了依据", en: "the basis is stated"), path: "2026.md",
        """
        # 2026年销售计划

        ## 月度分解

        | 月份 | 拜访（次） |
        |---|---|
        | 1月 | 20 |
        | 2月 | 20 |
        | 3月 | 20 |

        依据：每周固定拜访五家。
        """),
      .bad(
        LocalText(zh: "四个季度一样", en: "four quarters alike"), path: "2026.md",
        """
        # 2026年销售计划

        ## 季度分解

        | 季度 | 拜访（次） |
        |---|---|
        | Q1 | ⟦60⟧ |
        | Q2 | 60 |
        | Q3 | 60 |
        | Q4 | 60 |
        """,
        says: "拜访目标四个季度都是 60 次，没有写依据"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026.md",
        """
        # 2026 sales plan

        ## Breakdown

        | Quarter | Bookings |
        |---|---|
        | Q1 | ⟦$1.2M⟧ |
        | Q2 | $1.2M |
        | Q3 | $1.2M |
        | Q4 | $1.2M |
        """,
        says: "the bookings target is USD 1,200,000 in each of 4 quarters, and no basis is stated", in: .en),
    ],
    check: .book { book, context, findings in
      let cells = BookCells(book, context)
      let least = context.book.settings.rules.limits["equal-split"]
      for split in cells.forOwners({ $0.equalSplits(of: $1) }) where ExactDecimal(split.parts.count) >= least {
        let facts = split.parts.map { cells.fact($0.fact) }
        guard let first = facts.first, !cells.areDoubtful(split.parts.map(\.fact)) else { continue }
        let files = Set(facts.map(\.range.file))
        guard !files.contains(where: { context.book.statesBasis(book.files[Int($0.index)].source) }) else { continue }
        let wording = ContributorWording(facts, context, book.dimensions)
        findings.add(
          .equal(split, AmountWording.text(first, cells.registry), cells.registry[split.metric].label), at: first.range,
          label: wording.text(first), related: wording.related(Array(facts.dropFirst())),
          help: LocalText(
            zh: "按客户和季节分解，或在表下写“依据：…”", en: "split by customers and season, or add `Basis: …` below the table"))
      }
    })
}

extension BookContext {
  /// Whether a label or a table's header says what the numbers are based on.
  fileprivate func statesBasis(_ source: SourceFile) -> Bool {
    let tree = reader.read(source)
    func isBasis(_ index: Int) -> Bool {
      tree.tokens[index].kind == .word && lexicon[tree.tokens[index].value].attribute == .basis
    }
    if tree.elements.contains(where: { $0.phrase.label.contains(where: isBasis) }) { return true }
    return tree.tables.contains { table in
      table.cells.prefix(table.columnCount).contains { $0.tokens.contains(where: isBasis) }
    }
  }
}

extension Message {
  fileprivate static func equal(_ split: EqualSplit, _ amount: LocalText, _ metric: LocalText) -> Message {
    let count = PeriodWording.count(split.parts.count, split.level)
    return Message(
      zh: "\(metric.zh)目标\(count.zh)都是 \(amount.zh)，没有写依据",
      en: "the \(metric.en) target is \(amount.en) in each of \(count.en), and no basis is stated",
      Argument("metric", .text(metric.en)), Argument("value", .number(split.value.description)),
      Argument("periods", .number("\(split.parts.count)")))
  }
}
