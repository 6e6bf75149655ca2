import Foundation
import Testing

/// The checkout that the tests stand in.
enum Repository {
  static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File: Sendable, CustomTestStringConvertible {
    /// From the root, parts separated by `/`.
    let path: String
    var url: URL { root.appendingPathComponent(path) }
    var text: String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var testDescription: String { path }
  }

  /// Files below a folder with one of these endings, in path order; hidden folders are not entered.
  static func files(_ folder: String, _ endings: String...) -> [File] {
    let base = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    var files: [File] = []
    while let url = found?.nextObject() as? URL {
      guard endings.contains(where: { url.lastPathComponent.hasSuffix($0) }) else { continue }
      files.append(File(path: String(url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1))))
    }
    return files.sorted { $0.path < $1.path }
  }

  static let sources = files("Sources", ".swift")
  static let handwritten = (sources + files("Tests", ".swift")).filter { !$0.path.hasSuffix(".generated.swift") }
}
