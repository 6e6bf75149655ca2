internal import PlanSource

extension DiagnosticFormat {
  /// SARIF 2.1.0 as code scanning reads it.
  package static let sarif = DiagnosticFormat(
    id: "sarif", summary: LocalText(zh: "SARIF 2.1.0，供代码扫描使用", en: "SARIF 2.1.0 for code scanning")
  ) { report, output in
    var log = SARIFLog(report)
    output = log.write(to: output)
  }
}

private struct SARIFLog {
  private let report: DiagnosticReport
  private let listed: [Diagnostic]
  private let rules: [RuleID]
  private let fingerprints: [FileID: [Int: String]]
  private var positions: SourcePositions

  /// What GitHub takes of one run.
  private static let mostResults = 5_000
  /// What GitHub takes of one result.
  private static let mostRelated = 1_000
  private static let base = "%SRCROOT%"

  init(_ report: DiagnosticReport) {
    self.report = report
    let listed = report.findings.worst(Self.mostResults)
    self.listed = listed
    rules = Set(listed.map(\.rule)).sorted()
    var positions = SourcePositions(in: report.files)
    var lines: [FileID: Set<Int>] = [:]
    for finding in listed {
      lines[finding.range.file, default: []].insert(
        positions.position(at: Int(finding.range.start), in: finding.range.file).line)
    }
    var fingerprints: [FileID: [Int: String]] = [:]
    for (file, lines) in lines {
      let bytes = report.files.file(file)?.bytes ?? []
      fingerprints[file] = LineFingerprints(bytes).fingerprints(of: lines)
    }
    self.fingerprints = fingerprints
    self.positions = positions
  }

  mutating func write(to output: OutputBuffer) -> OutputBuffer {
    var json = JSONWriter(output)
    json.begin(.object)
    json.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.begin(.array)
    json.begin(.object)
    SARIFTool.write(rules, version: report.run.version, to: &json)
    writeConventions(to: &json)
    json.key("results")
    // The writer and the positions change side by side, which a closure over `self` does not allow.
    var log = self
    json.lines(listed) { json, finding in log.write(finding, to: &json) }
    json.end(.object)
    json.end(.array)
    json.end(.object)
    return json.finish()
  }

  private func writeConventions(to json: inout JSONWriter) {
    let unlisted = report.findings.count - listed.count
    json.key("invocations")
    json.array { json in
      json.object { json in
        json.member("executionSuccessful", true)
        guard unlisted > 0 else { return }
        json.key("toolExecutionNotifications")
        json.array { json in
          json.object { json in
            json.member("level", "note")
            json.message("\(unlisted) of \(report.findings.count) findings are left out, errors last")
          }
        }
      }
    }
    json.key("originalUriBaseIds")
    json.object { json in
      json.key(Self.base)
      json.object { json in
        json.key("description")
        json.object { json in json.member("text", "The root of the repository.") }
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.key("newlineSequences")
    json.array { json in
      for end in ["\r\n", "\n", "\r"] { json.string(end) }
    }
  }

  private mutating func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("ruleId", finding.rule.description)
    json.member("ruleIndex", rules.firstIndex(of: finding.rule) ?? 0)
    json.member("level", SARIFTool.level(of: finding.severity))
    json.message(finding.message.text.en + (finding.help.map { "\n\($0.en)" } ?? ""))
    json.key("locations")
    json.begin(.array)
    json.begin(.object)
    write(finding.range, to: &json)
    json.end(.object)
    json.end(.array)
    if !finding.related.isEmpty {
      json.key("relatedLocations")
      json.begin(.array)
      for (index, place) in finding.related.prefix(Self.mostRelated).enumerated() {
        json.begin(.object)
        json.member("id", index + 1)
        json.message(place.message.en)
        write(place.range, to: &json)
        json.end(.object)
      }
      json.end(.array)
    }
    let line = positions.position(at: Int(finding.range.start), in: finding.range.file).line
    if let fingerprint = fingerprints[finding.range.file]?[line] {
      json.key("partialFingerprints")
      json.object { json in json.member("primaryLocationLineHash", fingerprint) }
    }
    if !finding.fixes.isEmpty {
      json.key("fixes")
      json.begin(.array)
      for fix in finding.fixes { write(fix, to: &json) }
      json.end(.array)
    }
    if !finding.message.args.isEmpty {
      json.key("properties")
      json.object { json in json.args(finding.message.args) }
    }
    json.end(.object)
  }

  private mutating func write(_ range: SourceRange, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.begin(.object)
    write(artifact: range.file, to: &json)
    write(range, as: "region", to: &json)
    json.end(.object)
  }

  private func write(artifact file: FileID, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in
      json.member("uri", PercentEncoding.uri(ofPath: report.files.repositoryPath(of: file)))
      json.member("uriBaseId", Self.base)
    }
  }

  private mutating func write(_ range: SourceRange, as name: String, to json: inout JSONWriter) {
    let (start, end) = positions.ends(of: range)
    let hidden = positions.hasByteOrderMark(range.file) ? 1 : 0
    json.key(name)
    json.object { json in
      json.member("startLine", start.line)
      json.member("startColumn", column(start, hidden))
      json.member("endLine", end.line)
      json.member("endColumn", column(end, hidden))
    }
  }

  /// A byte order mark is no character of the text (SARIF 2.1.0, 3.30.2).
  private func column(_ place: SourcePosition, _ hidden: Int) -> Int {
    place.line == 1 ? max(1, place.column - hidden) : place.column
  }

  private mutating func write(_ fix: Fix, to json: inout JSONWriter) {
    json.begin(.object)
    json.key("description")
    json.object { json in json.member("text", fix.title.en + (fix.safety == .unsafe ? " (unsafe)" : "")) }
    json.key("artifactChanges")
    json.begin(.array)
    for file in Set(fix.edits.map(\.range.file)).sorted() {
      json.begin(.object)
      write(artifact: file, to: &json)
      json.key("replacements")
      json.begin(.array)
      for edit in fix.edits where edit.range.file == file {
        json.begin(.object)
        write(edit.range, as: "deletedRegion", to: &json)
        json.key("insertedContent")
        json.object { json in json.member("text", edit.text) }
        json.end(.object)
      }
      json.end(.array)
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
  }
}

extension [Diagnostic] {
  /// At most `limit` of them, the worst, in the order in which they stand.
  fileprivate func worst(_ limit: Int) -> [Diagnostic] {
    guard count > limit else { return self }
    let ranked = indices.sorted { (self[$1].severity, $0) < (self[$0].severity, $1) }
    return ranked.prefix(limit).sorted().map { self[$0] }
  }
}

extension JSONWriter {
  fileprivate mutating func message(_ text: String) {
    key("message")
    object { json in json.member("text", text.withoutLinks) }
  }
}

extension String {
  /// Brackets that SARIF would read as a link are escaped.
  fileprivate var withoutLinks: String {
    guard utf8.contains(UInt8(ascii: "[")), utf8.contains(UInt8(ascii: "(")) else { return self }
    return reduce(into: "") { $0 += $1 == "[" ? "\\[" : $1 == "]" ? "\\]" : String($1) }
  }
}
