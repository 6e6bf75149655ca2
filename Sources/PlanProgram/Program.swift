package import ArgumentParser
import Glibc
package import PlanSource
package import PlanWorkspace

/// What `planlint` and `plancompile` share: how they start, end, and open a book.
package enum Program {
  /// The version of both.
  package static let version = "0.1.0"

  /// Reads the arguments and runs the command they name; wrong usage is answered in the reader's language, with 2.
  package static func run(_ root: any ParsableCommand.Type) {
    do {
      var command = try root.parseAsRoot()
      try command.run()
    } catch {
      // The parser's own code for wrong usage is 64; ours is 2, as for everything that stops the work.
      let code = root.exitCode(for: error)
      guard code.isSuccess || error is ExitCode else {
        let said = root.fullMessage(for: error)
        let language = Console.language(askedLanguage(in: CommandLine.arguments), nil)
        Console.note(language == .zh ? WrongUsage(root.message(for: error), full: said).chinese : said)
        Glibc.exit(Outcome.cannotRun.rawValue)
      }
      root.exit(withError: error)
    }
  }

  /// The value of `--lang`, found without the parser, which has just given up.
  private static func askedLanguage(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst("--lang=".count))) }
    }
    return nil
  }

  /// The book that the paths are in; where it cannot be opened says why, and ends with 2.
  package static func open(_ paths: [String], _ asked: Language?) throws -> Workspace {
    do throws(WorkspaceError) {
      return try Workspace.open(paths)
    } catch {
      throw stopped(error.message, Console.language(asked, around: paths))
    }
  }

  /// Says why the job cannot be done.
  ///
  /// - Returns: What to throw.
  package static func stopped(_ why: LocalText, _ language: Language) -> ExitCode {
    Console.note(why[language])
    return Outcome.cannotRun
  }
}
