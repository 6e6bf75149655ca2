@preconcurrency import Glibc

/// Runs another program, without a shell, and waits for it.
enum ChildProcess {
  struct Outcome: Sendable {
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
  }

  /// - Parameters:
  ///   - name: Looked up in `PATH`.
  ///   - without: Variables of the environment that the program does not get.
  static func run(_ name: String, _ arguments: [[UInt8]], without: Set<String>) throws(SystemError) -> Outcome {
    let output = try pipe()
    let errors: Pipe
    do throws(SystemError) {
      errors = try pipe()
    } catch {
      close(output.reading)
      close(output.writing)
      throw error
    }
    defer {
      close(output.reading)
      close(errors.reading)
    }
    var child = pid_t()
    let code = start(name, arguments, without, output, errors, &child)
    close(output.writing)
    close(errors.writing)
    guard code == 0 else { throw SystemError(code: code) }
    let (said, complained) = readBoth(output.reading, errors.reading)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The exit status as `WEXITSTATUS` has it; a program that was killed has failed.
    return Outcome(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: said, errors: complained)
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32
  }

  private static func pipe() throws(SystemError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SystemError(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(reading: ends[0], writing: ends[1])
  }

  private static func start(
    _ name: String, _ arguments: [[UInt8]], _ without: Set<String>, _ output: Pipe, _ errors: Pipe,
    _ child: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var words = ([Array(name.utf8)] + arguments).map { duplicate($0) } + [nil]
    var variables = environment(without).map { duplicate($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    return posix_spawnp(&child, name, &actions, nil, &words, &variables)
  }

  private static func duplicate(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    Disk.withPath(bytes) { strdup($0) }
  }

  private static func environment(_ without: Set<String>) -> [[UInt8]] {
    var variables: [[UInt8]] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !without.contains(String(text.prefix { $0 != "=" })) { variables.append(Array(text.utf8)) }
      next += 1
    }
    return variables
  }

  /// Reads two pipes until both have ended; neither may fill up while the other is read.
  private static func readBoth(_ one: Int32, _ other: Int32) -> ([UInt8], [UInt8]) {
    var texts: [[UInt8]] = [[], []]
    var open = [
      pollfd(fd: one, events: Int16(POLLIN), revents: 0), pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while open.contains(where: { $0.fd >= 0 }) {
      guard poll(&open, nfds_t(open.count), -1) >= 0 || errno == EINTR else { break }
      for index in open.indices where open[index].fd >= 0 && open[index].revents != 0 {
        let count = read(open[index].fd, &piece, piece.count)
        if count > 0 {
          texts[index] += piece[..<count]
        } else if count == 0 || errno != EINTR {
          open[index].fd = -1
        }
      }
    }
    return (texts[0], texts[1])
  }
}
