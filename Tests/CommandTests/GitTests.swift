import Foundation
import Testing

/// What planlint and git have to agree about: which files changed, and which are ignored.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git"), "git is not installed"))
struct GitTests {
  @discardableResult
  private static func git(_ arguments: String..., in folder: TemporaryFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments =
      ["-c", "user.name=planbook", "-c", "user.email=planbook@example.com", "-c", "init.defaultBranch=main"] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.url.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
    return String(decoding: said, as: UTF8.self)
  }

  private static func planlint(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Program {
    try Program(
      "planlint", ["--format", "concise", "--profile", "core", "--lang", "en"] + arguments, in: folder,
      environment: environment)
  }

  private static func plan(_ month: Int, _ target: String) -> String {
    "# 王芳 2026年\(month)月计划\n\n## 目标\n\n- 签约额：\(target)\n"
  }

  /// A book below a repository's root; everything is committed.
  private static func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "README.md": "# 说明\n",
      "计划/planbook.yml": "today: 2026-01-05\n",
      "计划/王芳/2026-Q2.md": """
      # 王芳 2026年第二季度计划

      ## 目标

      - 签约额：300万元

      ## 行动计划

      - [ ] 2026-05-08前签约仁和医院
      """,
      "计划/王芳/2026-04.md": plan(4, "100万元"), "计划/王芳/2026-05.md": plan(5, "100万元"),
      "计划/王芳/2026-06.md": plan(6, "100万元"), "计划/王芳/2026-07.md": plan(7, "约100万元"),
    ])
    try git("init", "-q", in: folder)
    try git("add", ".", in: folder)
    try git("commit", "-q", "-m", "one", in: folder)
    return folder
  }

  @Test func findingsOfChangedFilesAreReported() throws {
    let folder = try Self.repository()
    let book = folder.url.appending(path: "计划")
    #expect(try Self.planlint([], in: book).text.contains("2026-07.md"))
    let nothing = try Self.planlint(["--since", "HEAD"], in: book)
    #expect(nothing.status == 0 && nothing.text == "" && nothing.complaints == "no plan has changed since HEAD\n")

    // The sum is wrong in the quarter's plan, which nobody touched; its cause is in the changed one.
    try folder.write(Self.plan(5, "90万元"), to: "计划/王芳/2026-05.md")
    let sum = try Self.planlint(["--since", "HEAD"], in: book)
    #expect(sum.status == 1)
    #expect(sum.text.contains("王芳/2026-Q2.md:5:") && sum.text.contains("[sum-mismatch]"))
    #expect(!sum.text.contains("2026-07.md"))
    #expect(try Self.planlint(["--since", "HEAD", "王芳/2026-06.md"], in: book).text == "")

    // Not in git yet counts as changed; deleted does not.
    try folder.write(Self.plan(8, "约80万元"), to: "计划/王芳/2026-08 新.md")
    try FileManager.default.removeItem(at: book.appending(path: "王芳/2026-07.md"))
    try Self.git("checkout", "-q", "--", "计划/王芳/2026-05.md", in: folder)
    let new = try Self.planlint(["--since", "HEAD", "--select", "vague-target"], in: book)
    #expect(new.text.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["王芳/2026-08 新.md"])

    // Staged and committed ones count against an older revision, from any folder, and inside a hook.
    try Self.git("add", "-A", in: folder)
    try Self.git("commit", "-q", "-m", "two", in: folder)
    #expect(try Self.planlint(["--since", "HEAD"], in: book).text == "")
    let older = try Self.planlint(
      ["--since", "HEAD~1", "计划"], in: folder.url, environment: ["GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"])
    #expect(older.text.contains("计划/王芳/2026-08 新.md"))
  }

  @Test func whatGitCannotTellStopsTheRun() throws {
    let folder = try Self.repository()
    for revision in ["nosuch", "--output=x", "HEAD:README.md", ""] {
      let run = try Self.planlint(["--since=\(revision)", "计划"], in: folder.url)
      #expect(run.status == 2 && run.text == "", "\(revision)")
      #expect(run.complaints.hasPrefix("git knows no revision \(revision)"), "\(run.complaints)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").path))
    let outside = try TemporaryFolder(["planbook.yml": "today: 2026-01-05\n", "a.md": Self.plan(1, "约1万元")])
    let run = try Self.planlint(["--since", "HEAD"], in: outside.url)
    #expect(run.status == 2 && run.complaints.hasPrefix("--since works inside a git repository only"))
    let missing = try Self.planlint(["--since", "HEAD", "计划"], in: folder.url, environment: ["PATH": "/nowhere"])
    #expect(missing.status == 2 && missing.complaints.hasPrefix("--since needs git"), "\(missing.complaints)")
  }

  // MARK: .gitignore

  private static let paths = [
    "a.md", "b.md", "abc.md", "a b.md", "#x.md", "!x.md", "[x].md", "x].md", "计划.md", "x/a.md", "x/b.md", "x/y/a.md",
    "x/y/z/a.md", "a/x/b.md", "a/b.md", "y/x/a.md", "foo/bar/a.md", "foo/a.md", "q/foo/bar/b.md", "A.md", "a1.md",
    "a-.md", "a.md.d/c.md", "trail .md", "x/build/a.md", "build.md", "*.md", "back\\slash.md",
  ]

  /// Each is a whole file.
  private static let ignoreFiles = [
    "a.md", "/a.md", "x/", "/x/", "x", "x/a.md", "x/*", "x/**", "**/a.md", "**/x/a.md", "x/**/a.md", "/**/b.md", "**",
    "*", "*.md\n!b.md", "*.md\n!x/\n!a.md", "x/*\n!x/y/", "x\n!x/a.md", "x/**\n!x/a.md", "/*\n!/x\n/x/*\n!/x/y",
    "a?.md", "?.md", "a*c.md", "[ab].md", "[!a].md", "[^a].md", "[a-c]*.md", "[]x].md", "[[]x[]].md", "\\[x\\].md",
    "\\#x.md", "#x.md", "\\!x.md", "!x.md", "a\\ b.md", "a b.md   ", "trail\\ .md", "trail\\ ", "计?.md", "计*.md",
    "a.md\r\nb.md\r\n", "\u{FEFF}a.md", "", "\n\n  \n", "/", "//", "foo/bar", "foo/**/", "**/foo/bar/", "*/a.md",
    "*/*/a.md", "a**c.md", "**a.md", "x/**y/a.md", "build/", "build", "[[:digit:]]*.md", "a[[:digit:]].md",
    "[[:upper:]].md", "[a", "a\\", "a[-.].md", "a[.-].md", "[z-a].md", "[a-]*.md", "\\*.md", "back\\\\slash.md",
    "x//a.md",
    "./a.md", "x/./a.md", "*.MD", "**/", "/**", "x/**/**/a.md", "***/a.md", "x***", "[!]a].md", "[\\]x].md", "a\\.md",
  ]

  @Test func ignoredIsWhatGitIgnores() throws {
    let folder = try TemporaryFolder(["planbook.yml": "today: 2026-01-05\n"])
    for path in Self.paths { try folder.write(Self.plan(1, "约1万元"), to: path) }
    try Self.git("init", "-q", in: folder)
    for text in Self.ignoreFiles {
      try folder.write(text, to: ".gitignore")
      let untracked = try Self.git("ls-files", "-z", "--others", "--exclude-standard", in: folder)
      let expected = untracked.split(separator: "\0").map(String.init).filter { $0.hasSuffix(".md") }.sorted()
      let run = try Self.planlint(["--select", "vague-target"], in: folder.url)
      let found = run.text.split(separator: "\n").compactMap { $0.components(separatedBy: ":5:").first }.sorted()
      #expect(found == expected, "\(text.debugDescription)")
    }
  }

  @Test func filesAboveTheBookAndBelowCount() throws {
    let folder = try TemporaryFolder([
      ".gitignore": "草稿.md\n/团队/计划/旧/\nweg/\n", "团队/.gitignore": "!草稿.md\n计划/x.md\n",
      "团队/计划/planbook.yml": "today: 2026-01-05\n", "团队/计划/草稿.md": Self.plan(1, "约1万元"),
      "团队/计划/x.md": Self.plan(1, "约1万元"), "团队/计划/旧/a.md": Self.plan(1, "约1万元"),
      "团队/计划/新/.gitignore": "*\n!.gitignore\n!b.md\n", "团队/计划/新/a.md": Self.plan(1, "约1万元"),
      "团队/计划/新/b.md": Self.plan(1, "约1万元"), "团队/计划/后/a.md": Self.plan(1, "约1万元"),
      "weg/计划/planbook.yml": "today: 2026-01-05\n", "weg/计划/a.md": Self.plan(1, "约1万元"),
    ])
    try Self.git("init", "-q", in: folder)
    let book = folder.url.appending(path: "团队/计划")
    let run = try Self.planlint(["--select", "vague-target"], in: book)
    #expect(
      run.text.split(separator: "\n").compactMap { $0.components(separatedBy: ":").first } == [
        "后/a.md", "新/b.md", "草稿.md",
      ])
    let ignored = try Self.planlint([], in: folder.url.appending(path: "weg/计划"))
    #expect(ignored.text == "" && ignored.complaints.hasPrefix("no plans to check here: is ignored by "))
    #expect(ignored.complaints.hasSuffix("/.gitignore, line 3\n"))
  }

  /// A link is read under its real path, and what is ignored there stays ignored.
  @Test func linksDoNotLeadAroundIgnoreFiles() throws {
    let folder = try TemporaryFolder([
      "planbook.yml": "today: 2026-01-05\n", ".gitignore": "/geheim/\n/link2\n",
      "geheim/sub/a.md": Self.plan(1, "约1万元"),
      "offen/.gitignore": "b.md\n", "offen/b.md": Self.plan(1, "约1万元"), "offen/c.md": Self.plan(1, "约1万元"),
    ])
    try folder.link("link1", to: "geheim/sub")
    try folder.link("link2", to: "offen")
    try folder.link("link3.md", to: "offen/b.md")
    try folder.link("link4.md", to: "offen/c.md")
    let run = try Self.planlint(["--select", "vague-target"], in: folder.url)
    #expect(run.text.split(separator: "\n").compactMap { $0.components(separatedBy: ":").first } == ["offen/c.md"])
  }
}
