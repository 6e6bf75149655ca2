/// The keys of front matter, in both languages.
enum FrontMatterKey: Int, CaseIterable {
  case kind, owner, team, role, period, parent, strategy, region, regions, industry, industries, currency, frozen
  case template, buffer, version, planlint

  /// Every spelling, the English one first.
  var spellings: [String] {
    switch self {
    case .kind: ["kind", "类型"]
    case .owner: ["owner", "负责人", "姓名", "owners", "责任人"]
    case .team: ["team", "团队", "部门"]
    case .role: ["role", "角色"]
    case .period: ["period", "期间", "周期"]
    case .parent: ["parent", "上级目标", "parents"]
    case .strategy: ["strategy", "战略"]
    case .region: ["region", "区域"]
    case .regions: ["regions"]
    case .industry: ["industry", "行业"]
    case .industries: ["industries"]
    case .currency: ["currency", "币种"]
    case .frozen: ["frozen", "冻结"]
    case .template: ["template", "模板"]
    case .buffer: ["buffer", "上浮"]
    case .version: ["version", "版本"]
    case .planlint: ["planlint"]
    }
  }

  static let bySpelling: [String: FrontMatterKey] = {
    var keys: [String: FrontMatterKey] = [:]
    for key in allCases {
      for spelling in key.spellings { keys[spelling] = key }
    }
    return keys
  }()
}

extension FrontMatter {
  /// Whether front matter knows a key.
  package static func isKey(_ text: String) -> Bool { FrontMatterKey.bySpelling[text] != nil }
}
