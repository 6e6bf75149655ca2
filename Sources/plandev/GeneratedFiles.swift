import ArgumentParser
import Foundation

/// Files that a command derives from others: written, or compared with what stands in the repository.
struct GeneratedFiles {
  struct File: Equatable {
    /// From the repository's root.
    let path: String
    let text: String
  }

  var files: [File] = []

  /// Writes the files that differ and says which.
  func write(under root: URL) throws {
    for file in stale(under: root) {
      let target = root.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: target, options: .atomic)
      print("wrote \(file.path)")
    }
  }

  /// Fails when a file differs from what would be written.
  func check(under root: URL, remedy: String) throws {
    let stale = stale(under: root)
    guard !stale.isEmpty else { return }
    for file in stale { print("stale: \(file.path)") }
    print("run `\(remedy)`")
    throw ExitCode.failure
  }

  private func stale(under root: URL) -> [File] {
    files.filter { (try? Data(contentsOf: root.appending(path: $0.path))) != Data($0.text.utf8) }
  }
}

/// Where the repository is, and whether to write or to compare.
struct GenerationOptions: ParsableArguments {
  @Option(help: "The repository's root.")
  var root = "."

  @Flag(help: "Write nothing; fail when a generated file is stale.")
  var check = false

  var rootURL: URL { URL(filePath: root, directoryHint: .isDirectory) }

  func finish(_ generated: GeneratedFiles, remedy: String) throws {
    if check {
      try generated.check(under: rootURL, remedy: remedy)
    } else {
      try generated.write(under: rootURL)
    }
  }
}
