import Foundation
import Testing

/// Something bad beside a good plan, and what the programs are to make of it.
struct BadInputCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// `rule path:line`, of everything that is found besides what is wrong with the good plan.
  var finds: [String] = []
  /// Part of what is said on stderr; `nil` for nothing at all.
  var complains: String?
  /// What the bad file's owner adds to the total, in 元.
  var adds = 0
  var exit: Int32 = 1
  /// Whether no total is to be made at all.
  var stops = false
  /// Whether it takes long in a debug build, so that one format is enough.
  var isLarge = false
  /// Whether the programs must run as somebody whom permissions bind.
  var asNobody = false
  let put: @Sendable (TemporaryFolder) throws -> Void

  /// Front matter of a size, between its lines.
  static func frontMatter(bytes: Int) -> String {
    "---\nversion: " + String(repeating: "x", count: bytes - "version: \n".utf8.count) + "\n---\n"
  }

  static let head = "# 乙 2026年第一季度计划\n\n## 目标\n\n"
  static let badPath = "乙/2026-Q1.md"

  init(
    _ description: String, finds: [String] = [], complains: String? = nil, adds: Int = 0, exit: Int32 = 1,
    stops: Bool = false, isLarge: Bool = false, asNobody: Bool = false,
    _ put: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) {
    testDescription = description
    self.finds = finds
    self.complains = complains
    self.adds = adds
    self.exit = exit
    self.stops = stops
    self.isLarge = isLarge
    self.asNobody = asNobody
    self.put = put
  }

  /// A plan of bytes.
  init(_ description: String, plan: [UInt8], finds: [String] = [], adds: Int = 0) {
    self.init(description, finds: finds, adds: adds, isLarge: plan.count > 1 << 20) {
      try $0.write(Data(plan), to: Self.badPath)
    }
  }

  init(_ description: String, plan: String, finds: [String] = [], adds: Int = 0) {
    self.init(description, plan: Array(plan.utf8), finds: finds, adds: adds)
  }
}

extension BadInputCase {
  /// What a file may hold.
  static let contents: [BadInputCase] = [
    BadInputCase(
      "a byte that is not UTF-8", plan: Array((head + "- 签约额：50万元\n\nx").utf8) + [0xFF] + Array("x\n".utf8),
      finds: ["invalid-encoding 乙/2026-Q1.md:7"], adds: 500_000),
    BadInputCase(
      "a plan in GB18030", plan: [0x23, 0x20, 0xCD, 0xF5, 0xB7, 0xBC, 0xBC, 0xC6, 0xBB, 0xAE, 0x0A],
      finds: ["invalid-encoding 乙/2026-Q1.md:1"]),
    BadInputCase(
      "NUL bytes", plan: Array((head + "- 签约额：50万元").utf8) + [0] + Array("\n\n".utf8) + [0, 0, 0], adds: 500_000),
    BadInputCase("nothing", plan: ""),
    BadInputCase("a byte order mark alone", plan: [0xEF, 0xBB, 0xBF]),
    BadInputCase("half a byte order mark", plan: [0xEF, 0xBB], finds: ["invalid-encoding 乙/2026-Q1.md:1"]),
    BadInputCase("front matter that never ends", plan: "---\nowner: 乙\n# x\n\n- 签约额：50万元\n", adds: 500_000),
    BadInputCase(
      "an anchor and an alias", plan: "---\nowner: &a 乙\nteam: *a\n---\n" + head + "- 签约额：50万元\n",
      finds: ["invalid-value 乙/2026-Q1.md:2"], adds: 500_000),
    BadInputCase(
      "a tag", plan: "---\nowner: !!python/object 乙\n---\n" + head + "- 签约额：50万元\n",
      finds: ["invalid-value 乙/2026-Q1.md:2"], adds: 500_000),
    BadInputCase(
      "an expansion bomb",
      plan: "---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n---\n" + head + "- 签约额：50万元\n",
      finds: ["invalid-value 乙/2026-Q1.md:2"], adds: 500_000),
    BadInputCase(
      "YAML that is none", plan: "---\nowner: [乙\n---\n" + head + "- 签约额：50万元\n",
      finds: ["invalid-value 乙/2026-Q1.md:3"], adds: 500_000),
    BadInputCase(
      "brackets without end in front matter",
      plan: "---\nowner: " + String(repeating: "[", count: 50_000) + "\n---\n" + head + "- 签约额：50万元\n",
      finds: ["invalid-value 乙/2026-Q1.md:2"], adds: 500_000),
    BadInputCase(
      "10 MB of front matter",
      plan: "---\n" + String(repeating: "owner: 乙\n", count: 900_000) + "---\n" + head + "- 签约额：50万元\n",
      finds: ["unreadable-file 乙/2026-Q1.md:1"]),
    BadInputCase(
      "64 KB of front matter", plan: frontMatter(bytes: 64 << 10) + head + "- 签约额：50万元\n", adds: 500_000),
    BadInputCase(
      "one byte more than 64 KB of front matter", plan: frontMatter(bytes: 64 << 10 + 1) + head + "- 签约额：50万元\n",
      finds: ["unreadable-file 乙/2026-Q1.md:1"]),
    BadInputCase(
      "a number beyond 128 bits", plan: head + "- 签约额：1\(String(repeating: "0", count: 60))元\n",
      finds: ["unreadable-amount 乙/2026-Q1.md:5"]),
    BadInputCase(
      "a million digits", plan: head + "- 签约额：\(String(repeating: "9", count: 1_000_000))\n",
      finds: ["unreadable-amount 乙/2026-Q1.md:5"]),
    BadInputCase("100,000 weak words", plan: head + "- \(String(repeating: "约", count: 100_000))：5万元\n"),
    BadInputCase(
      "100,000 quotes in each other", plan: head + String(repeating: ">", count: 100_000) + " 签约额：50万元\n",
      finds: ["unreadable-file 乙/2026-Q1.md:5"]),
    BadInputCase(
      "100,000 lists in each other", plan: head + String(repeating: "- ", count: 100_000) + "签约额：50万元\n",
      finds: ["unreadable-file 乙/2026-Q1.md:5"]),
    BadInputCase(
      "100,000 brackets in each other",
      plan: head + "- 签约额：50万元\n\n" + String(repeating: "[", count: 100_000) + "\n", adds: 500_000),
    BadInputCase(
      "lines that end in CR", plan: (head + "- 签约额：50万元\n").replacingOccurrences(of: "\n", with: "\r"),
      adds: 500_000),
    BadInputCase(
      "lines that end in CRLF", plan: (head + "- 签约额：50万元\n").replacingOccurrences(of: "\n", with: "\r\n"),
      adds: 500_000),
    BadInputCase("no last line end", plan: head + "- 签约额：50万元", adds: 500_000),
    BadInputCase("a file of 65 MB", finds: ["unreadable-file 乙/2026-Q1.md:1"], isLarge: true) { folder in
      try folder.write(head + "- 签约额：50万元\n", to: badPath)
      let file = try FileHandle(forWritingTo: folder.url.appending(path: badPath))
      try file.truncate(atOffset: 65 << 20)
      try file.close()
    },
  ]

  /// What may stand where a plan, a folder or `planbook.yml` is expected.
  static let places: [BadInputCase] = [
    BadInputCase("a folder whose name ends in .md") { folder in
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: badPath), withIntermediateDirectories: true)
    },
    BadInputCase("an empty folder") { folder in
      try FileManager.default.createDirectory(at: folder.url.appending(path: "乙"), withIntermediateDirectories: true)
    },
    BadInputCase("a pipe", complains: "乙/2026-Q1.md") { folder in
      try folder.write("", to: "乙/x.txt")
      _ = mkfifo(folder.url.appending(path: badPath).path, 0o644)
    },
    BadInputCase("a link that leads nowhere", complains: "乙/2026-Q1.md") { try $0.link(badPath, to: "没有.md") },
    BadInputCase("links in a circle", complains: "乙/2026-Q1.md") { folder in
      try folder.link(badPath, to: "loop.md")
      try folder.link("乙/loop.md", to: "2026-Q1.md")
    },
    BadInputCase("a link to a folder above", adds: 500_000) { folder in
      try folder.write(head + "- 签约额：50万元\n", to: badPath)
      try folder.link("乙/again", to: "..")
    },
    BadInputCase("a link to a plan of the book is read once", adds: 500_000) { folder in
      try folder.write(head + "- 签约额：50万元\n", to: badPath)
      try folder.link("乙/again.md", to: "2026-Q1.md")
    },
    BadInputCase("a link out of the book", complains: "乙/2026-Q1.md") { try $0.link(badPath, to: "/etc/passwd") },
    BadInputCase("a link to a folder out of the book", complains: "乙") { try $0.link("乙", to: "/etc") },
    BadInputCase("a plan that may not be read", complains: "乙/2026-Q1.md", exit: 2, asNobody: true) { folder in
      try folder.write(head + "- 签约额：50万元\n", to: badPath)
      try folder.forbid(badPath)
    },
    BadInputCase("a folder that may not be read", complains: "乙", exit: 2, asNobody: true) { folder in
      try folder.write(head + "- 签约额：50万元\n", to: badPath)
      try folder.forbid("乙")
    },
    BadInputCase("a planbook.yml that may not be read", complains: "planbook.yml", exit: 2, stops: true, asNobody: true)
    {
      try $0.forbid("planbook.yml")
    },
    BadInputCase("a planbook.yml that is a folder", complains: "planbook.yml", exit: 2, stops: true) { folder in
      try FileManager.default.removeItem(at: folder.url.appending(path: "planbook.yml"))
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "planbook.yml"), withIntermediateDirectories: true)
    },
    BadInputCase("a planbook.yml that leads out of the book", complains: "planbook.yml", exit: 2, stops: true) {
      folder in
      try FileManager.default.removeItem(at: folder.url.appending(path: "planbook.yml"))
      try folder.link("planbook.yml", to: "/etc/passwd")
    },
    BadInputCase("a planbook.yml of 10 MB", complains: "planbook.yml:1", exit: 2, stops: true) {
      try $0.write(String(repeating: "# x\n", count: 2_500_000), to: "planbook.yml")
    },
    BadInputCase("a planbook.yml that is not UTF-8", complains: "planbook.yml:1", exit: 2, stops: true) {
      try $0.write(Data([0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xCD, 0xF5, 0x0A]), to: "planbook.yml")
    },
    BadInputCase("a planbook.yml with a NUL", complains: "planbook.yml:1", exit: 2, stops: true) {
      try $0.write(Data([0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0x00, 0x0A]), to: "planbook.yml")
    },
    BadInputCase("a planbook.yml nested 50,000 deep", complains: "planbook.yml:1", exit: 2, stops: true) {
      try $0.write("name: " + String(repeating: "{a: ", count: 50_000), to: "planbook.yml")
    },
  ]
}

extension TemporaryFolder {
  func link(_ path: String, to target: String) throws {
    let link = url.appending(path: path)
    try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
  }

  func forbid(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: url.appending(path: path).path)
  }
}
