import PlanRules
import PlanSource

/// Who found the results of a SARIF run, and what its rules mean.
enum SARIFTool {
  /// Writes the run's member `tool` with the rules that its results name.
  static func write(_ rules: [RuleID], version: String, to json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "planlint")
        json.member("version", version)
        json.member("semanticVersion", version)
        json.key("rules")
        json.lines(rules) { json, id in write(id, to: &json) }
      }
    }
  }

  static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func write(_ id: RuleID, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id.description)
      guard let rule = Rule.all.first(where: { $0.id == id }) else { return }
      let why = rule.why.en + (rule.exceptions.map { " \($0.en)" } ?? "")
      var page = OutputBuffer()
      RulePage.write(rule, .en, &page)
      json.text("shortDescription", rule.summary.en)
      json.text("fullDescription", rule.why.en)
      json.key("help")
      json.object { json in
        json.member("text", why)
        json.member("markdown", page.text)
      }
      json.key("defaultConfiguration")
      json.object { json in json.member("level", level(of: rule.severity)) }
      json.key("properties")
      json.object { json in
        json.key("tags")
        json.array { json in
          json.string(rule.group.rawValue)
          json.string(rule.profile.rawValue)
        }
        json.member("problem.severity", problemSeverity(rule.severity))
      }
    }
  }

  /// The word that GitHub sorts alerts by.
  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func text(_ name: String, _ text: String) {
    key(name)
    object { json in json.member("text", text) }
  }
}
