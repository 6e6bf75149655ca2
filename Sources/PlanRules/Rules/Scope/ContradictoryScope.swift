import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let contradictoryScope = Rule(
    id: "contradictory-scope",
    group: .scope,
    severity: .error,
    summary: LocalText(
      zh: "文件名、标题和文件头说的不是同一个人或同一期间", en: "File name, title and front matter name different owners or periods"),
    why: LocalText(
      zh: "多半是复制了上个月或别人的计划忘了改。数字会算到错误的人或期间头上。",
      en: """
        Most often a plan was copied from last month or from somebody else and not changed everywhere. Its numbers then \
        count for the wrong person or period.
        """),
    exceptions: LocalText(
      zh: "标题只写年份、文件名写到月份，不算矛盾：以较短的期间为准。",
      en: "A title that names the year and a file name that names a month agree: the shorter period is meant."),
    examples: [
      .bad(
        LocalText(zh: "复制了上个月的计划", en: "last month's plan was copied"), path: "2026-05.md",
        """
        # ⟦王芳 2026年4月计划⟧

        ## 本月目标

        - 签约额：50万元
        """,
        says: "标题写的期间是「2026年4月」，文件名写的是「2026-05.md」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-05.md",
        """
        ---
        period: 2026-05
        ---

        # ⟦Ben April 2026 plan⟧

        ## Targets

        - Bookings: $300,000
        """,
        says: "the front matter's period is `2026-05`, the title's is `April 2026`", in: .en),
      .good(
        LocalText(zh: "标题较宽，文件名较窄", en: "a wider title and a narrower file name"), path: "2026-05.md",
        """
        # 王芳 2026年计划

        ## 本月目标

        - 签约额：50万元
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-05.md",
        """
        ---
        period: 2026-05
        ---

        # Ben May 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    check: .file { file, _, findings in
      for contradiction in file.scope.contradictions {
        let places = [contradiction.other.range, contradiction.inForce.range].compactMap(\.self)
        let place = places.first ?? SourceRange(file: file.id, 0..<0)
        findings.add(
          .contradiction(contradiction), at: place,
          related: places.dropFirst().map { .init($0, LocalText(zh: "以这里为准", en: "this one is in force")) },
          help: LocalText(
            zh: "现在以\(contradiction.inForce.name.zh)为准；把另一处改成一致",
            en: "the \(contradiction.inForce.name.en) is in force; change the other one to agree"))
      }
    })
}

extension ScopeSource {
  fileprivate var name: LocalText {
    switch self {
    case .frontMatter: LocalText(zh: "文件头", en: "front matter")
    case .heading: LocalText(zh: "标题", en: "title")
    case .path: LocalText(zh: "文件名", en: "path")
    case .book: LocalText(zh: "计划书", en: "book")
    }
  }
}

extension Message {
  fileprivate static func contradiction(_ it: PlanScope.Contradiction) -> Message {
    let aspect =
      switch it.aspect {
      case .owner: LocalText(zh: "负责人", en: "owner")
      case .period: LocalText(zh: "期间", en: "period")
      }
    return Message(
      zh: "\(it.inForce.name.zh)写的\(aspect.zh)是「\(it.inForceText)」，\(it.other.name.zh)写的是「\(it.otherText)」",
      en:
        "the \(it.inForce.name.en)'s \(aspect.en) is `\(it.inForceText)`, the \(it.other.name.en)'s is `\(it.otherText)`",
      .init("aspect", .text(aspect.en)), .init("inForce", .text(it.inForceText)), .init("other", .text(it.otherText)))
  }
}
