import Foundation
import Testing

/// Every row of the resolution table as a small book on disk, its reports checked in full.
@Suite struct ResolutionTests {
  @Test(arguments: ResolutionCase.all) func reportsSayWhatTheModelSays(_ it: ResolutionCase) throws {
    let book = ResolutionBook(it)
    let folder = try TemporaryFolder(book.files)
    let expected = ExpectedReport(it, book)
    var choice = ["--metric", "签约额", "--period", "2026-Q1", "--format", "json"]
    if let industry = it.industry { choice += ["--where", "行业=\(industry)"] }
    if it.layer == .target {
      try check(["rollup"] + choice, expected.rollup, in: folder)
      try check(["gap"] + choice, expected.gap, in: folder)
    }
    for level in it.layer == .target ? ["month"] : ["quarter", "month"] {
      try check(
        ["rollup", "--by", "owner,\(level)", "--layer", it.layer.rawValue] + choice, expected.byOwner(level), in: folder
      )
    }
  }

  private func check(_ arguments: [String], _ expected: JSONValue, in folder: TemporaryFolder) throws {
    let run = try Program("plancompile", arguments, in: folder.url)
    let command = arguments.joined(separator: " ")
    #expect(run.status == 0, "\(command)")
    #expect(run.complaints == "", "\(command)")
    let got = try JSONValue(run.bytes)
    guard got != expected else { return }
    for (index, (row, wanted)) in zip(got["rows"]?.items ?? [], expected["rows"]?.items ?? []).enumerated()
    where row != wanted {
      Issue.record("\(command), row \(index + 1)\n  program \(row)\n  model   \(wanted)")
    }
    let rows = (got["rows"]?.items.count ?? 0, expected["rows"]?.items.count ?? 0)
    if rows.0 != rows.1 { Issue.record("\(command): \(rows.0) rows, not \(rows.1)\n\(got)") }
    for part in ["schema", "report", "title", "columns", "notes"] {
      #expect(got[part] == expected[part], "\(command): \(part)")
    }
  }
}
