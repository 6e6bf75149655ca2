import Foundation
import PlanModel
import PlanSyntax
import Testing

/// The page about `planbook.yml` knows every limit and every metric, with what they are.
@Suite struct PlanbookPageTests {
  static let pages = ["docs/planbook.md", "docs/zh/planbook.md"]

  @Test(arguments: pages) func everyLimitIsListed(_ page: String) throws {
    let rows = try Self.rows(page)
    for limit in BookLimits.definitions {
      let row = try #require(rows.first { $0.contains("`\(limit.name)`") && $0.count == 4 }, "\(limit.name)")
      let standard = limit.standard.map { "\($0)" + (limit.unit == .percent ? "%" : "") }
      #expect(standard == nil || row[2] == standard, "\(limit.name)")
    }
  }

  @Test(arguments: pages) func everyMetricIsListed(_ page: String) throws {
    let rows = try Self.rows(page)
    for metric in MetricRegistry.builtIn().metrics {
      let row = try #require(rows.first { $0.contains("`\(metric.id)`") && $0.count == 7 }, "\(metric.id)")
      #expect(row.contains(metric.names.zh) && row.contains(metric.names.en), "\(metric.id)")
    }
  }

  @Test(arguments: pages) func examplesAreRead(_ page: String) throws {
    let fences = try Self.text(page).components(separatedBy: "```yaml\n").dropFirst()
    #expect(fences.count >= 5)
    for fence in fences {
      let yaml = try #require(fence.components(separatedBy: "\n```").first)
      let (settings, problems) = BookSettings.read(Array(yaml.utf8).span)
      #expect(settings != nil && problems.isEmpty, "\(problems.map(\.message.en)):\n\(yaml)")
    }
  }

  /// The schema for editors has the keys that are read, no more and no fewer.
  @Test func theSchemaHasEveryKey() throws {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(Self.text("docs/schemas/planbook.schema.json").utf8)) as? [String: Any])
    func node(_ path: String) throws -> [String: Any] {
      try path.split(separator: "/").reduce(schema) { node, key in
        // What may be missing or short stands among alternatives; the map is the one with keys.
        let maps = (node["anyOf"] as? [[String: Any]])?.filter { $0["properties"] != nil }
        let next = key == "map" ? maps?.first : node[String(key)] as? [String: Any]
        return try #require(next, "\(path): \(key)")
      }
    }
    let maps: [(String, [String])] = [
      ("", BookKeys.book), ("$defs/unit/map", BookKeys.unit), ("$defs/person/map", BookKeys.person),
      ("properties/calendar/map", BookKeys.calendar), ("properties/cadence/map", BookKeys.cadence),
      ("properties/metrics/additionalProperties", BookKeys.metric), ("properties/actuals/items", BookKeys.actuals),
      ("properties/rules/map", BookKeys.rules), ("$defs/limits/map", BookLimits.definitions.map(\.name)),
      ("properties/rules/map/properties/paths/additionalProperties/map", BookKeys.forPaths),
    ]
    for (path, keys) in maps {
      let map = try node(path)
      let properties = try #require(map["properties"] as? [String: Any])
      #expect(properties.keys.sorted() == keys.sorted(), "\(path)")
      #expect(map["additionalProperties"] as? Bool == false, "\(path)")
    }
    let dimensions = try #require(node("properties/dimensions")["properties"] as? [String: Any])
    #expect(dimensions.keys.sorted() == BookDimensions().entries.map(\.id).sorted())
    for definition in BookLimits.definitions {
      let limit = try #require(node("$defs/limits/map/properties")[definition.name] as? [String: Any])
      #expect((limit["description"] as? String)?.hasPrefix(definition.meaning.en) == true, "\(definition.name)")
    }
  }

  /// The cells of every table row.
  private static func rows(_ page: String) throws -> [[String]] {
    try text(page).split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func text(_ page: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }
}
