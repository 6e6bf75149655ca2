import Foundation
import FoundationXML
import Testing

/// What planlint writes for other programs, read by what reads it there.
@Suite struct FormatTests {
  /// A book in a folder of a repository, with names and words that every format has to escape.
  private static func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "sub/planbook.yml": "today: 2026-01-05\norganization:\n  远航: {members: [王岚]}\n",
      "sub/王岚/2026-Q1 100%,a:b.md": """
      # 王岚 2026年第一季度计划

      ## 目标

      - 签约额：5,00万元
      - 回款：TBD <&">%0A::error::x
      - 毛利：80万元

      | 月份 | 毛利（万元） | 备注 |
      | --- | --- | --- |
      | 1月 | 20 | a\u{1B}[31m\u{202E}乱 |
      | 2月 | 20 |
      | 3月 | 45 | 😀 |

      ## 行动计划

      - [ ] 2026-02-10（周四）前拜访仁和医院
      """,
      "sub/王岚/2026-02.md": "# 王岚 2026年2月计划\r\n\r\n## 目标\r\n\r\n- 毛利：20万元\r\n",
    ])
    try FileManager.default.createDirectory(at: folder.url.appending(path: ".git"), withIntermediateDirectories: true)
    return folder
  }

  private static func planlint(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> Program {
    try Program(
      "planlint", ["--profile", "core"] + arguments, in: folder.url.appending(path: "sub"), environment: environment)
  }

  private static let schemas = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas")
  private static let published = schemas.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/schemas")

  // MARK: SARIF

  @Test(.enabled(if: Python.hasJSONSchema, "Python's jsonschema is not installed"), arguments: ["core", "strict"])
  func sarifFollowsItsSchema(profile: String) throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft4Validator.check_schema(schema)
      jsonschema.Draft4Validator(schema).validate(json.load(sys.stdin))
      """
    let schema = Self.schemas.appending(path: "sarif-schema-2.1.0.json").path
    let folder = try Self.repository()
    let run = try Self.planlint(["--format", "sarif", "--profile", profile], in: folder)
    #expect(try Python.complaint(about: run.bytes, script, [schema]) == nil)
    // The validator tells right from wrong.
    let broken = run.text.replacingOccurrences(of: "\"startLine\":", with: "\"startLine\":-")
    #expect(try Python.complaint(about: Data(broken.utf8), script, [schema]) != nil)
  }

  @Test func sarifPointsIntoTheRepository() throws {
    let folder = try Self.repository()
    let run = try Self.planlint(["--format", "sarif"], in: folder)
    #expect(run.status == 1)
    let log = try JSONValue(run.bytes)
    let sarif = try #require(log["runs"]?.items.first)
    let rules = try #require(sarif["tool"]?["driver"]?["rules"]?.items)
    for rule in rules {
      for part in ["shortDescription", "fullDescription", "help"] {
        #expect(rule[part]?["text"]?.text?.isEmpty == false, "\(part)")
      }
      #expect(rule["help"]?["markdown"]?.text?.hasPrefix("# \(rule["id"]?.text ?? "?")\n") == true)
    }
    let results = try #require(sarif["results"]?.items)
    #expect(results.count > 4)
    for result in results {
      guard case .number(let index)? = result["ruleIndex"] else { Issue.record("no index"); continue }
      #expect(rules[Int(index)]["id"] == result["ruleId"])
      let place = result["locations"]?.items.first?["physicalLocation"]
      #expect(
        place?["artifactLocation"]?["uri"] == "sub/%E7%8E%8B%E5%B2%9A/2026-Q1%20100%25%2Ca%3Ab.md"
          || place?["artifactLocation"]?["uri"] == "sub/%E7%8E%8B%E5%B2%9A/2026-02.md")
      #expect(result["partialFingerprints"]?["primaryLocationLineHash"]?.text?.hasSuffix(":1") == true)
    }
    let sums = results.filter { $0["ruleId"] == "sum-mismatch" }
    #expect(sums.first?["relatedLocations"]?.items.count == 3)
    #expect(results.contains { $0["ruleId"] == "weekday-mismatch" && $0["fixes"] != nil })
  }

  // MARK: Code hosts

  @Test func githubIsChosenInItsActions() throws {
    let folder = try Self.repository()
    let actions = ["GITHUB_ACTIONS": "true"]
    let chosen = try Self.planlint([], in: folder, environment: actions)
    #expect(chosen.text.hasPrefix("::error file=sub/王岚/2026-Q1 100%25%2Ca%3Ab.md,line=5,endLine=5,col=7,"))
    #expect(chosen.bytes == (try Self.planlint(["--format", "github"], in: folder)).bytes)
    // What stands in a plan begins no line and no command of its own.
    let lines = chosen.text.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::error file=sub/") || $0.hasPrefix("::warning file=sub/") })
    #expect(!chosen.text.contains("%0A::error"))
    #expect(chosen.text.contains("TBD") == chosen.text.contains("`TBD"))
    let text = try Self.planlint(["--format", "text"], in: folder, environment: actions)
    #expect(text.text.hasPrefix("error[unreadable-amount]"))
    #expect(try Self.planlint([], in: folder, environment: ["GITHUB_ACTIONS": "false"]).bytes == text.bytes)
  }

  @Test func gitlabFingerprintsOutliveOtherChanges() throws {
    let folder = try Self.repository()
    let path = "sub/王岚/2026-Q1 100%,a:b.md"
    let before = try Self.fingerprints(in: folder)
    #expect(Set(before.map(\.hash)).count == before.count)
    let file = folder.url.appending(path: path)
    let plan = try String(contentsOf: file, encoding: .utf8)
    // Lines move, and a number changes.
    try folder.write(
      plan.replacingOccurrences(of: "## 目标\n", with: "说明一句。\n\n## 目标\n").replacingOccurrences(of: "80万", with: "81万"),
      to: path)
    #expect(try Self.fingerprints(in: folder) == before)
    // Another cell is another finding.
    try folder.write(plan.replacingOccurrences(of: "毛利", with: "销售收入"), to: path)
    let sums = [before, try Self.fingerprints(in: folder)].map { prints in prints.filter { $0.rule == "sum-mismatch" } }
    #expect(sums.map(\.count) == [1, 1])
    #expect(sums[0] != sums[1])
  }

  private struct Print: Hashable {
    let rule: String
    let hash: String
  }

  private static func fingerprints(in folder: TemporaryFolder) throws -> [Print] {
    try JSONValue(planlint(["--format", "gitlab"], in: folder).bytes).items.map {
      Print(rule: $0["check_name"]?.text ?? "", hash: $0["fingerprint"]?.text ?? "")
    }
  }

  // MARK: XML

  @Test(arguments: ["junit", "checkstyle"]) func xmlIsWellFormed(format: String) throws {
    let run = try Self.planlint(["--format", format], in: try Self.repository())
    let reader = try XMLReader(run.bytes)
    if format == "junit" {
      #expect(reader.count("testcase") == 2)
      #expect(reader.count("failure") == 1)
      #expect(reader.attribute("name", of: "testcase").contains("王岚/2026-Q1 100%,a:b.md"))
    } else {
      #expect(reader.count("error") > 4)
      #expect(reader.attribute("name", of: "file").contains("王岚/2026-Q1 100%,a:b.md"))
    }
  }

  // MARK: Our own

  @Test(.enabled(if: Python.hasJSONSchema, "Python's jsonschema is not installed"))
  func jsonFollowsThePublishedSchema() throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(json.load(sys.stdin))
      """
    let run = try Self.planlint(["--format", "json", "--profile", "strict"], in: try Self.repository())
    let schema = Self.published.appending(path: "findings.schema.json").path
    #expect(try Python.complaint(about: run.bytes, script, [schema]) == nil)
  }

  @Test func pathsThatAreNotUTF8AreShownEscaped() throws {
    let folder = try TemporaryFolder(["planbook.yml": "today: 2026-01-05\n"])
    let script = """
      import os, sys
      os.mkdir(b"\\xcd\\xf5")
      open(b"\\xcd\\xf5/2026-03.md", "wb").write(sys.stdin.buffer.read())
      """
    let plan = Data("# 2026年3月计划\n\n## 目标\n\n- 签约额：TBD\n".utf8)
    #expect(try Python.complaint(about: plan, "import os\nos.chdir('\(folder.url.path)')\n" + script) == nil)
    for (format, path) in [
      ("json", #""path":"\\xCD\\xF5/2026-03.md""#), ("sarif", #""uri":"%5CxCD%5CxF5/2026-03.md""#),
      ("github", #"file=\xCD\xF5/2026-03.md,"#), ("gitlab", #""path":"\\xCD\\xF5/2026-03.md""#),
      ("junit", #"name="\xCD\xF5/2026-03.md""#), ("checkstyle", #"name="\xCD\xF5/2026-03.md""#),
      ("rdjsonl", #""path":"\\xCD\\xF5/2026-03.md""#), ("concise", #"\xCD\xF5/2026-03.md:5:"#),
    ] {
      let run = try Program("planlint", ["--format", format], in: folder.url)
      #expect(run.text.contains(path), "\(format)")
    }
  }
}

/// The elements of an XML document; throws where it is not well formed.
private final class XMLReader: NSObject, XMLParserDelegate {
  private var elements: [(name: String, attributes: [String: String])] = []

  init(_ bytes: Data) throws {
    super.init()
    let parser = XMLParser(data: bytes)
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func attribute(_ attribute: String, of name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }
}
