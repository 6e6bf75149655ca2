import PlanModel
package import PlanSource
import PlanSyntax

extension Rule {
  package static let invalidValue = Rule(
    id: "invalid-value",
    group: .text,
    severity: .error,
    summary: LocalText(zh: "文件头里的值读不懂", en: "A value in front matter that cannot be understood"),
    why: LocalText(
      zh: "读不懂的值等于没有写：计划的期间、负责人或币种会从别处推断，或者干脆没有。",
      en: """
        A value that cannot be understood is as good as not written: the plan's period, owner or currency is then taken \
        from elsewhere, or missing.
        """),
    exceptions: LocalText(
      zh: "键后面没有值，等于没有写，不算错。", en: "A key without a value states nothing, and is no error."),
    examples: [
      .bad(
        LocalText(zh: "币种写错", en: "a wrong currency"), path: "2026-Q1.md",
        """
        ---
        期间: 2026-Q1
        币种: ⟦人民币⟧
        ---

        # 王芳 2026年第一季度计划
        """,
        says: "「币种」的值读不懂，应为三个字母的币种，如 CNY"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        ---
        owner: Ben
        frozen: ⟦soon⟧
        ---

        # Q1 2026 plan
        """,
        says: "`frozen` takes yes, no or a date such as 2026-01-15", in: .en),
      .good(
        LocalText(zh: "还没填的模板", en: "a template to be filled in"), path: "2026-Q1.md",
        """
        ---
        期间: 2026-Q1
        币种:
        冻结: 2026-01-15
        ---

        # 王芳 2026年第一季度计划
        """),
      .good(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-Q1.md",
        """
        ---
        owner: Ben
        currency: USD
        buffer: 10%
        ---

        # Q1 2026 plan
        """),
    ],
    check: .plan { file, _, findings in
      for problem in file.tree.problems {
        guard case .frontMatter(let kind) = problem.kind, let message = Message.invalid(kind) else { continue }
        var related: [Diagnostic.Related] = []
        if case .repeatedField(_, let first) = kind {
          related = [.init(SourceRange(file: file.id, first), LocalText(zh: "先写在这里", en: "first written here"))]
        }
        findings.add(message, at: SourceRange(file: file.id, problem.range), related: related)
      }
    })
}

extension Message {
  /// The value of `key` is not what the key takes.
  package static func invalidValue(of key: String, expected: LocalText) -> Message {
    Message(
      zh: "「\(key)」的值读不懂，应为\(expected.zh)", en: "`\(key)` takes \(expected.en)", .init("key", .text(key)),
      .init("expected", .text(expected.en)))
  }

  fileprivate static func invalid(_ kind: FrontMatter.Problem.Kind) -> Message? {
    switch kind {
    case .unknownKey: nil
    case .invalidValue(let key, let expected): .invalidValue(of: key, expected: expected)
    case .repeatedField(let key, _):
      Message(zh: "「\(key)」写了两次，以先写的为准", en: "`\(key)` is stated twice; the first counts", .init("key", .text(key)))
    case .yaml(let problem):
      Message(zh: "文件头读不懂：\(problem.message.zh)", en: "the front matter cannot be read: \(problem.message.en)")
    }
  }
}
