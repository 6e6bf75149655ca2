import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let vagueTarget = Rule(
    id: "vague-target",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "目标数字被“约”“争取”之类的词弱化", en: "A target whose number is weakened by a word such as `about`"),
    why: LocalText(
      zh: "“约”“左右”“力争”让同一个数字可以有两种读法，年底对账时各说各话。目标写确定的数，想多做的写成冲刺目标。",
      en: """
        `about` or `aim for` lets one number be read in two ways, and at the end of the year everybody reads their own. \
        Write the number that is promised; what is hoped for beyond it is a stretch target.
        """),
    exceptions: LocalText(
      zh: "“不低于”“至少”是下限，不算弱化；冲刺目标、预测、行动里的费用不检查。",
      en:
        "`at least` is a limit and no weakening. Stretch targets, forecasts and the expenses of actions are not looked at."
    ),
    examples: [
      .bad(
        LocalText(zh: "约数与“力争”", en: "an approximate number, and a hope"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：⟦约300万元⟧
        - 回款额：力争⟦260万元⟧
        """,
        says: "目标数字被「约」弱化", "目标数字被「力争」弱化"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦about $300,000⟧
        """,
        says: "the target's number is weakened by `about`", in: .en),
      .good(
        LocalText(zh: "下限和冲刺目标都是确定的数", en: "limits and stretch targets are definite"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：不低于300万元
        - 签约额冲刺目标：力争360万元
        - 做到两个月内完成约定的回访
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: at least $300,000
        """),
    ],
    check: .plan { file, context, findings in
      for weak in WeakNumbers(file, context).find() {
        findings.add(
          .weakened(by: weak.word), at: weak.fact.range,
          help: LocalText(
            zh: "写承诺的数字；想多做的另写“冲刺目标”", en: "write the number that is promised; add a stretch target for more"))
      }
    })
}

/// The targets of one file whose numbers are weakened, with the word that does it.
private struct WeakNumbers {
  let file: PlanFile
  let context: RuleContext

  init(_ file: PlanFile, _ context: RuleContext) {
    self.file = file
    self.context = context
  }

  func find() -> [(fact: Fact, word: String)] {
    let hopes = context.tokens.holds(.hedge) ? hopesByNumber() : [:]
    let facts = file.facts
    return facts.indices.compactMap { index in
      guard facts[index].isApproximate || !hopes.isEmpty else { return nil }
      let fact = facts[index]
      guard fact.layer == .target, fact.tier != .stretch, fact.form != .range,
        fact.metric != nil || fact.unit != .unknown,
        fact.carrier != .actionItem, fact.standing == .statement
      else { return nil }
      if let hope = hopes[fact.range.start] { return (fact, hope) }
      return fact.isApproximate ? (fact, approximation(fact.range.bytes)) : nil
    }
  }

  /// 争取 and its kin before a number of the same clause, by where the number starts.
  private func hopesByNumber() -> [UInt32: String] {
    var found: [UInt32: String] = [:]
    var hope: Range<Int>?
    for token in file.tree.tokens {
      switch token.kind {
      case .word: if context.marks[token].contains(.hedge) { hope = token.range }
      case .quantity:
        if let word = hope, Int(token.start) - word.upperBound < Self.reach,
          isOneLine(word.upperBound..<Int(token.start))
        {
          found[token.start] = file.source.text(word)
        }
        hope = nil
      case .comma, .semicolon, .stop, .lineBreak: hope = nil
      default: break
      }
    }
    return found
  }

  /// Bytes between a hope and its number.
  private static let reach = 60

  private func isOneLine(_ range: Range<Int>) -> Bool {
    !file.source.bytes[range].contains {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "|")
    }
  }

  private func approximation(_ range: Range<Int>) -> String {
    let text = file.source.text(range)
    let lowercased = text.lowercased()
    return Self.approximations.first { lowercased.contains($0) } ?? text
  }

  private static let approximations = [
    "大约", "大概", "约", "左右", "上下", "将近", "接近", "近", "approximately", "roughly", "around", "about", "approx", "ca.", "~",
    "～", "≈",
  ]
}

extension Message {
  fileprivate static func weakened(by word: String) -> Message {
    Message(
      zh: "目标数字被「\(word)」弱化", en: "the target's number is weakened by `\(word)`", .init("word", .text(word)))
  }
}
