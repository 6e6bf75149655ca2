import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unreadableAmount = Rule(
    id: "unreadable-amount",
    group: .quantities,
    severity: .error,
    summary: LocalText(zh: "金额读不出来", en: "An amount that cannot be read"),
    why: LocalText(
      zh: "“1,234,5678元”或“1.2.3亿”有两种以上的读法，我们不猜。读不出的目标不会进入任何汇总。",
      en: """
        `1,234,5678` or `1.2.3` can be read in more than one way, and nobody should guess. A target that cannot be read is in \
        no total.
        """),
    exceptions: LocalText(
      zh: "三位或四位分节（1,000 与 1,0000）都可以；版本号、电话和正文里的数字不检查。",
      en:
        "Groups of three or four digits are both fine. Versions, phone numbers and numbers in prose are not looked at."),
    examples: [
      .bad(
        LocalText(zh: "分节混乱", en: "groups of different length"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：⟦1,234,5678元⟧
        """,
        says: "金额「1,234,5678元」分节不一致"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦$1.2.3M⟧
        """,
        says: "the amount `$1.2.3M` cannot be read", in: .en),
      .good(
        LocalText(zh: "两种分节都能读", en: "both groupings can be read"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：1,234,560元
        - 回款额：123,4560元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $1.2M
        """),
    ],
    check: .plan { file, context, findings in
      guard file.tree.problems.contains(where: \.isAmount) else { return }
      TargetPlaces(file, context.marks).forEachText { phrase, _ in
        for index in phrase.tokens where file.tree.tokens[index].kind == .unreadable {
          let token = file.tree.tokens[index]
          guard case .amount(let problem) = file.tree.problems[Int(token.value)].kind,
            let message = Message.unreadable(file.source.quoted(token.range), problem)
          else { continue }
          findings.add(
            message, at: SourceRange(file: file.id, token.range),
            help: LocalText(zh: "写成 1,234,560元 或 123.456万元", en: "write it like `1,234,560` or `1.23M`"))
        }
      }
    })
}

extension SyntaxProblem {
  fileprivate var isAmount: Bool { if case .amount = kind { true } else { false } }
}

extension Message {
  /// `nil` where the amount can be read and another rule speaks of it.
  fileprivate static func unreadable(_ text: String, _ problem: QuantityProblem) -> Message? {
    let argument = Argument("text", .text(text))
    return switch problem {
    case .mixedGrouping:
      Message(zh: "金额「\(text)」分节不一致", en: "the digit groups of `\(text)` differ in length", argument)
    case .overflow: Message(zh: "金额「\(text)」太大", en: "the amount `\(text)` is too large", argument)
    case .malformed: Message(zh: "金额「\(text)」读不出来", en: "the amount `\(text)` cannot be read", argument)
    case .wrongArithmetic: nil
    }
  }
}
