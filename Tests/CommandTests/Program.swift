import Foundation
import PlanTestSupport

/// Runs one of the built programs and keeps what it said.
struct Program {
  let status: Int32
  let wasKilled: Bool
  let bytes: Data
  let complaints: String

  var text: String { String(decoding: bytes, as: UTF8.self) }

  enum Failure: Error { case timeout(String) }

  /// - Parameters:
  ///   - processor: The only processor that the program may use.
  ///   - user: Who runs it, by number; the tests must run as root.
  init(
    _ name: String, _ arguments: [String], in folder: URL, environment: [String: String] = [:], seconds: Double = 20,
    processor: Int? = nil, user: Int? = nil
  ) throws {
    var words = [BuiltPrograms.folder.appending(path: name).path] + arguments
    if let user { words = ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"] + words }
    if let processor { words = ["/usr/bin/taskset", "-c", "\(processor)"] + words }
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C", "TZ": "UTC"].merging(environment) { $1 }
    let scratch = FileManager.default.temporaryDirectory.appending(path: "planbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = [scratch.appending(path: "out"), scratch.appending(path: "err")]
    for file in files { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.001) }
    if process.isRunning {
      process.terminate()
      throw Failure.timeout(words.joined(separator: " "))
    }
    process.waitUntilExit()
    status = process.terminationStatus
    wasKilled = process.terminationReason == .uncaughtSignal
    bytes = try Data(contentsOf: files[0])
    complaints = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
  }
}

/// A folder that lives as long as the value.
final class TemporaryFolder: Sendable {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "planbook-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(Data(text.utf8), to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ data: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }
}
