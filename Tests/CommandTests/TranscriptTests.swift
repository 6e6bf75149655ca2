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

  @Test func thereArePages() { #expect(Self.pages.count > 5) }
}
