import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let contradictoryStatus = Rule(
    id: "contradictory-status",
    group: .actions,
    severity: .error,
    summary: LocalText(zh: "又完成又没完成", en: "Done and not done at once"),
    why: LocalText(
      zh: "方框打了勾，状态却写“未完成”：完成率、逾期和结转都不知道该信哪一个。",
      en:
        "A ticked box beside `not started`: nobody can tell which of the two holds, and neither can rates of completion."
    ),
    exceptions: LocalText(
      zh: "“延期”可以已完成，不检查；句子里的“完成”是动作，不算状态，只看“状态：”后面、括号里和行末的词。",
      en: """
        What is late may be done. Words inside a sentence (`get it done`) are no status: only what stands behind `status:`, in \
        brackets, or as a sign is looked at.
        """),
    examples: [
      .bad(
        LocalText(zh: "方框与状态", en: "a box against a word"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [x] 拜访仁和医院 @王芳 截止 2026-03-17，状态：⟦未完成⟧
        - [ ] 完成投标文件 @王芳 截止 2026-03-18（⟦已完成⟧）
        """,
        says: "方框打了勾，状态写的是「未完成」", "方框没有打勾，状态写的是「已完成」"),
      .bad(
        LocalText(zh: "一行里两个状态", en: "two states in one row"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        | 事项 | 责任人 | 完成时间 | 完成率 | 状态 |
        |---|---|---|---|---|
        | 拜访仁和医院 | 王芳 | 3月17日 | 100% | ⟦未完成⟧ |
        """,
        says: "同一行写了「100%」，又写「未完成」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [x] Visit Northgate Clinic, Owner: Ben, by 2026-03-17, status: ⟦not started⟧
        """,
        says: "the box is ticked, but the status says `not started`", in: .en),
      .good(
        LocalText(zh: "说法一致", en: "both agree"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [x] 拜访仁和医院 @王芳 截止 2026-03-17，状态：已完成
        - [ ] 完成投标文件，等评审完成 @王芳 截止 2026-03-18
        - [x] 交样机 @王芳 截止 2026-03-19，状态：延期
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Get the open contract done, Owner: Ben, by 2026-03-17
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      let states = StatedStates(file, context)
      for element in file.tree.elements {
        if let task = element.task {
          guard let word = states.word(in: element.phrase, contradicting: task.isDone) else { continue }
          findings.add(
            .box(isDone: task.isDone, file.source.quoted(word)), at: SourceRange(file: file.id, word),
            related: [
              Diagnostic.Related(
                SourceRange(file: file.id, Int(task.offset)..<Int(task.offset) + 3), LocalText(zh: "方框", en: "the box"))
            ],
            help: remedy)
        } else if element.table >= 0 {
          for pair in states.contradictions(in: file.tree.tables[Int(element.table)]) {
            findings.add(
              .row(file.source.quoted(pair.done), file.source.quoted(pair.open)),
              at: SourceRange(file: file.id, pair.open),
              related: [
                Diagnostic.Related(SourceRange(file: file.id, pair.done), LocalText(zh: "这里是完成", en: "done here"))
              ],
              help: remedy)
          }
        }
      }
    })

  private static let remedy = LocalText(zh: "改正其中一个", en: "mend one of the two")
}

/// What items and rows say about their state.
private struct StatedStates {
  private let file: PlanFile
  private let lexicon: Lexicon
  private let marks: WordMarks

  init(_ file: PlanFile, _ context: RuleContext) {
    self.file = file
    lexicon = context.book.lexicon
    marks = context.marks
  }

  private func word(_ index: Int) -> Word? {
    let token = file.tree.tokens[index]
    return token.kind == .word ? lexicon[token.value] : nil
  }

  /// A word that says the opposite of an item's box.
  func word(in phrase: Phrase, contradicting isDone: Bool) -> Range<Int>? {
    for index in phrase.tokens where marks[file.tree.tokens[index]].contains(.state) {
      guard let state = word(index)?.state, isStated(index, phrase) else { continue }
      if isDone ? state == .open || state == .running : state == .done { return file.tree.tokens[index].range }
    }
    return nil
  }

  private func isStated(_ index: Int, _ phrase: Phrase) -> Bool {
    let tokens = file.tree.tokens
    let first = file.source.bytes[Int(tokens[index].start)]
    let before = index > phrase.tokens.lowerBound ? tokens[index - 1] : nil
    let after = index + 1 < phrase.tokens.upperBound ? tokens[index + 1] : nil
    if before?.kind == .colon, index - 2 >= phrase.tokens.lowerBound, word(index - 2)?.attribute == .status {
      return true
    }
    if before?.kind == .open, after?.kind == .close { return true }
    // Signs such as ✅ say nothing else.
    return first == 0xE2 || first == 0xF0
  }

  struct Pair {
    let done: Range<Int>
    let open: Range<Int>
  }

  /// Rows of a table with a column for the state in which one cell says done and another open.
  func contradictions(in table: PlanTable) -> [Pair] {
    guard table.rowCount > 1 else { return [] }
    let columns = (0..<table.columnCount).filter { column in
      table.cells[column].tokens.contains { marks[file.tree.tokens[$0]].contains(.status) }
    }
    guard !columns.isEmpty,
      table.cells[..<table.columnCount].contains(where: { $0.tokens.contains { word($0)?.attribute == .status } })
    else { return [] }
    var found: [Pair] = []
    for row in 1..<table.rowCount {
      var done: Range<Int>?
      var open: Range<Int>?
      for column in columns {
        for index in table.cells[table.index(row, column)].tokens {
          let token = file.tree.tokens[index]
          switch word(index)?.state {
          case .done: done = done ?? token.range
          case .open: open = open ?? token.range
          case .running, .late: break
          case nil: if isWhole(token) { done = done ?? token.range }
          }
        }
      }
      if let done, let open { found.append(Pair(done: done, open: open)) }
    }
    return found
  }

  private func isWhole(_ token: Token) -> Bool {
    guard token.kind == .quantity else { return false }
    let quantity = file.tree.quantities[Int(token.value)]
    return quantity.unit == .percent && quantity.value == ExactDecimal(100)
  }
}

extension Message {
  fileprivate static func box(isDone: Bool, _ word: String) -> Message {
    Message(
      zh: "方框\(isDone ? "打了" : "没有打")勾，状态写的是「\(word)」",
      en: "the box is \(isDone ? "" : "not ")ticked, but the status says `\(word)`", Argument("status", .text(word)))
  }

  fileprivate static func row(_ done: String, _ open: String) -> Message {
    Message(
      zh: "同一行写了「\(done)」，又写「\(open)」", en: "one row says both `\(done)` and `\(open)`",
      Argument("done", .text(done)), Argument("open", .text(open)))
  }
}
