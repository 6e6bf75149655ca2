import ArgumentParser
import Foundation

/// Turns every `Sources/*/Data/*.txt` into Swift source beside it, so that a copied binary needs no files.
struct Embed: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Regenerate the Swift sources of the data files.")

  @OptionGroup var options: GenerationOptions

  func run() throws {
    let sources = options.rootURL.appending(path: "Sources")
    var generated = GeneratedFiles()
    for module in try Self.names(in: sources) {
      let data = sources.appending(path: module).appending(path: "Data")
      for name in try Self.names(in: data) where name.hasSuffix(".txt") {
        let text = try String(contentsOf: data.appending(path: name), encoding: .utf8)
        let source = try EmbeddedSource(fileName: name, text: text)
        generated.files.append(.init(path: "Sources/\(module)/Data/\(source.fileName)", text: source.text))
      }
    }
    try options.finish(generated, remedy: "swift run plandev embed")
  }

  /// What a folder holds, in byte order; nothing where there is no folder.
  private static func names(in folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
