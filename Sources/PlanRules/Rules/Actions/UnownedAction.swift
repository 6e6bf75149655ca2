import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unownedAction = Rule(
    id: "unowned-action",
    group: .actions,
    severity: .error,
    summary: LocalText(zh: "行动没有责任人", en: "An action that nobody is responsible for"),
    why: LocalText(
      zh: "团队计划里没有名字的行动，人人都以为是别人的事。写上一个人，而不是一个部门。",
      en:
        "In a plan of several people an action without a name is always somebody else's. Name one person, not a department."
    ),
    exceptions: LocalText(
      zh: "个人计划里的行动就是本人的；写在某个人标题下的行动是那个人的；看不出计划属于谁、也没有任何行动写明责任人时不检查。",
      en: """
        Actions of a person's own plan are that person's, and those under a heading that names a person are theirs. Where \
        nothing says whose plan it is and no action names anybody, the rule is silent.
        """),
    examples: [
      .good(
        LocalText(zh: "团队计划，每项都有人", en: "a team's plan, everybody named"), path: "华东区/2026-03.md",
        planbook: organization,
        """
        # 华东区 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17
        - [ ] 完成投标文件（李雷） 截止 2026-03-18
        """),
      .good(
        LocalText(zh: "个人计划", en: "a person's own plan"), path: "华东区/王芳/2026-03.md", planbook: organization,
        """
        # 王芳 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 截止 2026-03-17
        """),
      .bad(
        LocalText(zh: "团队计划里没有名字", en: "no name in a team's plan"), path: "华东区/2026-03.md", planbook: organization,
        """
        # 华东区 2026年3月计划

        ## 行动计划

        - [ ] ⟦拜访仁和医院 截止 2026-03-17⟧
        - [ ] 完成投标文件 @李雷 截止 2026-03-18
        """,
        says: "行动没有责任人"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Team plan March 2026

        ## Action plan

        - [ ] Visit Northgate Clinic, Owner: Ben, by 2026-03-17
        - [ ] ⟦Send the offer to Northgate Clinic by 2026-03-18⟧
        """,
        says: "nobody is responsible for this action", in: .en),
    ],
    check: .plan { file, context, findings in
      guard file.needsOwners(context.book.organization) else { return }
      for action in file.actions where action.owners.isEmpty && !file.isUnderPerson(action, context.book.organization) {
        findings.add(
          .noOwner, at: action.range,
          help: LocalText(zh: "在行末写上“@姓名”", en: "add `@name` to the line"))
      }
    })

  private static let organization = """
    planbook: 1
    organization:
      销售部:
        units:
          华东区:
            members: [王芳, 李雷]
    """
}

extension PlanFile {
  /// Whether the plan is not one person's: a unit's, or nobody's in particular with actions that name somebody.
  fileprivate func needsOwners(_ organization: Organization) -> Bool {
    if scope.ownerName != nil { return false }
    let isNamed = scope.owner.map { $0.source != .book } ?? false
    if isNamed, let owner = scope.owner?.value { return organization[owner].kind == .unit }
    return actions.contains { !$0.owners.isEmpty }
  }

  fileprivate func isUnderPerson(_ action: Action, _ organization: Organization) -> Bool {
    guard contexts.indices.contains(Int(action.section)) else { return false }
    let context = contexts[Int(action.section)]
    return context.ownerName != nil || context.owner.map { organization[$0].kind == .person } ?? false
  }
}

extension Message {
  fileprivate static var noOwner: Message {
    Message(zh: "行动没有责任人", en: "nobody is responsible for this action")
  }
}
