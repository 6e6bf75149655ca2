import Foundation
import PlanTestSupport
import Testing

/// The project's own pages are no plans: each alone, planlint has nothing to say about them.
@Suite struct OwnPagesTests {
  static let pages: [String] = {
    let found = FileManager.default.enumerator(
      at: CIPage.root.appending(path: "docs"), includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    var pages = ["README.md"]
    while let url = found?.nextObject() as? URL {
      guard url.pathExtension == "md" else { continue }
      pages.append(String(url.standardizedFileURL.path.dropFirst(CIPage.root.standardizedFileURL.path.count + 1)))
    }
    return pages.sorted()
  }()

  @Test(arguments: pages) func pageIsClean(_ page: String) throws {
    let name = URL(filePath: page).lastPathComponent
    let folder = try TemporaryFolder([name: CIPage.text(page)])
    let program = try Program(
      "planlint", ["--profile", "core", "--format", "concise", "--lang", "en", name], in: folder.url)
    #expect(program.text == "")
    #expect(program.status == 0, "\(program.complaints)")
  }
}
