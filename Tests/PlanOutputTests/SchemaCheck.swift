import Foundation
import Testing

/// Holds documents against the schemas in `docs/schemas`.
///
/// Uses Python's `jsonschema` where it is installed; elsewhere it only looks for the keys that the schema requires.
enum SchemaCheck {
  static func validate(
    _ text: String, against name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/schemas/\(name).schema.json")
    let published = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: schema)) as? [String: Any], sourceLocation: sourceLocation
    )
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
    if published["type"] as? String == "array" {
      #expect(document is [Any], sourceLocation: sourceLocation)
    } else {
      let object = try #require(document as? [String: Any], sourceLocation: sourceLocation)
      let required = try #require(published["required"] as? [String], sourceLocation: sourceLocation)
      #expect(Set(required).isSubset(of: Set(object.keys)), sourceLocation: sourceLocation)
    }
    guard hasValidator else { return }
    let complaint = try python(["-c", validator, schema.path], input: text)
    #expect(complaint == nil, sourceLocation: sourceLocation)
  }

  private static let validator = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.load(sys.stdin))
    """

  private static let hasValidator: Bool = (try? python(["-c", "import jsonschema"], input: "")) == .some(nil)

  /// What Python says on failure; `nil` when it succeeds.
  private static func python(_ arguments: [String], input: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (standardInput, complaints) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaints
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
  }
}
