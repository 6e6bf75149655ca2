import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let severalOwners = Rule(
    id: "several-owners",
    group: .actions,
    severity: .warning,
    summary: LocalText(zh: "一项行动有几个责任人", en: "More than one person responsible for an action"),
    why: LocalText(
      zh: "两个人负责，等于没有人负责。写一个责任人，别人写在“协助”里。",
      en: "What two people are responsible for, nobody is. Name one, and the others as help."),
    exceptions: LocalText(
      zh: "写明协助、配合、支持的人不算责任人；部门不算人；不像计划的文件不检查。",
      en: "People named as help or support do not count, nor do departments; files that are no plans are not checked."),
    examples: [
      .bad(
        LocalText(zh: "两个 @", en: "two mentions"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 ⟦@李雷⟧ 截止 2026-03-17
        """,
        says: "行动有 2 个责任人：王芳、李雷"),
      .bad(
        LocalText(zh: "英文计划，一格里两个人", en: "two people in one cell of an English plan"), path: "2026-03.md",
        """
        # Team plan March 2026

        ## Action plan

        | Item | Owner | Due |
        |---|---|---|
        | Visit Northgate Clinic | ⟦Ben / Ana⟧ | 2026-03-17 |
        | Send the offer | Ben | 2026-03-18 |
        """,
        says: "2 people are responsible for this action: Ben, Ana", in: .en),
      .good(
        LocalText(zh: "一个责任人，一个协助", en: "one responsible, one to help"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17，协助：@李雷
        - [ ] 请市场部配合准备样机 @王芳 截止 2026-03-18
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Action plan

        - [ ] Visit Northgate Clinic @Ben by 2026-03-17, with help from @Ana
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike else { return }
      for action in file.actions {
        guard action.owners.count > 1 || action.owners.count == 1 && file.maySeparate(action.owners[0]) else {
          continue
        }
        let names = file.responsible(for: action, context)
        guard names.count > 1 else { continue }
        let isCell = action.owners.count == 1
        findings.add(
          .several(names.map(\.name)), at: isCell ? action.owners[0] : names[1].range,
          related: isCell ? [] : [Diagnostic.Related(names[0].range, LocalText(zh: "第一个责任人", en: "the first one"))],
          help: LocalText(zh: "留一个责任人，别人写“协助：…”", en: "leave one, and name the others as `help: …`"))
      }
    })
}

extension PlanFile {
  fileprivate typealias Named = (name: String, range: SourceRange)

  /// Everybody who is named as responsible, each once, in the order of the text.
  fileprivate func responsible(for action: Action, _ context: RuleContext) -> [Named] {
    var found: [Named] = []
    for range in action.owners {
      // A single name is not worth more than one look.
      guard action.owners.count > 1 || maySeparate(range), !isHelp(before: range) else { continue }
      for name in source.text(range.bytes).split(whereSeparator: { separators.contains($0) }) {
        let plain = String(name.drop { $0 == "@" || $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard isPerson(plain, context), !found.contains(where: { $0.name == plain }) else { continue }
        found.append((plain, range))
      }
    }
    return found
  }

  /// Whether a mark that may stand between two names stands in a range.
  fileprivate func maySeparate(_ range: SourceRange) -> Bool {
    let bytes = source.bytes
    for index in range.bytes {
      switch bytes[index] {
      // 、 and the full-width marks; names of Chinese characters have other bytes.
      case 0xE3, 0xEF: return true
      // 和
      case 0xE5: if index + 2 < bytes.count, bytes[index + 1] == 0x92, bytes[index + 2] == 0x8C { return true }
      case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "+"): return true
      default: break
      }
    }
    return false
  }

  private func isPerson(_ name: String, _ context: RuleContext) -> Bool {
    guard !name.isEmpty, name.count <= 24, !name.contains(where: \.isNumber) else { return false }
    if context.book.settings.departments.contains(name) || name.hasSuffix("部") || name.hasSuffix("组") { return false }
    if case .one(let id) = context.book.organization.find(name) { return context.book.organization[id].kind == .person }
    // Where the book says who is who, a name that it does not know is another rule's.
    return context.book.settings.organization == nil
  }

  /// Whether the words right before a name say that the person helps.
  private func isHelp(before range: SourceRange) -> Bool {
    let start = startOfLine(Int(range.start))
    let before = source.text(max(start, Int(range.start) - 24)..<Int(range.start)).lowercased()
    return helpers.contains { before.contains($0) }
  }
}

private let separators: Set<Character> = ["/", "、", "，", ",", "&", "；", ";", "+", "和", "／"]
private let helpers = ["协助", "配合", "支持", "协同", "陪同", "抄送", "with", "help", "support", "cc"]

extension Message {
  fileprivate static func several(_ names: [String]) -> Message {
    Message(
      zh: "行动有 \(names.count) 个责任人：\(names.joined(separator: "、"))",
      en: "\(names.count) people are responsible for this action: \(names.joined(separator: ", "))",
      Argument("owners", .list(names)))
  }
}
