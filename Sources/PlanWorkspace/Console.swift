import Glibc
import PlanModel
package import PlanSource
package import PlanSyntax

/// The program's surroundings: its streams, the terminal, the environment and the clock.
package enum Console {
  package static let stdout = STDOUT_FILENO
  package static let stderr = STDERR_FILENO

  /// Writes all bytes; a reader that went away ends the program quietly.
  package static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count > 0 {
          written += count
        } else if errno == EPIPE {
          exit(0)
        } else if errno != EINTR {
          exit(2)
        }
      }
    }
  }

  /// Says something that is no result.
  package static func note(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal, `nil` when output goes elsewhere.
  package static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Colours on a terminal only; `NO_COLOR` and `CLICOLOR_FORCE` as everywhere.
  package static var hasColours: Bool {
    if let none = variable("NO_COLOR"), !none.isEmpty { return false }
    if let force = variable("CLICOLOR_FORCE"), force != "0" { return true }
    return isTerminal && variable("TERM") != "dumb"
  }

  /// Whether a step of GitHub Actions is running.
  package static var isGitHubActions: Bool { variable("GITHUB_ACTIONS") == "true" }

  /// The language asked for, else the book's, else (without a book) the environment's.
  package static func language(_ asked: Language?, _ workspace: Workspace?) -> Language {
    if let asked { return asked }
    if let workspace, workspace.planbook != nil { return workspace.settings.language }
    return environmentLanguage
  }

  /// For what is said when no book could be opened: the language asked for, else that of the book which the paths are
  /// in, as far as its `planbook.yml` tells, else the environment's.
  package static func language(_ asked: Language?, around paths: [String]) -> Language {
    asked ?? Workspace.language(around: paths) ?? environmentLanguage
  }

  private static var environmentLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = variable(name), !value.isEmpty { return value.hasPrefix("zh") ? .zh : .en }
    }
    return .zh
  }

  /// The day asked for, else the one that the book fixes, else the system's.
  package static func today(_ asked: Day?, _ workspace: Workspace?) -> Day {
    if let day = asked ?? workspace?.settings.today { return day }
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? Day(number: 0)
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
