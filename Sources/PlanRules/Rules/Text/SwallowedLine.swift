import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let swallowedLine = Rule(
    id: "swallowed-line",
    group: .text,
    severity: .warning,
    summary: LocalText(zh: "列表下面顶格的一行被最后一项吞掉", en: "A line that the list item above it swallows"),
    why: LocalText(
      zh: "列表后面没有空行时，顶格的文字仍属于最后一项，网页上接在那一项后面。中间空一行；属于那一项的就缩进。",
      en: """
        Without a blank line, text at the margin still belongs to the last item of the list, and the page shows it as the end \
        of that item. Leave a line blank, or indent what belongs to the item.
        """),
    exceptions: LocalText(
      zh: "只检查计划里以指标、依据、备注等开头的行；责任人、截止等说明那一项的行，以及普通的换行不检查。",
      en: """
        Only lines of plans that begin with the name of a metric, a basis or a remark are checked; lines that say who and when, \
        and ordinary wrapped text, are not.
        """),
    examples: [
      .bad(
        LocalText(zh: "依据顶着列表", en: "a basis right below the list"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：30万元
        - 回款额：20万元
        ⟦依据：在手合同⟧
        """,
        says: "「依据：在手合同」没有空行隔开，成了上一项的一部分"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        ⟦Visits: 40⟧
        """,
        says: "`Visits: 40` is part of the item above, as no line is blank between them", in: .en),
      .good(
        LocalText(zh: "空了一行，或者缩进", en: "a blank line, or an indent"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：30万元
          依据：在手合同
        - 回款额：20万元

        依据：账期
        """),
      .good(
        LocalText(zh: "换行的一句话", en: "a sentence that goes on"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic by 2026-03-17 and bring along what they
        asked for: prices and dates
        """),
    ],
    looksFor: .traps,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let lines = file.traps(.swallowed)
      guard !lines.isEmpty else { return }
      let index = PhraseIndex(file)
      for line in lines {
        guard let phrase = index.phrase(at: line.lowerBound), file.standsAlone(phrase, context.book.lexicon) else {
          continue
        }
        let start = SourceRange(file: file.id, line.lowerBound..<line.lowerBound)
        findings.add(
          .swallowed(file.source.quoted(line)), at: SourceRange(file: file.id, line),
          help: LocalText(zh: "在上面空一行", en: "leave the line above it blank"),
          fixes: [
            Fix(
              title: LocalText(zh: "空一行", en: "add a blank line"), safety: .unsafe,
              edits: [Edit(start, "\n")])
          ])
      }
    })
}

extension PlanFile {
  /// Whether the label of a line names a metric, a period, or a basis or remark for all that stands above.
  fileprivate func standsAlone(_ phrase: Phrase, _ lexicon: Lexicon) -> Bool {
    phrase.label.contains { index in
      let token = tree.tokens[index]
      guard token.kind == .word else { return token.kind == .period }
      let word = lexicon[token.value]
      return word.metric != nil && word.attribute == nil || word.attribute == .basis || word.attribute == .remark
    }
  }
}

extension Message {
  fileprivate static func swallowed(_ line: String) -> Message {
    Message(
      zh: "「\(line)」没有空行隔开，成了上一项的一部分", en: "`\(line)` is part of the item above, as no line is blank between them",
      Argument("line", .text(line)))
  }
}
