import ArgumentParser
import Foundation

/// Scaffolds a rule: its file and its line in the catalogue, so that nothing is left to wire up.
struct NewRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule", abstract: "Create the file of a rule and enter it in the catalogue.")

  @Argument(help: "GROUP/NAME, such as ownership/target-without-owner.")
  var rule: RuleName

  @Option(help: "The repository's root.")
  var root = "."

  func run() throws {
    let repository = URL(filePath: root, directoryHint: .isDirectory)
    let target = repository.appending(path: rule.path)
    guard !FileManager.default.fileExists(atPath: target.path) else {
      throw RuleCatalogue.Refusal.fileExists(path: rule.path)
    }
    let cataloguePath = repository.appending(path: RuleCatalogue.path)
    let catalogue = try RuleCatalogue(String(contentsOf: cataloguePath, encoding: .utf8)).adding(rule)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(rule.scaffold.utf8).write(to: target)
    try Data(catalogue.text.utf8).write(to: cataloguePath, options: .atomic)
    print("wrote \(rule.path)")
    print("entered .\(rule.property) in \(RuleCatalogue.path)")
  }
}
