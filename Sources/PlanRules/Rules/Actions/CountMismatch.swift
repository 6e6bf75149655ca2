import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let countMismatch = Rule(
    id: "count-mismatch",
    group: .actions,
    severity: .warning,
    summary: LocalText(zh: "说的个数和列出的不一样", en: "A count that is not the length of its list"),
    why: LocalText(
      zh: "“重点客户5家：”后面列了8家，要么少算了，要么多列了；照哪一个做，结果都不一样。",
      en: "`5 clinics:` before eight names leaves open whether the count or the list is wrong."),
    exceptions: LocalText(
      zh: "有“等”“其中”“至少”“约”的、列出的项里还有数字或冒号的不检查；不像计划的文件不检查。",
      en: """
        Counts that are at least, about or partly listed (`such as`, `including`, 等) are not checked, nor are lists whose items \
        hold numbers or labels, nor files that are no plans.
        """),
    examples: [
      .bad(
        LocalText(zh: "列在后面、列在下面", en: "listed behind, listed below"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 说明

        先跑⟦3家⟧医院：仁和医院、康安医院、明湾医院、新安医院

        样板学校⟦2所⟧：

        - 明湾大学
        - 钱源学院
        - 桐浦中学
        """,
        says: "写的是「3家」，后面列出 4 个，多 1 个", "写的是「2所」，后面列出 3 个，多 1 个"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Notes

        ⟦5⟧ clinics:

        - Northgate
        - Southgate
        - Eastgate
        """,
        says: "`5` are announced, 3 are listed: 2 short", in: .en),
      .good(
        LocalText(zh: "个数一致，或只列一部分", en: "the right count, or a part of the list"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 说明

        先跑3家医院：仁和医院、康安医院、明湾医院

        走访20家工厂：恒砺、锦帆等

        样板学校2所：

        - 明湾大学：讲标
        - 钱源学院：参观
        - 时间：3月
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Notes

        3 clinics:

        - Northgate
        - Southgate
        - Eastgate
        """),
    ],
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      for count in AnnouncedCounts(file, context).find() {
        let text = file.source.quoted(count.range)
        let difference = count.listed - count.announced
        findings.add(
          .mismatch(text, listed: count.listed, difference), at: SourceRange(file: file.id, count.range),
          help: LocalText(zh: "改个数，或补全、删去名单", en: "mend the count or the list"))
      }
    })
}

/// Counts in front of a colon, with what is listed behind or below.
private struct AnnouncedCounts {
  private let file: PlanFile
  private let lexicon: Lexicon
  private let tree: PlanTree

  init(_ file: PlanFile, _ context: RuleContext) {
    self.file = file
    lexicon = context.book.lexicon
    tree = file.tree
  }

  struct Count {
    let range: Range<Int>
    let announced: Int
    let listed: Int
  }

  func find() -> [Count] {
    var found: [Count] = []
    for (index, element) in tree.elements.enumerated() {
      guard element.phrase.colon >= 0, element.kind == .item || element.kind == .paragraph,
        let (token, announced) = announced(element.phrase)
      else { continue }
      let listed = element.phrase.body.isEmpty ? itemsBelow(index, element) : namesBehind(element.phrase, announced)
      if let listed, listed != announced {
        found.append(Count(range: tree.tokens[token].range, announced: announced, listed: listed))
      }
    }
    return found
  }

  /// The only number of a label: a small whole count, with words beside it.
  private func announced(_ phrase: Phrase) -> (token: Int, count: Int)? {
    var found: (token: Int, count: Int)?
    var hasName = false
    for index in phrase.label {
      let token = tree.tokens[index]
      switch token.kind {
      case .quantity:
        let quantity = tree.quantities[Int(token.value)]
        guard found == nil, quantity.form == .amount, quantity.comparator == .equal, !quantity.isApproximate,
          quantity.unit.isCount || quantity.unit == .none && quantity.magnitude == 0,
          let count = quantity.value.smallCount
        else { return nil }
        found = (index, count)
      case .word:
        let word = lexicon[token.value]
        if word.metric != nil || word.cue != nil || word.derived != nil || word.attribute == .due { return nil }
        hasName = true
      case .text: hasName = true
      case .open, .close, .dash: break
      default: return nil
      }
    }
    return hasName ? found : nil
  }

  /// How many names stand behind the colon, separated by `、` or commas; `nil` when that is no plain list of names.
  private func namesBehind(_ phrase: Phrase, _ announced: Int) -> Int? {
    var names = 1
    var isName = false
    for index in phrase.body {
      switch tree.tokens[index].kind {
      case .pause:
        names += 1
        isName = false
      case .text, .word: isName = true
      case .stop: if index + 1 < phrase.tokens.upperBound { return nil }
      default: return nil
      }
    }
    let text = file.source.text(phrase.range)
    guard names > 1, isName, !["等", "其中", "包括"].contains(where: { text.contains($0) }) else { return nil }
    // `A、B和C` are three; whether 和 is part of a name nobody can tell.
    let joined = text.count { "和及与".contains($0) }
    return (names...names + joined).contains(announced) ? announced : names
  }

  /// How many plain items stand right below.
  private func itemsBelow(_ index: Int, _ element: PlanTree.Element) -> Int? {
    var count = 0
    let isItem = element.kind == .item
    let depth = isItem ? element.depth + 1 : element.depth
    var next = index + 1
    while next < tree.elements.count {
      let below = tree.elements[next]
      guard below.kind == .item, below.depth >= depth, !isItem || below.depth > element.depth else { break }
      if below.depth == depth {
        guard isPlain(below.phrase), below.task == nil else { return nil }
        count += 1
      }
      next += 1
    }
    return count > 1 ? count : nil
  }

  private func isPlain(_ phrase: Phrase) -> Bool {
    phrase.colon < 0 && !phrase.isEmpty && phrase.range.count <= 60
      && phrase.tokens.allSatisfy { index in
        switch tree.tokens[index].kind {
        case .text: true
        case .word: lexicon[tree.tokens[index].value].metric == nil
        case .open, .close, .dash: true
        default: false
        }
      }
  }
}

extension WrittenUnit {
  fileprivate var isCount: Bool { if case .count = self { true } else { false } }
}

extension ExactDecimal {
  /// The number as a count that a list may have.
  fileprivate var smallCount: Int? {
    guard isWhole, !isNegative, let count = Int(exactly: coefficient), (2...50).contains(count) else { return nil }
    return count
  }
}

extension Message {
  fileprivate static func mismatch(_ text: String, listed: Int, _ difference: Int) -> Message {
    Message(
      zh: "写的是「\(text)」，后面列出 \(listed) 个，\(difference > 0 ? "多" : "少") \(abs(difference)) 个",
      en: "`\(text)` are announced, \(listed) are listed: \(abs(difference)) \(difference > 0 ? "too many" : "short")",
      Argument("text", .text(text)), Argument("listed", .number("\(listed)")))
  }
}
