import ArgumentParser
import PlanProgram
import PlanSource
import PlanSyntax
import PlanWorkspace

/// `--stdin-filename NAME -`: one plan comes from stdin and is checked as if it stood at NAME.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("With - in place of paths: where the plan on stdin stands in its book.", valueName: "name"))
  var stdinFilename: String?

  /// The book that the paths are in, with the plan on stdin in its place.
  func open(_ paths: [String], _ lang: Language?) throws -> Workspace {
    guard stdinFilename != nil || paths.contains("-") else { return try Program.open(paths, lang) }
    guard let name = stdinFilename, paths == ["-"] else {
      throw Program.stopped(
        LocalText(
          zh: "从标准输入读一份计划要写成 --stdin-filename 文件名 -，不能再写别的路径",
          en: "a plan on stdin takes --stdin-filename NAME and - as the only path"),
        Console.language(lang, around: paths.filter { $0 != "-" }))
    }
    do throws(WorkspaceError) {
      let text = try StandardInput.read(atMost: PlanReader.largestFile)
      return try Workspace.open([name], input: text)
    } catch {
      throw Program.stopped(error.message, Console.language(lang, around: [name]))
    }
  }
}
