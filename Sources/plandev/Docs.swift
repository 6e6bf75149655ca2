import ArgumentParser
import PlanOutput

/// Writes the pages of `docs/` that follow from the program itself.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Regenerate the derived pages of docs/.")

  @OptionGroup var options: GenerationOptions

  func run() throws {
    try options.finish(GeneratedFiles(files: FormatsPage.files + RulePages.files()), remedy: "swift run plandev docs")
  }
}
