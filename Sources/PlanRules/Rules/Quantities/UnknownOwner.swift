import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let unknownOwner = Rule(
    id: "unknown-owner",
    group: .quantities,
    severity: .warning,
    summary: LocalText(zh: "名字不在组织里", en: "A name that is not in the organization"),
    why: LocalText(
      zh: "不在组织里的人，他的目标不会加到任何团队；重名的人，不知道算谁的。改正名字，或在 planbook.yml 里补上。",
      en: """
        Targets of somebody who is not in the organization belong to no team, and a name that several people bear belongs \
        to none of them. Mend the name, or add it to planbook.yml.
        """),
    exceptions: LocalText(
      zh: """
        planbook.yml 没有声明组织时不检查；“招聘中”“待定”一类的空缺不算名字；同一个名字在一个文件里只报一次。\
        行动的责任人写部门、职务、“全员”“@all”，或者只写名不写姓，都不报。
        """,
      en: """
        Nothing is said in a book that declares no organization, about vacancies (`hiring`, `TBD`), or about a name twice in \
        a file. Departments, roles, `@all` and parts of known names may be responsible for an action.
        """),
    examples: [
      .bad(
        LocalText(zh: "名字写错了", en: "a slip of the pen"), path: "2026-Q1.md", planbook: team,
        """
        # 华东区 2026年第一季度计划

        ## 季度目标

        | 姓名 | 签约额（万元） |
        |---|---|
        | 王晓芳 | 300 |
        | ⟦李小慧⟧ | 280 |
        | 招聘中 | 50 |
        """,
        says: "组织里没有「李小慧」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md", planbook: team,
        """
        ---
        owner: ⟦Ana Tores⟧
        ---

        # Q1 2026 plan

        ## Targets

        - Bookings: $300,000
        """,
        says: "`Ana Tores` is not in the organization", in: .en),
      .bad(
        LocalText(zh: "行动的责任人", en: "who is to act"), path: "2026-03.md", planbook: team,
        """
        # 华东区 2026年3月计划

        ## 行动计划

        - [ ] 拜访仁和医院 @王晓芳 截止 2026-03-17
        - [ ] 走访三家代理商 @⟦周凯⟧ 截止 2026-03-18
        - [ ] 核对回款 @财务部 截止 2026-03-19
        - [ ] 上传周报 @all 截止 2026-03-20

        | 行动 | 责任人 | 完成时间 |
        |---|---|---|
        | 演示三场 | 李晓慧、⟦赵敏⟧ | 2026-03-24 |
        | 准备样机 | 技术部 | 2026-03-25 |
        """,
        says: "组织里没有「周凯」", "组织里没有「赵敏」"),
      .good(
        LocalText(zh: "没有声明组织", en: "no organization is declared"), path: "2026-Q1.md",
        """
        # 2026年第一季度计划

        ## 季度目标

        | 姓名 | 签约额（万元） |
        |---|---|
        | 李小慧 | 280 |
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md", planbook: team,
        """
        ---
        owner: Ana Torres
        ---

        # March 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    check: .plan { file, context, findings in
      guard context.book.settings.organization != nil else { return }
      var seen: Set<String> = []
      let organization = context.book.organization
      let named = file.unknownOwners + ActionOwners(file, context.book).unknownNames()
      for (name, range) in named where seen.insert(name).inserted && !isVacancy(name, context.book) {
        if case .several(let nodes) = organization.find(name) {
          let paths = nodes.map { organization.path(of: $0) }
          findings.add(
            .severalOwners(name, paths), at: range,
            help: LocalText(
              zh: "写明是哪一个：\(paths.joined(separator: "、"))", en: "say which one: \(paths.joined(separator: ", "))"))
          continue
        }
        let nearest = organization.nearest(to: name)
        findings.add(
          .unknownOwner(name, nearest), at: range,
          help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") }
            ?? LocalText(zh: "在 planbook.yml 的 organization 里补上", en: "add it under `organization` in planbook.yml"),
          fixes: nearest.map {
            [Fix(title: LocalText(zh: "改为「\($0)」", en: "write `\($0)`"), safety: .unsafe, edits: [Edit(range, $0)])]
          } ?? [])
      }
    })

  private static let team = """
    organization:
      华东区:
        members: [王晓芳, 李晓慧, Ana Torres]
    """
}

extension PlanFile {
  fileprivate var unknownOwners: [(String, SourceRange)] {
    var found: [(String, SourceRange)] = []
    if let name = scope.ownerName, let range = name.source.range { found.append((name.value, range)) }
    return found + namings.filter { $0.kind != .metric }.map { ($0.text, $0.range) }
  }
}

/// Whether the words stand for a position that nobody holds yet.
private func isVacancy(_ name: String, _ book: BookContext) -> Bool {
  let bytes = Array(name.utf8)
  if book.quantityReader.blankOrPlaceholder(bytes.span, 0..<bytes.count) != nil { return true }
  let lowercased = name.lowercased()
  return vacancies.contains { lowercased.contains($0) }
}

private let vacancies = [
  "招聘", "待", "空缺", "缺编", "拟聘", "新人", "新员工", "hiring", "vacant", "vacancy", "open position", "tbd", "tbh", "new hire",
]

extension Message {
  fileprivate static func unknownOwner(_ name: String, _ nearest: String?) -> Message {
    Message(
      zh: "组织里没有「\(name)」", en: "`\(name)` is not in the organization", .init("name", .text(name)),
      .init("nearest", .text(nearest ?? "")))
  }

  fileprivate static func severalOwners(_ name: String, _ paths: [String]) -> Message {
    Message(
      zh: "组织里有 \(paths.count) 个「\(name)」", en: "`\(name)` names \(paths.count) people or units",
      .init("name", .text(name)), .init("candidates", .list(paths)))
  }
}
