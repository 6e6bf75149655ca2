import Foundation
import Testing

/// Same input, same bytes: whatever the language, the place on earth, the number of processors.
@Suite struct DeterminismTests {
  private static let plans = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let commands = [
    ["planlint", "check", "--format", "json", "--profile", "strict", "plans"],
    ["planlint", "check", "--profile", "strict", "--today", "2026-07-01", "plans"],
    ["plancompile", "facts", "plans"],
    ["plancompile", "rollup", "plans"],
    ["plancompile", "rollup", "--by", "owner,layer,month", "--format", "csv", "plans"],
    ["plancompile", "facts", "--unplaced", "plans"],
  ]

  private static let surroundings: [[String: String]] = [
    ["LANG": "C", "TZ": "Pacific/Kiritimati"], ["LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"],
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles", "COLUMNS": "40", "TERM": "dumb"],
  ]

  @Test(arguments: commands) func surroundingsDoNotMatter(_ command: [String]) throws {
    let first = try run(command)
    #expect(!first.bytes.isEmpty)
    #expect(first.status < 2)
    for environment in Self.surroundings {
      let other = try run(command, environment)
      #expect(other.bytes == first.bytes, "\(environment)")
      #expect(other.complaints == first.complaints, "\(environment)")
      #expect(other.status == first.status, "\(environment)")
    }
    #expect(try run(command, processor: 0).bytes == first.bytes, "one processor")
  }

  private func run(_ command: [String], _ environment: [String: String] = [:], processor: Int? = nil) throws -> Program
  {
    try Program(
      command[0], Array(command.dropFirst()), in: Self.plans, environment: environment, seconds: 60,
      processor: processor)
  }

  /// Many small plans that say the same about different people, so that threads get in each other's way if they can.
  @Test func manyPlansAreReadInTheSameOrder() throws {
    let folder = try TemporaryFolder()
    for person in 1...120 {
      try folder.write(
        "# 2026年第一季度计划\n\n## 目标\n\n- 签约额：约\(person)万元，其中医疗\(person)元\n- 行业\(person)：3家\n\n## 行动计划\n\n- [ ] 拜访客户\(person)\n",
        to: "团队\(person % 7)/员工\(person)/2026-Q1.md")
    }
    for command in [["planlint", "check", "--format", "json"], ["plancompile", "facts"], ["plancompile", "rollup"]] {
      let runs = try (0..<4).map { round in
        try Program(
          command[0], Array(command.dropFirst()) + ["--today", "2026-01-05", "."], in: folder.url,
          processor: round == 3 ? 0 : nil)
      }
      #expect(Set(runs.map(\.bytes)).count == 1, "\(command)")
      #expect(runs[0].status < 2)
    }
  }

  @Test func notesComeInTheSameOrder() throws {
    let folder = try TemporaryFolder(["planbook.yml": "today: 2026-01-05\n", "a.md": "# x\n"])
    let names = ["d", "b", "a", "e", "c"].map { "\($0)-broken.md" }
    for name in names { try folder.link(name, to: "nowhere") }
    let run = try Program("planlint", ["--lang", "en"], in: folder.url)
    #expect(run.complaints == names.sorted().map { "\($0): the link leads nowhere; skipped\n" }.joined())
  }
}
