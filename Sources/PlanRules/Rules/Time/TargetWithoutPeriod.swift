import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let targetWithoutPeriod = Rule(
    id: "target-without-period",
    group: .time,
    severity: .error,
    summary: LocalText(zh: "目标没有期间", en: "A target without a period"),
    why: LocalText(
      zh: "不知道属于哪一年、哪个季度的目标进不了任何汇总，也没有到期的一天。在标题、文件名或目标旁写明期间。",
      en: """
        A target of no known year or quarter is in no total and never falls due. Name the period in the heading, the file \
        name or beside the target.
        """),
    exceptions: LocalText(
      zh: "不像计划的文件不检查；一行里有几个目标时只报一次。",
      en: "Files that are no plans are not checked. Several targets on one line are one finding."),
    examples: [
      .good(
        LocalText(zh: "标题写明了年份", en: "the heading names the year"), path: "目标.md",
        """
        # 2026年销售计划

        ## 目标

        - 1月签约额：30万元
        - 2月签约额：25万元
        """),
      .bad(
        LocalText(zh: "整个文件没有期间", en: "no period in the whole file"), path: "目标.md",
        """
        # 销售计划

        ## 目标

        - 签约额：⟦500万元⟧，回款额 400万元
        """,
        says: "签约额目标 500 万元没有期间"),
      .bad(
        LocalText(zh: "季度没有年份", en: "a quarter without a year"), path: "targets.md",
        """
        # Sales plan

        ## Targets

        - Q1 revenue: ⟦$120,000⟧
        """,
        says: "no year can be found for `Q1` of this target", in: .en),
    ],
    check: .plan { file, context, findings in
      let facts = file.facts
      let homeless = facts.indices.filter { !facts[$0].hasKnownPeriod }.map { facts[$0] }.filter { fact in
        // `100% of the reps` is no number of reps.
        let isRate = fact.unit == .percent && fact.metric.map { context.book.registry[$0].unit != .percent } ?? false
        return fact.layer == .target && fact.carrier != .actionItem && fact.form != .delta && !isRate
      }
      guard !homeless.isEmpty else { return }
      let bytes = file.source.bytes
      let lines = LineIndex(bytes.span)
      var reported = -1
      for fact in homeless {
        let line = lines.line(at: Int(fact.range.start))
        guard line != reported else { continue }
        reported = line
        findings.add(
          .noPeriod(of: fact, context.book.registry), at: fact.range, label: LocalText(zh: "目标", en: "target"),
          help: LocalText(
            zh: "在标题里写明年份，如“2026年第一季度”，或把文件命名为 2026-Q1.md",
            en: "name the year in the heading, such as `Q1 2026`, or call the file `2026-Q1.md`"))
      }
    })
}

extension Fact {
  fileprivate var hasKnownPeriod: Bool {
    switch period {
    case .known: true
    // The year is written, although nobody said when it begins.
    case .words: extras?.periodWords?.hasPrefix("FY") ?? false
    case .missing: false
    }
  }
}

extension Message {
  fileprivate static func noPeriod(of fact: Fact, _ registry: MetricRegistry) -> Message {
    let amount = AmountWording.text(fact, registry)
    let name = fact.metric.map { registry[$0].label } ?? fact.extras?.metricName.map { LocalText(zh: $0, en: $0) }
    let value = Argument("value", .number(fact.value.description))
    if fact.period == .words, let words = fact.extras?.periodWords {
      return Message(
        zh: "目标的期间「\(words)」看不出是哪一年", en: "no year can be found for `\(words)` of this target",
        Argument("period", .text(words)), value)
    }
    return Message(
      zh: "\(name?.zh ?? "")目标 \(amount.zh)没有期间",
      en: "the \(name.map { $0.en + " " } ?? "")target of \(amount.en) has no period",
      Argument("metric", .text(name?.en ?? "")), value)
  }
}
