import Foundation
import PlanTestSupport
import Testing

/// The page about CI, as readers copy from it.
enum CIPage {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The first fenced block behind a line that names a file.
  static func snippet(after name: String, of page: String = "docs/ci.md") throws -> String {
    let text = try text(page)
    guard let start = text.range(of: "`\(name)`")?.upperBound,
      let open = text.range(of: "\n```", range: start..<text.endIndex),
      let first = text.range(of: "\n", range: open.upperBound..<text.endIndex),
      let close = text.range(of: "\n```", range: first.lowerBound..<text.endIndex)
    else { throw Missing.snippet(name) }
    return String(text[first.upperBound...close.lowerBound])
  }

  /// Every planlint command in the page's YAML.
  static func commands() throws -> [[String]] {
    try text("docs/ci.md").split(separator: "\n").compactMap { line in
      guard let start = line.range(of: "planlint plans") else { return nil }
      let command = line[start.lowerBound...].split(separator: "|")[0]
      return command.split(separator: " ").map(String.init)
    }
  }

  enum Missing: Error { case snippet(String) }
}

@Suite struct CIPageTests {
  /// Snippets are the same in both languages, remarks and all.
  @Test func theTwinHasTheSameSnippets() throws {
    func blocks(_ page: String) throws -> [String] {
      let parts = try CIPage.text(page).components(separatedBy: "\n```")
      return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    }
    let english = try blocks("docs/ci.md")
    #expect(try blocks("docs/zh/ci.md") == english)
    #expect(english.count >= 6)
  }

  /// The commands run on the sample book and write what their formats promise.
  @Test func commandsWriteTheirFormats() throws {
    let commands = try CIPage.commands()
    #expect(commands.count >= 4)
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: CIPage.root.appending(path: "plans"), to: folder.url.appending(path: "plans"))
    try folder.write("# 2026年1月计划\n\n## 目标\n\n- 签约额：大幅提升\n", to: "plans/华东区/2026-01.md")
    for words in commands {
      let program = try Program(words[0], Array(words.dropFirst()), in: folder.url)
      let isFailing = !words.contains("never")
      #expect(program.status == (isFailing ? 1 : 0), "\(words): \(program.complaints)")
      for (index, word) in words.enumerated() where word == "--format" && index + 1 < words.count {
        let parts = words[index + 1].split(separator: "=").map(String.init)
        let data = parts.count > 1 ? try Data(contentsOf: folder.url.appending(path: parts[1])) : program.bytes
        try expect(data, in: parts[0])
      }
    }
  }

  private func expect(_ data: Data, in format: String) throws {
    let text = String(decoding: data, as: UTF8.self)
    switch format {
    case "sarif", "gitlab":
      #expect(try JSONSerialization.jsonObject(with: data) is NSObject)
      #expect(text.contains("unquantified-target"))
    case "rdjsonl":
      for line in text.split(separator: "\n") {
        #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
      }
      #expect(text.contains("unquantified-target"))
    case "github": #expect(text.hasPrefix("::error "))
    case "junit": #expect(text.hasPrefix("<?xml"))
    default: #expect(text.contains("unquantified-target"), "\(format)")
    }
  }

  /// The git hook lets a good commit through and stops a bad one, names with blanks and Chinese in them included.
  @Test func theGitHookStopsBadPlans() throws {
    let folder = try TemporaryFolder([
      "plans/planbook.yml": "today: 2026-01-05\n", "plans/王 岚/2026-01.md": "# 2026年1月计划\n\n## 目标\n\n- 回访：20次\n",
    ])
    func git(_ words: String...) throws -> PreCommit.Outcome {
      try PreCommit.run(
        ["git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"] + words,
        in: folder.url)
    }
    _ = try git("init", "-q")
    try folder.write(CIPage.snippet(after: ".git/hooks/pre-commit"), to: ".git/hooks/pre-commit")
    let hook = folder.url.appending(path: ".git/hooks/pre-commit").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    _ = try git("add", ".")
    let good = try git("commit", "-q", "-m", "plans")
    #expect(good.status == 0, "\(good.text)")
    try folder.write("# 2026年1月计划\n\n## 目标\n\n- 回访：大幅提升\n", to: "plans/王 岚/2026-01.md")
    _ = try git("add", ".")
    let bad = try git("commit", "-q", "-m", "worse")
    #expect(bad.status == 1)
    #expect(bad.text.contains("error[unquantified-target]"), "\(bad.text)")
  }
}
