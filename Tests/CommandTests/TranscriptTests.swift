import Foundation
import PlanTestSupport
import Testing

/// Runs the real programs as the pages beside this file show them.
@Suite struct TranscriptTests {
  static let pages: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder.appendingPathComponent($0).path }
  }()

  @Test(arguments: pages) func programsAnswerAsThePageShows(_ page: String) throws {
    #expect(try Transcript.differences(inPageAt: page) == [])
  }

  /// The front door shows what the programs really say, about its own plans and about the sample book.
  @Test func programsAnswerAsTheReadmeShows() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let differences = try Transcript.differences(
      inPageAt: root.appending(path: "README.md").path, folders: [root.appending(path: "plans")])
    #expect(differences == [])
  }

  @Test func thereArePages() { #expect(Self.pages.count > 5) }
}
