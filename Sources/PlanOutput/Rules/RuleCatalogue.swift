package import PlanRules
package import PlanSource

/// Writes the list of all rules.
package enum RuleCatalogue {
  package static func writeText(_ rules: [Rule], _ language: Language, _ out: inout OutputBuffer) {
    let width = rules.map { $0.id.description.utf8.count }.max() ?? 0
    for group in Rule.Group.allCases {
      let members = rules.filter { $0.group == group }
      guard !members.isEmpty else { continue }
      out.append(line: title(group)[language])
      for rule in members {
        let id = rule.id.description
        let gap = String(repeating: " ", count: width - id.utf8.count + 2)
        out.append(
          line:
            "  \(id)\(gap)\(rule.severity.rawValue.first.map { String($0).uppercased() } ?? "")  \(rule.summary[language])"
        )
      }
      out.append(line: "")
    }
  }

  package static func writeJSON(_ rules: [Rule], _ out: inout OutputBuffer) {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.key("rules")
      json.lines(rules) { json, rule in
        json.object { json in
          json.member("id", rule.id.description)
          json.member("group", rule.group.rawValue)
          json.member("severity", rule.severity.rawValue)
          json.member("profile", rule.profile.rawValue)
          json.member("summary", rule.summary.en)
          json.member("summaryZh", rule.summary.zh)
        }
      }
    }
    out = json.finish()
  }

  private static func title(_ group: Rule.Group) -> LocalText {
    switch group {
    case .quantities: LocalText(zh: "数量", en: "Quantities")
    case .scope: LocalText(zh: "归属", en: "Scope")
    case .time: LocalText(zh: "时间", en: "Time")
    case .decomposition: LocalText(zh: "分解与计算", en: "Decomposition and arithmetic")
    case .actions: LocalText(zh: "行动", en: "Actions")
    case .text: LocalText(zh: "文本", en: "Text")
    }
  }
}
