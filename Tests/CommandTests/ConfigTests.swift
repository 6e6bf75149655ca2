import Foundation
import Testing

/// What `planlint config` says for programs, and what the schema of `planbook.yml` accepts.
@Suite struct ConfigTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func book() throws -> TemporaryFolder {
    try TemporaryFolder([
      "sub/planbook.yml": """
      # settings
      currency: USD
      organization:
        远航: {members: [王芳, 李雷]}
      rules:
        severity: {equal-split: off, sum-mismatch: info}
        limits: {equal-split: 4}
        paths:
          "旧/**": {severity: {equal-split: error}, limits: {equal-split: 9}}
      exclude: [归档/**]
      """,
      "sub/旧/a.md": "# 王芳 2026年4月计划\n", "sub/王芳/b.md": "# 王芳 2026年5月计划\n",
    ])
  }

  private static func config(_ arguments: [String], in folder: TemporaryFolder) throws -> Data {
    let run = try Program(
      "planlint", ["config", "--format", "json", "--today", "2026-01-05"] + arguments, in: folder.url)
    #expect(run.status == 0 && run.complaints == "", "\(run.complaints)")
    return run.bytes
  }

  /// `value from[ line or name]` of one entry.
  private static func entry(_ section: String, _ name: String, _ document: Data) throws -> String {
    let all = try #require(JSONSerialization.jsonObject(with: document) as? [String: Any])
    let entries = try #require(all[section] as? [[String: Any]])
    let found = try #require(entries.first { ($0["key"] ?? $0["rule"] ?? $0["limit"]) as? String == name }, "\(name)")
    let origin = try #require(found["origin"] as? [String: Any])
    let value = (found["value"] ?? found["severity"]) as? String ?? "null"
    let from = try #require(origin["from"] as? String)
    return [value, from, origin["name"] as? String ?? (origin["line"] as? Int).map { "\($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }

  @Test func everyValueSaysWhereItComesFrom() throws {
    let folder = try Self.book()
    let book = try Self.config(["sub"], in: folder)
    #expect(try Self.entry("settings", "currency", book) == "USD planbook 2")
    #expect(try Self.entry("settings", "calendar", book) == "weekdays setting currency")
    #expect(try Self.entry("settings", "locale", book) == "en setting currency")
    #expect(try Self.entry("settings", "today", book) == "2026-01-05 option --today")
    #expect(try Self.entry("settings", "fiscal-year-start", book) == "1 built-in")
    #expect(try Self.entry("settings", "organization.people", book) == "2 planbook 3")
    #expect(try Self.entry("settings", "rules.profile", book) == "method built-in")
    #expect(try Self.entry("rules", "equal-split", book) == "off planbook 6")
    #expect(try Self.entry("rules", "sum-mismatch", book) == "info planbook 6")
    #expect(try Self.entry("rules", "vague-target", book) == "warning built-in")
    #expect(try Self.entry("limits", "equal-split", book) == "4 planbook 7")
    #expect(try Self.entry("limits", "off-focus", book) == "50% built-in")

    let options = try Self.config(
      ["sub", "--select", "equal-split,sum-mismatch", "--ignore", "sum-mismatch", "--profile", "core"], in: folder)
    #expect(try Self.entry("settings", "rules.profile", options) == "core option --profile")
    #expect(try Self.entry("rules", "equal-split", options) == "warning option --select")
    #expect(try Self.entry("rules", "sum-mismatch", options) == "off option --ignore")
    #expect(try Self.entry("rules", "vague-target", options) == "off option --select")
  }

  @Test func aPlanHasTheSettingsOfItsPath() throws {
    let folder = try Self.book()
    let old = try Self.config(["sub/旧/a.md", "--select", "equal-split"], in: folder)
    #expect(try Self.entry("rules", "equal-split", old) == "error planbook 9")
    #expect(try Self.entry("limits", "equal-split", old) == "9 planbook 9")
    let other = try Self.config(["sub/王芳/b.md"], in: folder)
    #expect(try Self.entry("rules", "equal-split", other) == "off planbook 6")
    #expect(try Self.entry("limits", "equal-split", other) == "4 planbook 7")
  }

  @Test(.enabled(if: Python.hasJSONSchema, "Python's jsonschema is not installed"))
  func documentsFollowThePublishedSchemas() throws {
    let folder = try Self.book()
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(json.load(sys.stdin))
      """
    let schemas = Self.root.appending(path: "docs/schemas")
    let config = schemas.appending(path: "config.schema.json").path
    let document = try Self.config(["sub"], in: folder)
    #expect(try Python.complaint(about: document, script, [config]) == nil)
    let broken = String(decoding: document, as: UTF8.self).replacingOccurrences(of: "built-in", with: "builtin")
    #expect(try Python.complaint(about: Data(broken.utf8), script, [config]) != nil)

    try folder.write("# 王芳 2026年4月计划\n\n## 目标\n\n- 签约额：约100万元\n", to: "sub/王芳/b.md")
    let run = try Program("planlint", ["--write-baseline", "known.json", "sub"], in: folder.url)
    #expect(run.status == 0)
    let known = try Data(contentsOf: folder.url.appending(path: "known.json"))
    let baseline = schemas.appending(path: "baseline.schema.json").path
    #expect(try Python.complaint(about: known, script, [baseline]) == nil)
    let findings = try Program("planlint", ["--baseline", "known.json", "--format", "json", "sub"], in: folder.url)
    #expect(findings.text.contains("\"known\":"))
    let schema = schemas.appending(path: "findings.schema.json").path
    #expect(try Python.complaint(about: findings.bytes, script, [schema]) == nil)
  }

  // MARK: planbook.yml

  private static let hasYAML =
    Python.hasJSONSchema && (try? Python.complaint(about: Data(), "import yaml")) == .some(nil)

  /// Plain scalars as planlint and editors' YAML 1.2 read them: `off` is a word, a date is a text.
  private static let planbookScript = """
    import json, sys, re, yaml, jsonschema
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in [
        ("bool", r"^(?:true|false)$", "tf"), ("null", r"^(?:~|null|)$", ["~", "n", ""]),
        ("int", r"^[-+]?[0-9]+$", "-+0123456789"), ("float", r"^[-+]?[0-9]+\\\\.[0-9]+$", "-+0123456789")]:
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    value = yaml.load(sys.stdin.buffer.read().decode(), Loader)
    jsonschema.Draft202012Validator(schema).validate(value)
    """.replacingOccurrences(of: "\\\\", with: "\\")

  private static let planbookSchema = root.appending(path: "docs/schemas/planbook.schema.json").path

  @Test(.enabled(if: hasYAML, "Python's jsonschema or yaml is not installed"))
  func planbooksFollowThePublishedSchema() throws {
    var books = [try String(contentsOf: Self.root.appending(path: "plans/planbook.yml"), encoding: .utf8)]
    for page in ["docs/planbook.md", "docs/zh/planbook.md"] {
      let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
      books += text.components(separatedBy: "```yaml\n").dropFirst().map {
        $0.components(separatedBy: "\n```").first ?? ""
      }
    }
    #expect(books.count > 10)
    for book in books {
      #expect(
        try Python.complaint(about: Data(book.utf8), Self.planbookScript, [Self.planbookSchema]) == nil, "\(book)")
    }
  }

  /// What stops planlint, or is an unknown key to it, is marked by an editor too.
  @Test(
    .enabled(if: hasYAML, "Python's jsonschema or yaml is not installed"),
    arguments: [
      "colour: red", "currency: RMB元", "fiscal-year-start: 13", "locale: fr", "unit: 千万元", "today: soon",
      "organization: {远航: {boss: 周宁}}", "organization: {远航: {members: [{role: 经理}]}}",
      "organization: {远航: {buffer: much}}", "calendar: {base: us}", "calendar: moon", "exclude: [/tmp]",
      "exclude: [../x]", "rules: {profile: lax}", "rules: {severity: {equal-split: loud}}",
      "rules: {limits: {equal-splits: 3}}", "rules: {limits: {off-focus: 3}}", "rules: {paths: {a: {profile: core}}}",
      "cadence: {week: friday}", "cadence: {fortnight: fri}", "win-rate: 0.25", "coverage: none",
      "actuals: [{columns: {date: 日期, bookings: 金额}}]", "actuals: [{file: a.csv, encoding: latin1}]",
      "metrics: {签约额: {kind: sum}}", "exchange-rates: {dollar: 7}", "source-url: git.example.com",
      "focus: {soon: 医疗}", "freeze: {2026-Q1: later}",
    ])
  func whatIsWrongIsMarked(_ book: String) throws {
    #expect(try Python.complaint(about: Data(book.utf8), Self.planbookScript, [Self.planbookSchema]) != nil)
    let folder = try TemporaryFolder(["planbook.yml": book + "\n", "a.md": "# x\n"])
    let run = try Program("planlint", ["--format", "concise", "--select", "unknown-key"], in: folder.url)
    #expect(run.status != 0, "\(book): \(run.text)")
  }

  /// What planlint takes is not marked.
  @Test(
    .enabled(if: hasYAML, "Python's jsonschema or yaml is not installed"),
    arguments: [
      "", "name:", "planbook: 1", "currency: EUR", "calendar: {workweek: mon, off: 2026-01-02}", "today: 2026-02-28",
      "organization: {远航: }",
      "organization: {远航: {lead: {name: 周宁, open: true}, regions: 上海, units: {华东: {members: [王岚]}}}}",
      "departments: 技术部", "dimensions: {channel: [直销, 渠道], region: }", "metrics: {签约额: {id: bookings, aliases: ACV}}",
      "exchange-rates: {USD: 7.10, EUR: 8}", "focus: {2026-Q1: 医疗, 2026: 教育}", "freeze: {2026-03: 2026-03-01}",
      "cadence: {week: fri, month: -3, quarter: \"-10\", review: 2}", "win-rate: 25%", "coverage: 3.5",
      "exclude: '**/x.md'",
      "actuals: [{file: a.csv, delimiter: tab, columns: {date: 日期, bookings: 金额}, where: {状态: [a, b]}}]",
      "source-url: \"https://example.com/{path}#L{line}\"", "blocks: [README.md]",
      "rules: {severity: {equal-split: off}, limits: {coverage: 3, off-focus: 40%, missing-customer-class: 0}, paths: {\"a/**\": {limits: {equal-split: 4}}}}",
    ])
  func whatIsRightIsNotMarked(_ book: String) throws {
    #expect(try Python.complaint(about: Data(book.utf8), Self.planbookScript, [Self.planbookSchema]) == nil)
    let folder = try TemporaryFolder(["planbook.yml": book + "\n", "a.md": "# x\n"])
    let run = try Program("planlint", ["--format", "concise", "--select", "unknown-key"], in: folder.url)
    #expect(run.status == 0 && run.text == "", "\(book): \(run.complaints)")
  }

  // MARK: Completions

  @Test(arguments: ["planlint", "plancompile"], ["bash", "zsh", "fish"])
  func shellsCanComplete(_ program: String, _ shell: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program(program, ["--generate-completion-script", shell], in: folder.url)
    #expect(run.status == 0 && run.complaints == "")
    let words = program == "planlint" ? ["config", "explain", "write-baseline"] : ["rollup", "gap", "metric"]
    for word in words { #expect(run.text.contains(word), "\(word)") }
    guard shell == "bash", FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    try folder.write(run.text, to: "complete.bash")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-n", folder.url.appending(path: "complete.bash").path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
