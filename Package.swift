// swift-tools-version: 6.2
import PackageDescription

// Warnings stop the build in CI only, so that a half-typed change can still be tried.
let strictness: [SwiftSetting] =
  [.enableUpcomingFeature("InternalImportsByDefault")]
  + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

// Data files are embedded as the generated Swift source beside them.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: data.map { "Data/\($0).txt" }, swiftSettings: strictness)
}

let parser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies + [parser], swiftSettings: strictness)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["PlanTestSupport"], exclude: exclude, swiftSettings: strictness)
}

let package = Package(
  name: "planbook",
  products: [
    .executable(name: "planlint", targets: ["planlint"]),
    .executable(name: "plancompile", targets: ["plancompile"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CLibCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "CCMark", dependencies: ["CLibCMark"]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    module("PlanSource"),
    module("PlanYAML", ["CYAML", "PlanSource"]),
    module("MarkdownTree", ["CCMark", "PlanSource"], data: ["entities"]),
    module("PlanSyntax", ["MarkdownTree", "PlanSource", "PlanYAML"], data: ["units", "words"]),
    module(
      "PlanModel", ["PlanSyntax", "MarkdownTree", "PlanSource", "PlanYAML"],
      data: ["calendar-cn", "limits", "metrics"]),
    module("PlanRules", ["PlanModel", "PlanSyntax", "MarkdownTree", "PlanSource"]),
    module("PlanRollup", ["PlanModel", "PlanSyntax", "PlanSource"]),
    module(
      "PlanOutput", ["PlanRules", "PlanRollup", "PlanModel", "PlanSyntax", "MarkdownTree", "PlanSource"],
      data: ["character-widths"]),
    module("PlanWorkspace", ["PlanRules", "PlanModel", "PlanSyntax", "MarkdownTree", "PlanSource", "PlanYAML"]),
    module("PlanProgram", ["PlanWorkspace", "PlanSyntax", "PlanSource", parser]),
    program(
      "planlint", ["PlanProgram", "PlanWorkspace", "PlanOutput", "PlanRules", "PlanModel", "PlanSyntax", "PlanSource"]),
    program(
      "plancompile",
      ["PlanProgram", "PlanWorkspace", "PlanOutput", "PlanRollup", "PlanModel", "PlanSyntax", "PlanSource"]),
    program("plandev", ["PlanTestSupport", "PlanRules", "PlanOutput", "PlanModel", "PlanSyntax", "PlanSource"]),
    .target(
      name: "PlanTestSupport",
      dependencies: ["PlanRules", "PlanModel", "PlanSyntax", "MarkdownTree", "PlanSource"],
      path: "Tests/PlanTestSupport", swiftSettings: strictness),
    tests("PlanSourceTests", ["PlanSource"]),
    tests("PlanYAMLTests", ["PlanYAML", "PlanSource"]),
    tests("MarkdownTreeTests", ["MarkdownTree", "PlanSource"]),
    tests("PlanSyntaxTests", ["PlanSyntax", "MarkdownTree", "PlanSource"]),
    tests("PlanModelTests", ["PlanModel", "PlanSyntax", "MarkdownTree", "PlanSource"]),
    tests("PlanRulesTests", ["PlanRules", "PlanModel", "PlanSyntax", "PlanSource"]),
    tests("PlanRollupTests", ["PlanRollup", "PlanModel", "PlanSyntax", "PlanSource"]),
    tests(
      "PlanOutputTests", ["PlanOutput", "PlanRules", "PlanRollup", "PlanModel", "PlanSyntax", "PlanSource", "plandev"]),
    tests(
      "CommandTests", ["planlint", "plancompile"],
      exclude: ["MarkedPlans", "Mutations/Findings.md", "Schemas", "Transcripts"]),
    tests("RepositoryTests", ["PlanRules", "PlanRollup", "PlanOutput"]),
  ],
  swiftLanguageModes: [.v6]
)
