import Foundation

/// Runs the few kinds of command that a transcript may hold.
struct TranscriptShell {
  private let programs: URL
  private let root: URL
  private var folder: URL

  private static let secondsToWait = 60.0

  init(root: URL, programs: URL) {
    self.programs = programs
    self.root = root
    folder = root
  }

  /// The output as a page shows it.
  mutating func run(_ command: String) throws -> String {
    guard var words = Self.words(of: command), !words.isEmpty else {
      throw TranscriptRun.RunError.unreadableCommand(command)
    }
    var environment: [String: String] = [:]
    while let word = words.first, let sign = word.firstIndex(of: "="),
      word[..<sign].allSatisfy({ $0.isLetter || $0 == "_" })
    {
      environment[String(word[..<sign])] = String(word[word.index(after: sign)...])
      words.removeFirst()
    }
    var input = Data()
    if words.count >= 2, words[words.count - 2] == "<" {
      input = try Data(contentsOf: folder.appending(path: words[words.count - 1]))
      words.removeLast(2)
    }
    guard let name = words.first else { throw TranscriptRun.RunError.unreadableCommand(command) }
    switch name {
    case "cat":
      return try words.dropFirst().map { try shown(Data(contentsOf: folder.appending(path: $0))) }.joined()
    case "cd":
      folder = folder.appending(path: words.dropFirst().first ?? "").standardizedFileURL
      return ""
    default: return try run(name, Array(words.dropFirst()), environment, input, command: command)
    }
  }

  private func run(
    _ name: String, _ arguments: [String], _ environment: [String: String], _ input: Data, command: String
  ) throws -> String {
    let program = programs.appending(path: name)
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw TranscriptRun.RunError.noSuchProgram(name)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Nothing of the machine that runs the test may show: its language, its terminal, its CI.
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C", "TZ": "UTC", "HOME": root.path].merging(environment) {
      $1
    }
    let files = try ["in", "out", "err"].map { _ in
      let file = FileManager.default.temporaryDirectory.appending(path: "planbook-\(UUID().uuidString)")
      try Data().write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    // Files and not pipes, so that no program waits for a reader.
    try input.write(to: files[0])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: Self.secondsToWait)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.002) }
    if process.isRunning {
      process.terminate()
      throw TranscriptRun.RunError.timeout(command)
    }
    process.waitUntilExit()
    let said = try shown(Data(contentsOf: files[1]))
    let complained = try shown(Data(contentsOf: files[2])).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    let ended =
      process.terminationReason == .uncaughtSignal
      ? "[signal \(process.terminationStatus)]\n"
      : process.terminationStatus == 0 ? "" : "[exit \(process.terminationStatus)]\n"
    return said + complained.map { "stderr: \($0)\n" }.joined() + ended
  }

  /// Output as lines of a page: the temporary folder has no name there, and a last line that does not end says so.
  private func shown(_ data: Data) -> String {
    // A carriage return shows, and does not hide the end of its line from who reads the page again.
    let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: root.path, with: "/book")
      .replacingOccurrences(of: "\r", with: "␍")
    return text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n[no line end]\n"
  }

  /// The words of a command as a shell splits them; `nil` where a quote is not closed.
  static func words(of command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      switch (character, quote) {
      case (let sign, let open?) where sign == open: quote = nil
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil):
        if let complete = word { words.append(complete) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let complete = word { words.append(complete) }
    return quote == nil ? words : nil
  }
}
