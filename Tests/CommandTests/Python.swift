import Foundation

/// Python, where it is installed, as the reader that a format is meant for.
enum Python {
  static let hasJSONSchema: Bool = (try? complaint(about: Data(), "import jsonschema")) == .some(nil)

  /// Runs a script with a document on its stdin; what it says on failure, `nil` when it succeeds.
  static func complaint(about document: Data, _ script: String, _ arguments: [String] = []) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let (input, complaints) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaints
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: document)
    try input.fileHandleForWriting.close()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
  }
}
