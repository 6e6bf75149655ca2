package import Foundation

/// A transcript that was run: where the programs said something else than the page.
package struct TranscriptRun: Sendable {
  /// The sessions as the programs really went.
  package let sessions: [Transcript.Session]
  /// One sentence for every step that differs, with both outputs.
  package let differences: [String]

  package enum RunError: Error, Equatable {
    case noSuchProgram(String)
    case unreadableCommand(String)
    case timeout(String)
  }

  /// Writes the files into a fresh folder, copies of `folders` beside them, and runs every command there, in order.
  package init(_ transcript: Transcript, folders: [URL] = [], programs: URL = BuiltPrograms.folder) throws {
    let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "planbook-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    for file in transcript.files {
      let target = root.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: target)
    }
    for folder in folders {
      try FileManager.default.copyItem(at: folder, to: root.appending(path: folder.lastPathComponent))
    }
    var shell = TranscriptShell(root: root, programs: programs)
    var differences: [String] = []
    sessions = try transcript.sessions.map { session in
      var ran = session
      for index in session.steps.indices {
        let step = session.steps[index]
        ran.steps[index].output = try shell.run(step.command)
        if ran.steps[index].output != step.output {
          differences.append(
            "line \(step.line): $ \(step.command)\n--- page\n\(step.output)--- program\n\(ran.steps[index].output)")
        }
      }
      return ran
    }
    self.differences = differences
  }
}

extension Transcript {
  /// Runs the page at `path` and says where the programs differ from it.
  ///
  /// With `PLAN_UPDATE=1` the page is rewritten to what they say now, and the differences still come back, so that the
  /// test fails once and somebody reads the new page. `folders` are those of the repository that the page speaks of.
  package static func differences(inPageAt path: String, folders: [URL] = []) throws -> [String] {
    let page = URL(filePath: path)
    let transcript = try Transcript(String(contentsOf: page, encoding: .utf8))
    let run = try TranscriptRun(transcript, folders: folders)
    if !run.differences.isEmpty, ProcessInfo.processInfo.environment["PLAN_UPDATE"] == "1" {
      try Data(transcript.text(with: run.sessions).utf8).write(to: page)
    }
    return run.differences
  }
}

/// Where the build put the programs: beside the test bundle.
package enum BuiltPrograms {
  package static let folder: URL = {
    let running = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let bundles = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let candidates = [running, Bundle.main.bundleURL] + bundles
    let isBuild = { (folder: URL) in
      FileManager.default.isExecutableFile(atPath: folder.appending(path: "planlint").path)
    }
    return candidates.first(where: isBuild) ?? running
  }()
}
