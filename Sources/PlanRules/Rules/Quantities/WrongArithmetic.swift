import MarkdownTree
import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let wrongArithmetic = Rule(
    id: "wrong-arithmetic",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "算式的结果不对", en: "A calculation that does not come out"),
    why: LocalText(
      zh: "写出来的算式是目标的依据；算错了，依据和目标就对不上。汇总用写下的结果。",
      en:
        "A calculation that is written out is the basis of the number behind it. Where it is wrong, one of the two is; sums use the result as written."
    ),
    exceptions: LocalText(
      zh: "除法和百分比的结果允许四舍五入到写下的位数；“7×24”不是算式；不像计划的文件不检查。",
      en:
        "Quotients and percentages may be rounded to the digits that are written. `7×24` is no calculation. Files that are no plans are not checked."
    ),
    examples: [
      .bad(
        LocalText(zh: "乘错了", en: "a wrong product"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：⟦3万元 × 12 = 35万元⟧
        """,
        says: "算式「3万元 × 12 = 35万元」应得 36 万元，少 1 万元"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦$800 × 12 = $9,700⟧
        """,
        says: "`$800 × 12 = $9,700` comes to USD 9,600: 100 too much", in: .en),
      .good(
        LocalText(zh: "算对了，或者四舍五入", en: "right, or rounded"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：3万元 × 12 = 36万元
        - 回款额：100万元 ÷ 3 = 33.3万元

        驻场 7×24 小时。
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $800 × 12 = $9,600
        """),
    ],
    looksFor: .miscalculation,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      for token in file.tree.tokens where token.kind == .quantity {
        let quantity = file.tree.quantities[Int(token.value)]
        guard quantity.isMiscalculated, let right = file.computed(token, context.book),
          let difference = quantity.value.subtracting(right), !difference.isZero
        else { continue }
        findings.add(
          .wrong(file.source.quoted(token.range), right, difference, quantity.unit.inFacts(context.book)),
          at: SourceRange(file: file.id, token.range),
          help: LocalText(zh: "改正算式，或改正结果", en: "mend the calculation or its result"))
      }
    })
}

extension PlanFile {
  /// What a written calculation comes to.
  fileprivate func computed(_ token: Token, _ book: BookContext) -> ExactDecimal? {
    // Marks of emphasis and the like are no part of the text that was read.
    var text = InlineText()
    let bytes = source.bytes
    text.load(bytes.span, range: token.range)
    let plain = text.bytes
    return book.quantityReader.computed(plain.span, at: 0, end: plain.count)
  }
}

extension WrittenUnit {
  /// The unit as facts have it, for messages.
  func inFacts(_ book: BookContext) -> FactUnit {
    switch self {
    case .money(let currency): .money(currency ?? book.yuanOrYen)
    case .count: .count
    case .percent: .percent
    case .points: .points
    case .days: .days
    case .hours: .hours
    case .none, .weeks, .months, .minutes: .unknown
    }
  }
}

extension Message {
  fileprivate static func wrong(
    _ text: String, _ right: ExactDecimal, _ difference: ExactDecimal, _ unit: FactUnit
  ) -> Message {
    let amount = AmountWording.text(right, unit)
    let size = difference.magnitude
    let gap = AmountWording.text(size, unit)
    let plain = AmountWording.grouped(size)
    return Message(
      zh: "算式「\(text)」应得 \(amount.zh)，\(difference.isNegative ? "少" : "多") \(gap.zh)",
      en: "`\(text)` comes to \(amount.en): \(plain) \(difference.isNegative ? "short" : "too much")",
      Argument("text", .text(text)), Argument("right", .number(right.description)))
  }
}
