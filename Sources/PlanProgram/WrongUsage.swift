import PlanSource

/// What the argument parser says about wrong usage, told in Chinese.
///
/// The parser has no languages and keeps its errors to itself, so its sentences are recognised by their fixed words; one that is not
/// known stays as it is.
struct WrongUsage {
  private let message: String
  /// The command that tells more, such as `planlint check --help`.
  private let help: String?

  /// - Parameter full: The message with the usage behind it.
  init(_ message: String, full: String) {
    self.message = message
    help = Self.parts(of: full, ["See '", "' for more information."], anywhere: true)?.first
  }

  var chinese: String {
    "错误：\(sentence)" + (help.map { "\n用法见 \($0)" } ?? "")
  }

  private var sentence: String {
    for known in Self.sentences {
      if let parts = Self.parts(of: message, known.fixed) { return known.chinese(parts) }
    }
    return message
  }

  // MARK: Sentences

  private struct Sentence: Sendable {
    /// What stands before, between and behind the changing parts.
    let fixed: [String]
    let chinese: @Sendable ([String]) -> String

    init(_ pattern: String, _ chinese: @escaping @Sendable ([String]) -> String) {
      fixed = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      self.chinese = chinese
    }
  }

  /// The more telling ones first.
  private static let sentences = [
    Sentence("Unknown option '*'. Did you mean '*'?") { "不认识的选项 \($0[0])，是否想写 \($0[1])？" },
    Sentence("Unknown option '*'") { "不认识的选项 \($0[0])" },
    Sentence("Missing value for '* <*>'") { "选项 \($0[0]) 后面缺少值" + expected($0[0]) },
    Sentence("Missing value for '*'") { "选项 \($0[0]) 后面缺少值" },
    Sentence("The value '*' is invalid for '* <*>'. Please provide one of *.") {
      "选项 \($0[1]) 的值「\($0[0])」无效，可用：\(list($0[3]))"
    },
    Sentence("The value '*' is invalid for '* <*>'*") { "选项 \($0[1]) 的值「\($0[0])」无效" + expected($0[1]) },
    Sentence("The value '*' is invalid for '<*>'*") { "参数 <\($0[1])> 的值「\($0[0])」无效" },
    Sentence("The option '*' does not take any value, but '*' was specified.") { "选项 \($0[0]) 后面不写值，却写了「\($0[1])」" },
    Sentence("Unexpected argument '*'") { "多余的参数「\($0[0])」" },
    Sentence("* unexpected arguments: '*'") { "\($0[0]) 个多余的参数：\(list($0[1]))" },
    Sentence("Missing expected argument '<*>'") { "缺少参数 <\($0[0])>" + (arguments[$0[0]].map { "（\($0)）" } ?? "") },
    Sentence("Invalid option: *") { "选项 \($0[0]) 的写法不对" },
  ]

  /// What options take that are no choice.
  private static let values = [
    "--today": "日期，如 2026-04-15", "--lang": "zh 或 en", "--max-findings": "整数，如 20", "--depth": "整数，如 2",
    "--since": "git 版本，如 HEAD 或 origin/main", "--baseline": "文件名", "--write-baseline": "文件名",
  ]

  private static let arguments = ["file": "一份计划", "rule": "规则名，如 sum-mismatch", "cell": "负责人/指标/期间"]

  private static func expected(_ option: String) -> String { values[option].map { "，应为\($0)" } ?? "" }

  /// `'core', 'method' or 'strict'` as `core、method、strict`.
  private static func list(_ words: String) -> String {
    words.split(separator: "'").filter { ![", ", " or ", " and "].contains($0) }.joined(separator: "、")
  }

  /// The changing parts of a text, `nil` where the fixed words are not those.
  private static func parts(of text: String, _ fixed: [String], anywhere: Bool = false) -> [String]? {
    var rest = text[...]
    var parts: [String] = []
    for (index, words) in fixed.enumerated() {
      if index > 0, index == fixed.count - 1, !anywhere {
        guard rest.hasSuffix(words) else { return nil }
        return parts + [String(rest.dropLast(words.count))]
      }
      if words.isEmpty { continue }
      guard let range = rest.firstRange(of: words) else { return nil }
      if index == 0 {
        guard anywhere || range.lowerBound == rest.startIndex else { return nil }
      } else {
        parts.append(String(rest[..<range.lowerBound]))
      }
      rest = rest[range.upperBound...]
    }
    return parts
  }
}
