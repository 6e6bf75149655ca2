package import PlanRules
import PlanSource
import PlanYAML

/// Reads the file of `--baseline`.
package enum BaselineReader {
  private static let mostOfOneEntry = 1_000_000

  package static func read(_ path: String) throws(WorkspaceError) -> Baseline {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Disk.read(Array(path.utf8))
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    // JSON is YAML as well, so the reader that is there serves.
    switch YAMLDocument.parse(bytes.span, 0..<bytes.count, limits: .baseline) {
    case .failure(let problem):
      throw .invalidBaseline(path: path, line: line(of: problem.range.lowerBound, bytes))
    case .success(let document): return try baseline(document, path, bytes)
    }
  }

  private static func baseline(
    _ document: YAMLDocument, _ path: String, _ bytes: [UInt8]
  ) throws(WorkspaceError) -> Baseline {
    guard let root = document.root, let known = value("known", of: root, document), document[known].kind == .list,
      value("schema", of: root, document).flatMap({ document.text($0) }) == "1"
    else { throw .invalidBaseline(path: path, line: 1) }
    var baseline = Baseline()
    for item in document.items(of: known) {
      let text = { (key: String) in value(key, of: item, document).flatMap { document.text($0) } }
      guard let file = text("path"), !file.isEmpty, let rule = text("rule"), !rule.isEmpty,
        let count = text("count").flatMap({ Int($0) }), (1...mostOfOneEntry).contains(count)
      else { throw .invalidBaseline(path: path, line: line(of: document[item].range.lowerBound, bytes)) }
      let entry = Baseline.Entry(path: file, rule: RuleID(rule))
      guard baseline.counts[entry] == nil else {
        throw .invalidBaseline(path: path, line: line(of: document[item].range.lowerBound, bytes))
      }
      baseline.add(count, of: entry)
    }
    return baseline
  }

  private static func value(_ key: String, of map: YAMLNode.ID, _ document: YAMLDocument) -> YAMLNode.ID? {
    document.entries(of: map).first { document[$0.key].text == key }?.value
  }

  private static func line(of offset: Int, _ bytes: [UInt8]) -> Int { LineIndex(bytes.span).line(at: offset) + 1 }
}
