import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let ambiguousWeek = Rule(
    id: "ambiguous-week",
    group: .time,
    severity: .warning,
    summary: LocalText(zh: "“第12周”看不出是哪几天", en: "A week number that leaves its days open"),
    why: LocalText(
      zh: "“第12周”“3月第2周”各家数法不同，可能差一整周。写 ISO 周号（2026-W12）或写起止日期，也可以在 planbook.yml 里写明 `week:`。",
      en: """
        `Week 12` and the second week of a month are counted in several ways that differ by a week. Write the ISO week \
        (`2026-W12`) or the dates, or say `week:` in planbook.yml.
        """),
    exceptions: LocalText(
      zh: "planbook.yml 写了 `week:` 就不检查；旁边写了日期的不检查；一个文件只报一次。",
      en: "A book that says `week:` is not checked, nor are weeks with their dates beside them; one finding a file."),
    examples: [
      .bad(
        LocalText(zh: "按月数周", en: "weeks of a month"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 周计划

        | 周次 | 拜访（次） |
        |---|---|
        | ⟦第1周⟧ | 5 |
        | 第2周 | 6 |
        """,
        says: "「第1周」按 2026年3月2日至3月8日读取，各家数法不同（共 2 处）"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        # Ben Q1 2026 plan

        ## Targets

        - ⟦Week 12⟧: 5 visits
        """,
        says: "`Week 12` was read as 2026-03-16 to 2026-03-22, but weeks are counted in several ways", in: .en),
      .good(
        LocalText(zh: "ISO 周号", en: "an ISO week"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 目标

        - 2026-W12：拜访5次
        """),
      .good(
        LocalText(zh: "册子写明了数法", en: "the book says how it counts"), path: "2026-Q1.md", planbook: "week: iso",
        """
        # Ben Q1 2026 plan

        ## Targets

        - Week 12: 5 visits
        """),
      .good(
        LocalText(zh: "写了日期", en: "the dates stand beside it"), path: "2026-Q1.md",
        """
        # 王芳 2026年第一季度计划

        ## 第12周（3月16日至3月22日）

        - 拜访：5次
        """),
    ],
    looksFor: .ambiguousWeek,
    check: .file { file, context, findings in
      guard file.isPlanLike, !context.book.settings.statesWeek else { return }
      let places = file.periodPlaces(context.book, where: \.period.isAmbiguousWeek).filter {
        if case .known = $0.resolved { !file.isDated($0) } else { false }
      }
      guard let first = places.first, case .known(let period) = first.resolved else { return }
      let days = Period(level: .span, start: period.start, end: period.end)
      let wording = PeriodWording(context.book.fiscal)
      findings.add(
        .ambiguous(file.source.quoted(first.range.bytes), wording.text(days), count: places.count), at: first.range,
        related: places.dropFirst().compactMap { place in
          guard case .known(let period) = place.resolved else { return nil }
          return Diagnostic.Related(
            place.range, wording.text(Period(level: .span, start: period.start, end: period.end)))
        },
        help: LocalText(
          zh: "写成 \(period.id(in: context.book.fiscal))，或在 planbook.yml 里写明 week: iso",
          en: "write `\(period.id(in: context.book.fiscal))`, or say `week: iso` in planbook.yml"))
    })
}

extension PlanFile {
  /// Whether other periods stand in the same text, as dates in brackets do.
  fileprivate func isDated(_ place: PeriodPlace) -> Bool {
    let line = startOfLine(Int(place.range.start))..<restOfLine(Int(place.range.start)).upperBound
    return token(
      in: line,
      where: { token in
        guard token.kind == .period else { return false }
        switch tree.periods[Int(token.value)].period {
        case .date, .span: return true
        default: return false
        }
      }) != nil
  }
}

extension Message {
  fileprivate static func ambiguous(_ text: String, _ days: LocalText, count: Int) -> Message {
    Message(
      zh: "「\(text)」按 \(days.zh)读取，各家数法不同" + (count > 1 ? "（共 \(count) 处）" : ""),
      en: "`\(text)` was read as \(days.en), but weeks are counted in several ways"
        + (count > 1 ? " (\(count) places)" : ""),
      Argument("text", .text(text)), Argument("days", .text(days.en)))
  }
}
