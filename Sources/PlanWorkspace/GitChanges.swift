import PlanSource

/// Asks git which files below a folder differ from a revision.
package enum GitChanges {
  package enum Failure: Error, Hashable, Sendable {
    case noGit(String)
    /// The folder lies in no repository, or git refuses to look at it; with git's own words.
    case noRepository(String)
    case unknownRevision
    case failed(String)
  }

  /// Paths from `folder` of files that were changed, added or are not tracked yet; deleted ones are left out.
  static func files(in folder: [UInt8], since revision: String) throws(Failure) -> Set<[UInt8]> {
    _ = try run(["rev-parse", "--git-dir"], in: folder) { .noRepository($0) }
    // What begins with a hyphen is an option to git, whatever stands before it.
    guard !revision.isEmpty, !revision.hasPrefix("-") else { throw .unknownRevision }
    let found = try run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"], in: folder) { _ in
      .unknownRevision
    }
    let commit = String(decoding: found.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let changed = try run(
      [
        "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--diff-filter=d", "--relative", commit, "--",
        ".",
      ],
      in: folder
    ) { .failed($0) }
    let untracked = try run(["ls-files", "--others", "--exclude-standard", "-z", "--", "."], in: folder) {
      .failed($0)
    }
    return Set((changed + untracked).split(separator: 0).map { Array($0) })
  }

  private static func run(
    _ arguments: [String], in folder: [UInt8], _ failure: (String) -> Failure
  ) throws(Failure) -> [UInt8] {
    // A hook's variables speak of the folder that the hook runs in; a repository's settings must not run programs.
    let standing = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-C"].map { Array($0.utf8) } + [folder]
    let outcome: ChildProcess.Outcome
    do throws(SystemError) {
      outcome = try ChildProcess.run(
        "git", standing + arguments.map { Array($0.utf8) },
        without: ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"])
    } catch {
      throw .noGit(error.reason)
    }
    guard outcome.status == 0 else {
      throw failure(String(decoding: outcome.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
    return outcome.output
  }
}

extension GitChanges.Failure {
  func message(since revision: String) -> LocalText {
    switch self {
    case .noGit(let reason):
      LocalText(
        zh: "--since 需要 git，但运行不了（\(reason)）；请安装 git，或者直接写出要检查的文件",
        en: "--since needs git, which cannot be run (\(reason)); install it, or name the files to check")
    case .noRepository(let reason):
      LocalText(
        zh: "--since 要在 git 仓库里用\(reason.isEmpty ? "" : "（\(reason)）")；不在仓库里，请直接写出要检查的文件",
        en:
          "--since works inside a git repository only\(reason.isEmpty ? "" : " (\(reason))"); elsewhere name the files")
    case .unknownRevision:
      LocalText(
        zh: "git 仓库里没有版本 \(revision)；可用的如 HEAD、HEAD~1、origin/main。CI 里请取完整历史（如 fetch-depth: 0）",
        en: "git knows no revision \(revision); try HEAD, HEAD~1 or origin/main, and fetch the whole history in CI "
          + "(fetch-depth: 0)")
    case .failed(let reason):
      LocalText(
        zh: "git 比不出 \(revision) 以来的改动：\(reason)", en: "git cannot tell what changed since \(revision): \(reason)")
    }
  }
}
