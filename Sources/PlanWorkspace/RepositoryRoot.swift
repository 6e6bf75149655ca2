/// The folder that code hosts call the root: where `.git` stands.
enum RepositoryRoot {
  /// The nearest folder at or above `folder` with a `.git` in it, which is a file in a worktree.
  static func above(_ folder: [UInt8]) -> [UInt8]? {
    var current = folder
    while true {
      switch Disk.kind(PathBytes.joined(current, Array(".git".utf8))) {
      case .folder, .file: return current
      case .link, .other: break
      }
      let parent = PathBytes.parent(current)
      if parent == current || parent.isEmpty { return nil }
      current = parent
    }
  }
}
