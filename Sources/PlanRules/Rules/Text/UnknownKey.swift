import PlanModel
package import PlanSource
import PlanSyntax

extension Rule {
  package static let unknownKey = Rule(
    id: "unknown-key",
    group: .text,
    severity: .error,
    summary: LocalText(zh: "文件头或 planbook.yml 里有不认识的键", en: "An unknown key in front matter or planbook.yml"),
    why: LocalText(
      zh: "键写错了，它的值就不起作用，而写的人以为起作用。",
      en: "What stands behind a misspelt key has no effect, while its author believes that it has."),
    exceptions: LocalText(
      zh: "不是计划的文件（如网站页面）可以有任意的文件头。", en: "Files that are no plans, such as pages of a site, may have any front matter."
    ),
    examples: [
      .bad(
        LocalText(zh: "键写错了一个字", en: "a slip of the pen"), path: "2026-Q1.md",
        """
        ---
        ⟦期问⟧: 2026-Q1
        负责人: 王芳
        ---

        # 王芳 2026年第一季度计划
        """,
        says: "不认识的键「期问」"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        ---
        ⟦onwer⟧: Ben
        ---

        # Q1 2026 plan
        """,
        says: "unknown key `onwer`", in: .en),
      .good(
        LocalText(zh: "中英文的键都可以", en: "keys in both languages"), path: "2026-Q1.md",
        """
        ---
        期间: 2026-Q1
        owner: 王芳
        ---

        # 王芳 2026年第一季度计划
        """),
      .good(
        LocalText(zh: "不是计划", en: "no plan"), path: "about.md",
        """
        ---
        layout: page
        title: About us
        ---

        # About us
        """),
    ],
    check: .plan { file, _, findings in
      for problem in file.tree.problems {
        guard case .frontMatter(.unknownKey(let key, let nearest)) = problem.kind else { continue }
        let place = SourceRange(file: file.id, problem.range)
        findings.add(
          .unknownKey(key, nearest: nearest), at: place,
          help: nearest.map { LocalText(zh: "是否想写「\($0)」？", en: "did you mean `\($0)`?") },
          fixes: nearest.map {
            [Fix(title: LocalText(zh: "改为「\($0)」", en: "write `\($0)`"), safety: .unsafe, edits: [Edit(place, $0)])]
          } ?? [])
      }
    })
}

extension Message {
  /// Used for front matter here and for `planbook.yml` by who reads it.
  package static func unknownKey(_ key: String, nearest: String?) -> Message {
    Message(
      zh: "不认识的键「\(key)」", en: "unknown key `\(key)`", .init("key", .text(key)), .init("nearest", .text(nearest ?? "")))
  }
}
