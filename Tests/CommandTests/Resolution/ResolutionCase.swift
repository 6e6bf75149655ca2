import Foundation
import Testing

/// One row of the resolution table: what is written about the team 甲队 and its first quarter.
struct ResolutionCase: Sendable, CustomTestStringConvertible {
  enum Part: String, CaseIterable, Sendable { case complete, partial, absent }

  enum Dimension: String, CaseIterable, Sendable {
    /// Nothing is said about industries.
    case none
    /// The team's number is also split by industry.
    case split
    /// Everything is said about one industry only, and asked about it.
    case within
  }

  enum Layer: String, CaseIterable, Sendable {
    case target, forecast, actual, baseline

    var word: String {
      switch self {
      case .target: "目标"
      case .forecast: "预测"
      case .actual: "实际"
      case .baseline: "去年"
      }
    }
  }

  let isDeclared: Bool
  let organization: Part
  let time: Part
  let dimension: Dimension
  let layer: Layer

  static let all: [ResolutionCase] = Layer.allCases.flatMap { layer in
    Dimension.allCases.flatMap { dimension in
      Part.allCases.flatMap { time in
        Part.allCases.flatMap { organization in
          [true, false].map {
            ResolutionCase(isDeclared: $0, organization: organization, time: time, dimension: dimension, layer: layer)
          }
        }
      }
    }
  }

  var testDescription: String {
    "\(layer.rawValue), \(isDeclared ? "declared" : "not declared"), people \(organization.rawValue), "
      + "months \(time.rawValue), industry \(dimension.rawValue)"
  }

  /// The industry that everything is about.
  var industry: String? { dimension == .within ? "医疗" : nil }
}

/// A number that the book states.
struct Statement: Sendable {
  let owner: String
  let period: String
  let industry: String?
  let layer: ResolutionCase.Layer
  /// In 万元, as written.
  let value: Int
  let path: String
  let line: Int
  let column: Int
}

/// The book of a case as it stands on disk, and every number in it.
struct ResolutionBook: Sendable {
  static let tree = ["总部": ["甲队"], "甲队": ["王一", "李二"]]
  static let owners = ["总部", "甲队", "王一", "李二"]
  static let depths = ["总部": 0, "甲队": 1, "王一": 2, "李二": 2]
  static let industries = ["医疗", "教育"]
  static let quarter = "2026-Q1"
  static let months = ["2026-01", "2026-02", "2026-03"]

  private(set) var files: [String: String] = [
    "planbook.yml": """
    today: 2026-06-30
    organization:
      总部:
        units:
          甲队: {members: [王一, 李二]}
    dimensions:
      industry: [医疗, 教育]

    """
  ]
  private(set) var statements: [Statement] = []
  /// Who has a plan for the quarter.
  private(set) var planned: Set<String> = []

  init(_ it: ResolutionCase) {
    begin("甲队", it)
    if it.isDeclared { state(1000, "甲队", it.industry, it.layer) }
    let months = [200, 210, 230].prefix(it.time == .complete ? 3 : it.time == .partial ? 2 : 0)
    if !months.isEmpty {
      append("甲队", "| 月份 | \(Self.column(it.layer))（万元） |\n| --- | --- |\n")
      for (month, value) in zip(Self.months, months) {
        row("甲队", month, it.industry, it.layer, label: "\(Int(month.suffix(2)) ?? 0)月", value)
      }
      append("甲队", "\n")
    }
    if it.dimension == .split {
      append("甲队", "| 行业 | \(Self.column(it.layer))（万元） |\n| --- | --- |\n")
      for (industry, value) in zip(Self.industries, [600, 400]) {
        row("甲队", Self.quarter, industry, it.layer, label: industry, value)
      }
    }
    if it.organization != .absent {
      begin("王一", it)
      state(300, "王一", it.industry, it.layer)
    }
    if it.organization == .complete {
      begin("李二", it)
      state(450, "李二", it.industry, it.layer)
    }
    // An actual is due from whoever has a target.
    if it.organization == .partial, it.layer == .actual {
      begin("李二", it)
      state(450, "李二", it.industry, .target)
    }
  }

  private static func path(_ owner: String) -> String { owner == "甲队" ? "甲队/2026-Q1.md" : "甲队/\(owner)/2026-Q1.md" }

  private static func column(_ layer: ResolutionCase.Layer) -> String {
    switch layer {
    case .target: "签约额目标"
    case .forecast: "签约额预测"
    case .actual: "签约额实际"
    case .baseline: "去年签约额"
    }
  }

  private mutating func begin(_ owner: String, _ it: ResolutionCase) {
    planned.insert(owner)
    append(owner, "# \(owner) 2026年第一季度计划\n\n## 目标\n\n")
    if let industry = it.industry { append(owner, "### \(industry)行业\n\n") }
  }

  /// A table of one number, the quarter's.
  private mutating func state(_ value: Int, _ owner: String, _ industry: String?, _ layer: ResolutionCase.Layer) {
    append(owner, "| 指标 | \(layer.word) |\n| --- | --- |\n")
    row(owner, Self.quarter, industry, layer, label: "签约额（万元）", value)
    append(owner, "\n")
  }

  private mutating func row(
    _ owner: String, _ period: String, _ industry: String?, _ layer: ResolutionCase.Layer, label: String, _ value: Int
  ) {
    let path = Self.path(owner)
    let line = (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
    statements.append(
      Statement(
        owner: owner, period: period, industry: industry, layer: layer, value: value, path: path, line: line,
        column: "| \(label) | ".unicodeScalars.count + 1))
    append(owner, "| \(label) | \(value) |\n")
  }

  private mutating func append(_ owner: String, _ text: String) { files[Self.path(owner), default: ""] += text }
}
