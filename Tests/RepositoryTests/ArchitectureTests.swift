import Foundation
import Testing

/// The architecture's rules that can be read off the sources.
@Suite struct ArchitectureTests {
  /// What each module may import; docs/architecture.md draws it.
  static let direction: [String: Set<String>] = [
    "PlanSource": ["Synchronization"],
    "PlanYAML": ["CYAML", "PlanSource"],
    "MarkdownTree": ["CCMark", "PlanSource"],
    "PlanSyntax": ["MarkdownTree", "PlanSource", "PlanYAML"],
    "PlanModel": ["MarkdownTree", "PlanSource", "PlanSyntax", "PlanYAML", "Synchronization"],
    "PlanRules": ["MarkdownTree", "PlanModel", "PlanSource", "PlanSyntax"],
    "PlanRollup": ["PlanModel", "PlanSource", "PlanSyntax"],
    "PlanOutput": ["MarkdownTree", "PlanModel", "PlanRollup", "PlanRules", "PlanSource", "PlanSyntax"],
    "PlanWorkspace": [
      "Dispatch", "Glibc", "MarkdownTree", "PlanModel", "PlanRules", "PlanSource", "PlanSyntax", "PlanYAML",
      "Synchronization",
    ],
    "PlanProgram": ["ArgumentParser", "Glibc", "PlanSource", "PlanSyntax", "PlanWorkspace"],
    "planlint": [
      "ArgumentParser", "PlanModel", "PlanOutput", "PlanProgram", "PlanRules", "PlanSource", "PlanSyntax",
      "PlanWorkspace",
    ],
    "plancompile": [
      "ArgumentParser", "PlanModel", "PlanOutput", "PlanProgram", "PlanRollup", "PlanSource", "PlanSyntax",
      "PlanWorkspace", "Synchronization",
    ],
  ]

  @Test(arguments: Repository.sources) func importsPointDownwards(_ file: Repository.File) {
    let module = String(file.path.split(separator: "/")[1])
    guard let allowed = Self.direction[module] else { return }
    for line in file.lines {
      var words = line.split(separator: " ")
      while let first = words.first, ["package", "internal", "private", "fileprivate", "@testable"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", let name = words.dropFirst().first else { continue }
      #expect(allowed.contains(String(name)), "\(module) may not import \(name)")
    }
  }

  @Test(arguments: Repository.handwritten) func filesAreShort(_ file: Repository.File) {
    #expect(file.lines.count <= 400, "a file holds one thing: what are the two in this one?")
  }

  @Test(arguments: Repository.handwritten) func nothingIsADrawer(_ file: Repository.File) {
    for part in file.path.split(separator: "/") {
      let name = part.split(separator: ".").first ?? part
      #expect(!["Utils", "Utilities", "Core", "Helpers", "Extensions", "Common", "Misc"].contains(String(name)))
    }
  }

  /// Amounts are exact from file to report.
  @Test(arguments: Repository.sources.filter { !$0.path.hasPrefix("Sources/plandev/") })
  func noBinaryFractions(_ file: Repository.File) {
    for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      #expect(!words.contains("Double") && !words.contains("Float"), "line \(number + 1)")
    }
  }

  @Test(
    arguments: Repository.handwritten.filter { $0.path.hasPrefix("Sources/") && !$0.path.hasPrefix("Sources/plandev/") }
  )
  func nothingTrapsOnPurpose(_ file: Repository.File) {
    for (number, line) in file.lines.enumerated() {
      for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
        #expect(!line.contains(word), "line \(number + 1): \(word)")
      }
    }
  }

  @Test func topLevelHoldsWhatTheLayoutNames() throws {
    let allowed: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "plans", "docs", "README.md"]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
    for entry in entries where !entry.hasPrefix(".") { #expect(allowed.contains(entry), "\(entry)") }
  }
}
