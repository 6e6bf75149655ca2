import Foundation
import PlanTestSupport

/// A temporary git repository with pre-commit set up for the hooks of this one.
struct PreCommit {
  struct Outcome {
    let status: Int32
    let text: String
  }

  private let folder: TemporaryFolder
  private let hooks: TemporaryFolder

  private static var path: String {
    BuiltPrograms.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  }

  static let isInstalled: Bool =
    (try? run(["pre-commit", "--version"], in: FileManager.default.temporaryDirectory))?.status == 0

  /// - Parameter files: What is committed before the change that is tried.
  init(_ files: [String: String]) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let manifest = ".pre-commit-hooks.yaml"
    hooks = try TemporaryFolder([manifest: String(contentsOf: root.appending(path: manifest), encoding: .utf8)])
    try Self.git(hooks.url, "init", "-q")
    try Self.git(hooks.url, "add", ".")
    try Self.git(hooks.url, "commit", "-q", "-m", "hooks")
    let revision = try Self.git(hooks.url, "rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
    let configuration = try CIPage.snippet(after: ".pre-commit-config.yaml")
      .replacingOccurrences(of: "https://example.com/planbook.git", with: hooks.url.path)
      .replacingOccurrences(of: "v0.1.0", with: revision)
    folder = try TemporaryFolder(files.merging([".pre-commit-config.yaml": configuration]) { $1 })
    try Self.git(folder.url, "init", "-q")
    try Self.git(folder.url, "add", ".")
    try Self.git(folder.url, "commit", "-q", "-m", "plans")
  }

  func stage(_ path: String, _ text: String) throws {
    try folder.write(text, to: path)
    try Self.git(folder.url, "add", path)
  }

  func runHooks() throws -> Outcome { try Self.run(["pre-commit", "run"], in: folder.url) }

  @discardableResult private static func git(_ folder: URL, _ arguments: String...) throws -> String {
    let outcome = try run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"] + arguments,
      in: folder)
    guard outcome.status == 0 else { throw Failure.git(outcome.text) }
    return outcome.text
  }

  private enum Failure: Error { case git(String) }

  /// Runs a command with the built programs on PATH; both streams together.
  static func run(_ words: [String], in folder: URL) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": path, "LANG": "C.UTF-8", "HOME": folder.path, "PRE_COMMIT_HOME": folder.path + "/.git/pre-commit",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, text: String(decoding: said, as: UTF8.self))
  }
}
