import Foundation
import Testing

/// Numbers that people marked by hand in plans as they come out of Word, against what the program reads in them.
@Suite struct MarkedPlanTests {
  @Test func thereAreFivePlansWithMarks() throws {
    #expect(MarkedPlans.names.count == 5)
    #expect(try MarkedPlans.names.reduce(0) { try $0 + MarkedPlans.marks(of: $1).count } > 300)
  }

  /// With `PLAN_UPDATE=1` the page is rewritten and the test fails once, so that somebody reads it.
  @Test func asMuchIsReadAsThePageSays() throws {
    let page = MarkedPlans.folder.appending(path: "scores.md")
    let written = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    let score = try MarkedPlanScore().text
    if score != written, ProcessInfo.processInfo.environment["PLAN_UPDATE"] == "1" {
      try Data(score.utf8).write(to: page)
    }
    #expect(score == written)
  }

  @Test func mostOfWhatIsMarkedIsRead() throws {
    let total = try MarkedPlanScore().total
    #expect(total.full * 100 >= total.marks * 95)
    #expect(total.full * 100 >= total.produced * 95)
  }

  /// The text of a fact is what stands at its place, and its column counts characters.
  @Test(arguments: MarkedPlans.names) func theTextOfAFactStandsWhereItSays(_ name: String) throws {
    let bytes = try Array(Data(contentsOf: MarkedPlans.folder.appending(path: name + ".md")))
    for fact in try MarkedPlans.facts(of: name) {
      guard case .number(let offset) = fact["offset"], case .number(let length) = fact["length"] else {
        Issue.record("a fact without a place: \(fact)")
        continue
      }
      let slice = bytes[Int(offset)..<Int(offset + length)]
      #expect(fact["text"]?.text == String(decoding: slice, as: UTF8.self))
    }
  }
}
