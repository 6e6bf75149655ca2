package import PlanRules

/// Writes the file of `--write-baseline`: an entry a line, sorted, so that two versions compare well.
package enum BaselineFile {
  /// `{"schema":1,"known":[{"path":…,"rule":…,"count":…},…]}`, see `docs/schemas/baseline.schema.json`.
  package static func write(_ baseline: Baseline) -> OutputBuffer {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.key("known")
      json.lines(baseline.sorted) { json, known in
        json.object { json in
          json.member("path", known.entry.path)
          json.member("rule", known.entry.rule.description)
          json.member("count", known.count)
        }
      }
    }
    return json.finish()
  }
}
