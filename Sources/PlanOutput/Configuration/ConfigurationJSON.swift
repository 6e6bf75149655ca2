/// Writes what holds for a run as the document of `docs/schemas/config.schema.json`.
package enum ConfigurationJSON {
  package static func write(_ configuration: EffectiveConfiguration) -> OutputBuffer {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("book", configuration.book)
      json.member("planbook", configuration.planbook)
      json.member("file", configuration.file)
      json.values("settings", configuration.settings, name: "key", text: "value")
      json.values("rules", configuration.rules, name: "rule", text: "severity")
      json.values("limits", configuration.limits, name: "limit", text: "value")
      json.key("paths")
      json.lines(configuration.paths) { json, entry in
        json.object { json in
          json.member("glob", entry.glob)
          json.member(entry.kind == .severity ? "rule" : "limit", entry.value.name)
          json.member(entry.kind == .severity ? "severity" : "value", entry.value.text)
          json.origin(entry.value.origin)
        }
      }
      json.values("exclude", configuration.excludes, name: "glob", text: nil)
      json.key("guessed")
      json.lines(configuration.guessed) { json, owner in
        json.object { json in
          json.member("owner", owner.path)
          json.member("kind", owner.isPerson ? "person" : "unit")
        }
      }
    }
    return json.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func values(
    _ key: String, _ values: [EffectiveConfiguration.Value], name: String, text: String?
  ) {
    self.key(key)
    lines(values) { json, value in
      json.object { json in
        json.member(name, value.name)
        if let text { json.member(text, value.text) }
        json.origin(value.origin)
      }
    }
  }

  fileprivate mutating func origin(_ origin: EffectiveConfiguration.Origin) {
    key("origin")
    object { json in
      switch origin {
      case .builtIn: json.member("from", "built-in")
      case .planbook(let line):
        json.member("from", "planbook")
        json.member("line", line)
      case .option(let name):
        json.member("from", "option")
        json.member("name", name)
      case .follows(let name):
        json.member("from", "setting")
        json.member("name", name)
      case .system: json.member("from", "system")
      case .folders: json.member("from", "folders")
      }
    }
  }
}
