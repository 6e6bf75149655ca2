import Foundation
import PlanTestSupport
import Testing

/// Runs the real pre-commit with the hooks of this repository, as docs/ci.md sets them up.
@Suite(.enabled(if: PreCommit.isInstalled, "pre-commit is not installed")) struct PreCommitTests {
  private static let planbook = "today: 2026-01-05\norganization:\n  华东区: {members: [王岚]}\n"

  private static func quarter(_ amount: Int) -> String {
    "# 王岚 2026年第一季度计划\n\n## 目标\n\n- 签约额：\(amount)万元\n"
  }

  private static func month(_ number: Int, _ amount: Int) -> String {
    "# 王岚 2026年\(number)月计划\n\n## 目标\n\n- 签约额：\(amount)万元\n"
  }

  /// A clean book in `plans`, and a page beside it that is none of it.
  private static var clean: [String: String] {
    var files = ["plans/planbook.yml": planbook, "README.md": "# Sales\n", "plans/华东区/王岚/2026-Q1.md": quarter(90)]
    for number in 1...3 { files["plans/华东区/王岚/2026-0\(number).md"] = month(number, 30) }
    return files
  }

  @Test func goodPlansPass() throws {
    let repository = try PreCommit(Self.clean)
    try repository.stage("plans/华东区/王岚/2026-Q1.md", Self.quarter(90) + "\n")
    try repository.stage("README.md", "# Sales\n\nText.\n")
    let outcome = try repository.runHooks()
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("Passed"))
  }

  @Test func aBadPlanStopsTheCommit() throws {
    let repository = try PreCommit(Self.clean)
    try repository.stage(
      "plans/华东区/王岚/2026-01.md", Self.month(1, 30) + "\n## 行动计划\n\n- [ ] 拜访仁和医院 @王岚\n")
    let outcome = try repository.runHooks()
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("error[missing-deadline]"), "\(outcome.text)")
  }

  /// The month is staged, the sum that no longer comes out stands in the quarter's plan.
  @Test func aFindingInAnotherFileIsReportedWhereItsCauseIsStaged() throws {
    let repository = try PreCommit(Self.clean)
    try repository.stage("plans/华东区/王岚/2026-02.md", Self.month(2, 20))
    let outcome = try repository.runHooks()
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("error[sum-mismatch]"), "\(outcome.text)")
    #expect(outcome.text.contains("plans/华东区/王岚/2026-Q1.md:5"), "\(outcome.text)")
  }

  /// A finding that has nothing to do with the staged file is somebody else's.
  @Test func otherFindingsDoNotStopIt() throws {
    var files = Self.clean
    files["plans/华东区/王岚/2026-04.md"] = Self.month(4, 30) + "\n## 行动计划\n\n- [ ] 拜访仁和医院 @王岚\n"
    let repository = try PreCommit(files)
    try repository.stage("plans/华东区/王岚/2026-01.md", Self.month(1, 30) + "\n")
    let outcome = try repository.runHooks()
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
