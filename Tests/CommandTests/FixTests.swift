import Foundation
import Testing

/// `--fix` and `--diff` on real folders.
@Suite struct FixTests {
  /// Everything that safe fixes are about, and a weekday that only a person can judge.
  private static let plan = """
    # 王芳 2026年4月计划

    ## 目标

    1、签约额：300万元
    2、拜访：30次

    | 旬 | 拜访 |
    |---|---|
    | 上旬 | 10 | |
    | 中旬 | 10 |
    | 下旬 | 10 |

    ## 行动计划

    <!-- planlint-disable-next-line mising-deadline -->
    - [ ] 长期走访 @王芳
    - [ ] 拜访仁和医院 @王芳 截止 2026-04-14（周四） <!-- planlint-disable-line sum-mismatch -->
    """

  private static let mended =
    plan.replacingOccurrences(of: "1、", with: "1. ").replacingOccurrences(of: "2、", with: "2. ")
    .replacingOccurrences(of: "| 上旬 | 10 | |", with: "| 上旬 | 10 |")
    .replacingOccurrences(of: "mising", with: "missing")
    .replacingOccurrences(of: " <!-- planlint-disable-line sum-mismatch -->", with: "")

  private static func book(_ text: String = plan) throws -> TemporaryFolder {
    try TemporaryFolder(["planbook.yml": "today: 2026-03-30\n", "王芳/2026-04.md": text])
  }

  private static func planlint(_ arguments: String..., in folder: TemporaryFolder, user: Int? = nil) throws -> Program {
    try Program(
      "planlint", ["--profile", "core", "--format", "concise"] + arguments, in: folder.url, user: user)
  }

  private static func text(_ folder: TemporaryFolder, _ path: String = "王芳/2026-04.md") throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appending(path: path)), as: UTF8.self)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func safeFixesAreMadeAndNothingElseChanges(lineEnd: String, mark: String) throws {
    let folder = try Self.book(mark + Self.plan.replacingOccurrences(of: "\n", with: lineEnd))
    let facts = try Program("plancompile", ["facts", "--format", "csv"], in: folder.url)
    let run = try Self.planlint("--fix", in: folder)
    #expect(try Self.text(folder) == mark + Self.mended.replacingOccurrences(of: "\n", with: lineEnd))
    #expect(run.complaints.contains("改了 1 个文件里的 4 处\n另有 1 处可以用 --unsafe-fixes 改"))
    // What is left is reported where it stands now.
    #expect(run.status == 1)
    #expect(run.text.contains("王芳/2026-04.md:18:") && run.text.contains("[weekday-mismatch]"))
    #expect(!run.text.contains("[text-looks-like-list]"))
    #expect(
      Self.values(try Program("plancompile", ["facts", "--format", "csv"], in: folder.url)) == Self.values(facts))
    let again = try Self.planlint("--fix", in: folder)
    #expect(again.bytes == run.bytes && !again.complaints.contains("改了"))
    #expect(try Self.text(folder) == mark + Self.mended.replacingOccurrences(of: "\n", with: lineEnd))
  }

  /// The facts of a run without their places.
  private static func values(_ run: Program) -> [String] {
    run.text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(3)
    }
    .map { $0.joined(separator: ",") }
  }

  @Test func unsafeFixesNeedToBeAskedFor() throws {
    let folder = try Self.book()
    #expect(try Self.planlint("--fix", "--unsafe-fixes", in: folder).text.contains("weekday-mismatch") == false)
    #expect(try Self.text(folder) == Self.mended.replacingOccurrences(of: "周四", with: "周二"))
    let refused = try Self.planlint("--unsafe-fixes", "--lang", "en", in: folder)
    #expect(refused.status == 2 && refused.complaints == "--unsafe-fixes works with --fix or --diff only\n")
  }

  @Test func diffWritesNothingAndAppliesToTheSame() throws {
    let (folder, other) = (try Self.book(), try Self.book())
    let diff = try Self.planlint("--diff", in: folder)
    #expect(diff.status == 1)
    #expect(try Self.text(folder) == Self.plan)
    #expect(diff.text.hasPrefix("--- a/王芳/2026-04.md\n+++ b/王芳/2026-04.md\n@@ -2,17 +2,17 @@\n"))
    #expect(try Python.complaint(about: diff.bytes, Self.patch, [folder.url.path]) == nil)
    #expect(try Self.planlint("--fix", in: other).status == 1)
    #expect(try Self.text(folder) == Self.text(other))
    let nothing = try Self.planlint("--diff", "--fix", in: other)
    #expect(nothing.status == 0 && nothing.text == "")
  }

  private static let patch = """
    import subprocess, sys
    subprocess.run(["git", "apply", "-"], input=sys.stdin.buffer.read(), cwd=sys.argv[1], check=True)
    """

  @Test func onlyNamedFilesAreChanged() throws {
    let folder = try Self.book()
    try folder.write(Self.plan.replacingOccurrences(of: "王芳", with: "李雷"), to: "李雷/2026-04.md")
    _ = try Self.planlint("--fix", "李雷", in: folder)
    #expect(try Self.text(folder) == Self.plan)
    #expect(try Self.text(folder, "李雷/2026-04.md") != Self.plan.replacingOccurrences(of: "王芳", with: "李雷"))
  }

  @Test func permissionsAndLinksStay() throws {
    let folder = try TemporaryFolder(["planbook.yml": "today: 2026-03-30\n", "资料/计划.md": Self.plan])
    let target = folder.url.appending(path: "资料/计划.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "王芳"), withIntermediateDirectories: true)
    try folder.link("王芳/2026-04.md", to: "../资料/计划.md")
    _ = try Self.planlint("--fix", in: folder)
    #expect(try Self.text(folder, "资料/计划.md").contains("1. 签约额"))
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let link = folder.url.appending(path: "王芳/2026-04.md").path
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../资料/计划.md")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/资料") == ["计划.md"])
  }

  @Test func aFileThatMustNotBeWrittenStays() throws {
    let folder = try Self.book()
    let file = folder.url.appending(path: "王芳/2026-04.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let run = try Self.planlint("--fix", "--lang", "en", in: folder)
    #expect(run.status == 2)
    #expect(
      run.complaints.hasPrefix("王芳/2026-04.md: cannot be written: Permission denied; what was there is unchanged"))
    #expect(try Self.text(folder) == Self.plan)
  }

  @Test func whatIsSuppressedIsNotFixed() throws {
    let plan = Self.mended.replacingOccurrences(
      of: "1. ", with: "<!-- planlint-disable-next-line text-looks-like-list -->\n1、"
    )
    .replacingOccurrences(of: "\n2. ", with: "\n\n2. ")
    let folder = try Self.book(plan)
    let run = try Self.planlint("--fix", in: folder)
    #expect(!run.complaints.contains("改了"))
    #expect(try Self.text(folder) == plan)
  }

  @Test func aLoneFileKeepsSuppressionsThatABookMayNeed() throws {
    let folder = try TemporaryFolder(["2026-04.md": Self.plan])
    _ = try Self.planlint("--fix", "2026-04.md", in: folder)
    let text = try Self.text(folder, "2026-04.md")
    #expect(text.contains("planlint-disable-line sum-mismatch") && text.contains("1. 签约额"))
  }

  // MARK: The sample book

  private static let plans = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "plans")

  @Test func aCleanBookIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "plans")
    try FileManager.default.copyItem(at: Self.plans, to: copy)
    let run = try Program("planlint", ["--fix", "--unsafe-fixes", "plans"], in: folder.url, seconds: 60)
    #expect(run.status == 0 && run.complaints == "")
    #expect(FileManager.default.contentsEqual(atPath: Self.plans.path, andPath: copy.path))
  }

  /// Ways to spoil any plan without changing what it says.
  private static let spoilings: [(name: String, pattern: String, template: String)] = [
    ("bullets from Word", "(?m)^- (?!\\[)", "• "), ("an empty cell too many", "(?m)^(\\|.*[^-: ] ?\\|)$", "$1 |"),
    ("a suppression of nothing", "(?m)^(## .*)$", "<!-- planlint-disable-next-line impossible-date -->\n$1"),
    ("a suppression behind a line", "(?m)^(- .*[^>])$", "$1 <!-- planlint-disable-line reversed-dates -- 备查 -->"),
  ]

  @Test(arguments: spoilings.indices) func spoiltPlansAreMendedAndSayTheSame(_ index: Int) throws {
    let spoiling = Self.spoilings[index]
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "plans")
    try FileManager.default.copyItem(at: Self.plans, to: copy)
    let expression = try NSRegularExpression(pattern: spoiling.pattern)
    let files = try #require(FileManager.default.enumerator(at: copy, includingPropertiesForKeys: nil))
    var spoilt = 0
    for case let file as URL in files where file.pathExtension == "md" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let changed = expression.stringByReplacingMatches(
        in: text, range: NSRange(text.startIndex..., in: text), withTemplate: spoiling.template)
      if changed != text { spoilt += 1 }
      try Data(changed.utf8).write(to: file)
    }
    #expect(spoilt > 3, "\(spoiling.name)")
    let facts = {
      Self.values(try Program("plancompile", ["facts", "--format", "csv", "plans"], in: folder.url, seconds: 60))
    }
    let before = try facts()
    let first = try Program("planlint", ["--fix", "--format", "json", "plans"], in: folder.url, seconds: 60)
    #expect(first.complaints.contains("改了"))
    #expect(try facts() == before)
    let second = try Program("planlint", ["--fix", "--format", "json", "plans"], in: folder.url, seconds: 60)
    #expect(!second.complaints.contains("改了"))
    #expect(second.bytes == first.bytes)
  }
}
