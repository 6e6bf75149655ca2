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
