import ArgumentParser
import PlanModel
import PlanOutput
import PlanProgram
import PlanSource
import PlanWorkspace

/// `planlint dump FILE`: the typed tree of one plan as JSON.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print how a plan was read, as JSON with byte ranges.")

  @Argument(help: "A plan file.")
  var file: String

  func run() throws {
    let workspace = try Program.open([file], nil)
    do throws(WorkspaceError) {
      let (plan, context) = try workspace.readOne(file)
      Console.write(TreeDump.write(plan, in: context).bytes)
    } catch {
      throw Program.stopped(error.message, Console.language(nil, workspace))
    }
  }
}
