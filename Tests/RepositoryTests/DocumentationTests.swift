import Foundation
import PlanRules
import Testing

@Suite struct DocumentationTests {
  static let pages =
    Repository.files("docs", ".md") + Repository.files("plans", ".md") + [Repository.File(path: "README.md")]

  /// Links between pages lead somewhere.
  @Test(arguments: pages) func linksResolve(_ page: Repository.File) throws {
    var isFenced = false
    for (number, line) in page.lines.enumerated() {
      if line.drop(while: { $0 == " " }).hasPrefix("```") || line.drop(while: { $0 == " " }).hasPrefix("~~~") {
        isFenced.toggle()
      }
      guard !isFenced else { continue }
      for target in Self.linkTargets(line) {
        let path = target.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        guard !path.isEmpty, !path.contains("://"), !path.hasPrefix("mailto:") else { continue }
        let decoded = path.removingPercentEncoding ?? path
        let url = page.url.deletingLastPathComponent().appendingPathComponent(decoded)
        #expect(FileManager.default.fileExists(atPath: url.path), "line \(number + 1): \(target)")
      }
    }
  }

  private static func linkTargets(_ line: Substring) -> [String] {
    var targets: [String] = []
    var inCode = false
    var rest = line
    while let character = rest.first {
      if character == "`" { inCode.toggle() }
      if !inCode, rest.hasPrefix("]("), let close = rest.firstIndex(of: ")") {
        targets.append(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<close]))
      }
      rest = rest.dropFirst()
    }
    return targets
  }

  /// Every page exists in both languages.
  @Test func pagesComeInPairs() {
    let docs = Repository.files("docs", ".md").map(\.path)
    for path in docs where !path.hasPrefix("docs/zh/") {
      let name = path.dropFirst("docs/".count)
      #expect(docs.contains("docs/zh/\(name)"), "\(path) has no Chinese twin")
    }
    for path in docs where path.hasPrefix("docs/zh/") {
      let name = path.dropFirst("docs/zh/".count)
      #expect(docs.contains("docs/\(name)"), "\(path) has no English twin")
    }
  }

  /// Every rule stands in a file of its own, named after it, and in the catalogue.
  @Test func rulesAndFilesAgree() {
    let files = Repository.files("Sources/PlanRules/Rules", ".swift").map { file in
      file.path.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
    }
    let names = Rule.all.map { rule in
      rule.id.description.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    #expect(Set(files.map(String.init)) == Set(names))
    #expect(Rule.all.map(\.id.description) == Rule.all.map(\.id.description).sorted())
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
  }

  /// The project speaks only of itself.
  @Test(arguments: Repository.handwritten + pages) func nothingStrayIsNamed(_ file: Repository.File) {
    guard !file.path.hasSuffix("DocumentationTests.swift") else { return }
    // Put together here, so that this file does not name them either.
    for word in [["..", "shared"], ["", "work", ""], ["", "tmp", "w", ""]].map({ $0.joined(separator: "/") }) {
      #expect(!file.text.contains(word), "\(word)")
    }
  }
}
