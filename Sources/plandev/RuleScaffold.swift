extension RuleName {
  /// The file of a new rule, which compiles once its blanks are filled in.
  var scaffold: String {
    """
    import PlanModel
    import PlanSource

    extension Rule {
      package static let \(property) = Rule(
        id: "\(id)",
        group: .\(group),
        severity: .warning,
        summary: LocalText(zh: "<#写法错在哪里#>", en: "<#The offending pattern#>"),
        why: LocalText(
          zh: "<#为什么要改，怎么改#>",
          en: "<#Why it matters, and what to write instead.#>"),
        examples: [
          .good(
            LocalText(zh: "<#对在哪里#>", en: "<#what is right#>"),
            \"""
            # 王芳 2026年计划
            \"""),
          .bad(
            LocalText(zh: "<#错在哪里#>", en: "<#what is wrong#>"),
            \"""
            # ⟦王芳 2026年计划⟧
            \""",
            says: "<#说明#>"),
        ],
        check: .fact { fact, _, _, findings in
          guard <#the pattern#> else { return }
          findings.add(.<#message#>(fact), at: fact.range)
        })
    }

    extension Message {
      fileprivate static func <#message#>(_ fact: Fact) -> Message {
        Message(zh: "<#事实#>", en: "<#the fact#>")
      }
    }

    """
  }
}
