import Foundation

/// A Markdown page of commands and what they say, run against the real programs.
///
/// `~~~file PATH` fences hold the files that exist before the first command; ```` ```console ```` fences hold commands
/// after `$ ` and, below each, its output: stdout, then stderr with `stderr: ` before each line, then `[exit N]` unless
/// N is 0. A line `$ cat PATH` shows a file, `$ cd PATH` moves, words may be quoted, `NAME=VALUE` before a program
/// sets its environment, and `< PATH` feeds it a file.
package struct Transcript: Sendable {
  /// The page as it stands.
  package let text: String
  package let files: [File]
  package let sessions: [Session]

  package struct File: Sendable, Equatable {
    package let path: String
    package let text: String
  }

  /// One console fence.
  package struct Session: Sendable, Equatable {
    package var steps: [Step]
    /// The fence's lines in the page, without the fence itself.
    package let lines: Range<Int>
  }

  package struct Step: Sendable, Equatable {
    /// Behind the `$ `.
    package let command: String
    /// Line of the command in the page, from 1.
    package let line: Int
    package var output: String
  }

  package enum PageError: Error, Equatable {
    case unclosedFence(line: Int)
    /// Output that stands before any command.
    case outputWithoutCommand(line: Int)
    case fileOutsideTheBook(line: Int)
    case noCommands
  }

  package init(_ text: String) throws(PageError) {
    self.text = text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var files: [File] = []
    var sessions: [Session] = []
    var index = 0
    while index < lines.count {
      guard let fence = Fence(opening: lines[index]) else {
        index += 1
        continue
      }
      let first = index + 1
      guard let last = lines[first...].firstIndex(where: fence.isClosed) else { throw .unclosedFence(line: index + 1) }
      switch fence.words.first {
      case "file":
        let path = fence.words.dropFirst().joined(separator: " ")
        guard !path.isEmpty, !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
          throw .fileOutsideTheBook(line: index + 1)
        }
        files.append(File(path: path, text: lines[first..<last].map { $0 + "\n" }.joined()))
      case "console": sessions.append(try Self.session(lines, first..<last))
      default: break
      }
      index = last + 1
    }
    guard sessions.contains(where: { !$0.steps.isEmpty }) else { throw .noCommands }
    self.files = files
    self.sessions = sessions
  }

  private static func session(_ lines: [String], _ range: Range<Int>) throws(PageError) -> Session {
    var steps: [Step] = []
    for index in range {
      if lines[index].hasPrefix("$ ") {
        steps.append(Step(command: String(lines[index].dropFirst(2)), line: index + 1, output: ""))
      } else if steps.isEmpty {
        throw .outputWithoutCommand(line: index + 1)
      } else {
        steps[steps.count - 1].output += lines[index] + "\n"
      }
    }
    return Session(steps: steps, lines: range)
  }

  /// The page with other outputs.
  package func text(with sessions: [Session]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for session in sessions.reversed() {
      let body = session.steps.map { "$ \($0.command)\n\($0.output)" }.joined()
      lines.replaceSubrange(
        session.lines, with: body.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
    }
    return lines.joined(separator: "\n")
  }
}

/// What opens a block of a page.
private struct Fence {
  private let marker: String
  let words: [String]

  init?(opening line: String) {
    guard let sign = line.first, sign == "`" || sign == "~" else { return nil }
    let marker = String(line.prefix { $0 == sign })
    guard marker.count >= 3 else { return nil }
    self.marker = marker
    words = line.dropFirst(marker.count).split(separator: " ").map(String.init)
  }

  func isClosed(by line: String) -> Bool {
    line.hasPrefix(marker) && line.allSatisfy { $0 == marker.first }
  }
}
