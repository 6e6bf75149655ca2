import Foundation
import Testing

/// Bad input is named, the rest is processed, and nothing of it reaches a total.
@Suite struct BadInputTests {
  /// The good plan has one fault of its own.
  private static let book = [
    "planbook.yml": "today: 2026-01-05\norganization:\n  销售部: {members: [甲, 乙]}\n",
    "甲/2026-Q1.md": "# 甲 2026年第一季度计划\n\n## 目标\n\n- 签约额：100万元\n\n## 行动计划\n\n- [ ] 拜访10家医院\n",
  ]
  private static let ownFault = "missing-deadline 甲/2026-Q1.md:9"
  private static let rules = """
    missing-deadline,sum-mismatch,conflicting-target,unreadable-amount,unreadable-file,invalid-encoding,invalid-value,\
    malformed-table
    """

  @Test(arguments: BadInputCase.contents + BadInputCase.places) func isNamedAndTheRestIsProcessed(_ it: BadInputCase)
    throws
  {
    if it.asNobody, !Nobody.isBound { return }
    let user = it.asNobody ? Nobody.user : nil
    let folder = try TemporaryFolder(Self.book)
    try it.put(folder)

    let check = try Program(
      "planlint", ["check", "--format", "json", "--lang", "en", "--select", Self.rules], in: folder.url, user: user)
    expect(check, it, exit: it.exit)
    if it.stops {
      #expect(check.text == "")
    } else {
      #expect(try findings(check) == ([Self.ownFault] + it.finds).sorted())
    }

    let rollup = try Program(
      "plancompile",
      ["rollup", "--format", "json", "--lang", "en", "--period", "2026-Q1", "--metric", "签约额", "--depth", "1"],
      in: folder.url, user: user)
    expect(rollup, it, exit: it.exit == 2 ? 2 : 0)
    if !it.stops {
      let cells = try JSONValue(rollup.bytes)["rows"]?.items.first?["cells"]
      #expect(cells?["resolved"]?["value"] == .string("\(1_000_000 + it.adds)"))
    }

    if it.isLarge { return }
    let text = try Program("planlint", ["--select", Self.rules], in: folder.url, user: user)
    expect(text, it, exit: it.exit)
    #expect(text.bytes.count < 10_000)
    #expect(text.bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }

  private func expect(_ run: Program, _ it: BadInputCase, exit: Int32) {
    #expect(!run.wasKilled)
    #expect(run.status == exit)
    if let part = it.complains {
      #expect(run.complaints.contains(part))
    } else {
      #expect(run.complaints == "")
    }
  }

  private func findings(_ run: Program) throws -> [String] {
    try JSONValue(run.bytes)["findings"]?.items.map { finding in
      let line = finding["range"]?["start"]?["line"]?.description ?? "?"
      return "\(finding["rule"]?.text ?? "?") \(finding["path"]?.text ?? "?"):\(line)"
    }.sorted() ?? []
  }

  @Test func aSumBeyond128BitsIsNoNumber() throws {
    let large = "- 签约额：160000000000000000000000000000000000000元\n"
    let folder = try TemporaryFolder([
      "planbook.yml": "today: 2026-01-05\norganization:\n  销售部: {members: [甲, 乙]}\n",
      "甲/2026-Q1.md": "# 甲 2026年第一季度计划\n\n## 目标\n\n" + large, "乙/2026-Q1.md": "# 乙 2026年第一季度计划\n\n## 目标\n\n" + large,
    ])
    let run = try Program("plancompile", ["rollup", "--format", "json", "--period", "2026-Q1"], in: folder.url)
    #expect(run.status == 0)
    let rows = try JSONValue(run.bytes)["rows"]?.items ?? []
    let owners = rows.compactMap { $0["cells"]?["owner"]?["value"]?.text }
    #expect(owners == ["甲", "乙"])
    let check = try Program("planlint", ["--format", "concise", "--select", "sum-mismatch"], in: folder.url)
    #expect(check.status == 0)
  }

  @Test func namesThatAreNotUTF8AreShownEscaped() throws {
    let folder = try TemporaryFolder(Self.book)
    let path = Array(folder.url.path.utf8) + Array("/乙-".utf8) + [0xFF] + Array(".md".utf8) + [0]
    let text = Array((BadInputCase.head + "## 行动计划\n\n- [ ] 拜访5家医院\n").utf8)
    let descriptor = path.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
    }
    #expect(descriptor >= 0)
    #expect(text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == text.count)
    close(descriptor)
    let run = try Program("planlint", ["--format", "json", "--select", Self.rules], in: folder.url)
    #expect(run.status == 1)
    #expect(try findings(run) == ["missing-deadline 乙-\\xFF.md:7", Self.ownFault])
    #expect(try Program("planlint", ["--select", Self.rules], in: folder.url).text.contains("乙-\\xFF.md:7"))
  }

  @Test func aLoneFileIsReadAlone() throws {
    let folder = try TemporaryFolder(["a.md": Self.book["甲/2026-Q1.md"] ?? "", "b.md": Self.book["甲/2026-Q1.md"] ?? ""])
    let run = try Program("planlint", ["--format", "json", "--select", Self.rules, "a.md"], in: folder.url)
    #expect(try findings(run) == ["missing-deadline a.md:9"])
  }

  @Test(arguments: [["a/x.md", "b/x.md"], ["a", "b/x.md"], ["a/x.md", "c.md"]])
  func pathsOfTwoBooksAreRefused(_ paths: [String]) throws {
    let folder = try TemporaryFolder([
      "a/planbook.yml": "name: a\n", "b/planbook.yml": "name: b\n", "a/x.md": "# x\n", "b/x.md": "# x\n",
      "c.md": "# x\n",
    ])
    for program in ["planlint", "plancompile"] {
      let run = try Program(program, (program == "planlint" ? ["check"] : ["rollup"]) + paths, in: folder.url)
      #expect(run.status == 2)
      #expect(run.text == "")
      #expect(run.complaints.contains("/a"))
    }
  }

  @Test(arguments: ["没有.md", "", "pipe.md", "/dev/zero", "/proc/self/mem"])
  func pathsThatAreNoPlanAreRefused(_ path: String) throws {
    let folder = try TemporaryFolder(["a.md": "# x\n"])
    _ = mkfifo(folder.url.appending(path: "pipe.md").path, 0o644)
    for arguments in [["check"], ["dump"]] {
      let run = try Program("planlint", arguments + [path], in: folder.url)
      #expect(run.status == 2, "\(arguments)")
      #expect(!run.text.contains("{"), "\(arguments)")
      #expect(!run.complaints.isEmpty)
    }
  }

  /// A folder of a book is named from where one stands, as plans are.
  @Test func unreadableFoldersAreNamedFromHere() throws {
    guard Nobody.isBound else { return }
    let folder = try TemporaryFolder()
    for (path, text) in Self.book { try folder.write(text, to: "book/" + path) }
    try folder.write("# x\n", to: "book/乙/x.md")
    try folder.forbid("book/乙")
    let run = try Program("planlint", ["--lang", "en", "book"], in: folder.url, user: Nobody.user)
    #expect(run.status == 2)
    #expect(run.complaints == "book/乙: cannot be read: Permission denied\n")
  }
}

/// Somebody whom permissions bind, which root is not.
private enum Nobody {
  static let user = geteuid() == 0 ? 65_534 : nil

  /// Whether the programs can be run so.
  static let isBound: Bool = {
    let here = FileManager.default.temporaryDirectory
    return (try? Program("planlint", ["--version"], in: here, user: user))?.status == 0
  }()
}
