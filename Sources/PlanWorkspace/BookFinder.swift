import PlanModel
import PlanSource

/// Finds the book around a path and every plan in it.
struct BookFinder {
  /// A book's folder and the plans under it.
  struct Found {
    /// Absolute, without links.
    let root: [UInt8]
    /// Whether `planbook.yml` stands at the root.
    let hasPlanbook: Bool
    /// Paths of plans from the root, in byte order.
    var plans: [[UInt8]] = []
    /// What looks like a plan or a folder and is not read, and why.
    var skipped: [(path: [UInt8], why: Skip)] = []
    var unreadable: [(path: [UInt8], error: SystemError)] = []
    /// Plans and folders that are not read on purpose, in the order in which they were met.
    var leftOut: [LeftOut] = []
  }

  enum Skip { case leadsNowhere, leadsOut, isNoFile }

  static let planbookName = Array("planbook.yml".utf8)

  /// The folder of the nearest `planbook.yml` at or above a folder.
  static func root(above folder: [UInt8]) -> [UInt8]? {
    var current = folder
    while true {
      if Disk.kind(PathBytes.joined(current, planbookName)) != .other { return current }
      let parent = PathBytes.parent(current)
      if parent == current || parent.isEmpty { return nil }
      current = parent
    }
  }

  /// Lists the plans under `root`; folders that are excluded or ignored are not entered.
  static func plans(under root: [UInt8], hasPlanbook: Bool, excludes: [Glob]) -> Found {
    var finder = BookFinder(found: Found(root: root, hasPlanbook: hasPlanbook), excludes: excludes)
    if let reason = finder.ignores.open(above: root) {
      finder.found.leftOut.append(LeftOut(path: [], reason: reason))
    } else {
      finder.find()
    }
    return finder.found
  }

  private struct Item {
    let path: [UInt8]
    let kind: Disk.Kind
  }

  private var found: Found
  private let excludes: [Glob]
  private var ignores = IgnoreFiles()
  /// What is still to be looked at, the next one last.
  private var pending = [Item(path: [], kind: .folder)]
  /// Where links lead; looked at when everything else has been.
  private var linked: [Item] = []
  private var entered: [[UInt8]] = []

  private init(found: Found, excludes: [Glob]) {
    self.found = found
    self.excludes = excludes
  }

  private mutating func find() {
    while let item = pending.popLast() { take(item) }
    // In a folder names stand in byte order, a slash behind those of folders: so do the paths, unless links lead elsewhere.
    if !linked.isEmpty {
      var seen = Set(entered)
      while let target = linked.popLast() {
        if let reason = ignores.open(along: target.path, in: found.root) {
          found.leftOut.append(LeftOut(path: target.path, reason: reason))
          continue
        }
        pending.append(target)
        while let item = pending.popLast() {
          if item.kind != .folder || seen.insert(item.path).inserted { take(item) }
        }
      }
      found.plans.sort { $0.lexicographicallyPrecedes($1) }
      var last: [UInt8]?
      found.plans.removeAll { path in
        defer { last = path }
        return path == last
      }
    }
    found.skipped.sort { $0.path.lexicographicallyPrecedes($1.path) }
    found.unreadable.sort { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private mutating func take(_ item: Item) {
    switch item.kind {
    case .folder: if !isLeftOut(item) { enter(item.path) }
    case .file: if Self.isPlan(item.path), !isLeftOut(item) { found.plans.append(item.path) }
    case .link: follow(item.path)
    case .other: if Self.isPlan(item.path), !isLeftOut(item) { found.skipped.append((item.path, .isNoFile)) }
    }
  }

  /// Whether an item is excluded or ignored; noted where it is.
  private mutating func isLeftOut(_ item: Item) -> Bool {
    guard let reason = exclusion(of: item) ?? ignores.reason(for: item.path, isFolder: item.kind == .folder) else {
      return false
    }
    found.leftOut.append(LeftOut(path: item.path, reason: reason))
    return true
  }

  private func exclusion(of item: Item) -> LeftOut.Reason? {
    guard !excludes.isEmpty, !item.path.isEmpty else { return nil }
    let shown = PathBytes.shown(item.path) + (item.kind == .folder ? "/" : "")
    return excludes.firstIndex { $0.matches(shown) }.map { .excluded($0) }
  }

  private mutating func enter(_ folder: [UInt8]) {
    var entries: [Disk.Entry]
    do throws(SystemError) {
      entries = try Disk.list(PathBytes.joined(found.root, folder))
    } catch {
      found.unreadable.append((folder, error))
      return
    }
    // A folder with a `planbook.yml` of its own is another book.
    let isNested = !folder.isEmpty && entries.contains { $0.kind == .file && $0.name == Self.planbookName }
    guard !isNested else {
      found.leftOut.append(LeftOut(path: folder, reason: .isOtherBook))
      return
    }
    entered.append(folder)
    if entries.contains(where: { $0.kind == .file && $0.name == IgnoreFile.name }) { openIgnoreFile(in: folder) }
    entries.removeAll { entry in
      entry.name.first == UInt8(ascii: ".") || entry.kind == .file && !Self.isPlan(entry.name)
    }
    entries.sort { $0.isBehind($1) }
    for entry in entries { pending.append(Item(path: PathBytes.joined(folder, entry.name), kind: entry.kind)) }
  }

  private mutating func openIgnoreFile(in folder: [UInt8]) {
    do throws(SystemError) {
      try ignores.open(in: folder, of: found.root)
    } catch {
      found.unreadable.append((PathBytes.joined(folder, IgnoreFile.name), error))
    }
  }

  static func isPlan(_ path: [UInt8]) -> Bool {
    let end = path.count
    return end > 3 && path[end - 3] | 0x20 == UInt8(ascii: ".") && path[end - 2] | 0x20 == UInt8(ascii: "m")
      && path[end - 1] | 0x20 == UInt8(ascii: "d")
  }

  /// Notes where a link leads, or why it is not followed.
  private mutating func follow(_ path: [UInt8]) {
    if let reason = ignores.reason(for: path, isFolder: false) {
      found.leftOut.append(LeftOut(path: path, reason: reason))
      return
    }
    guard let real = Disk.realPath(PathBytes.joined(found.root, path)) else {
      found.skipped.append((path, .leadsNowhere))
      return
    }
    guard PathBytes.isInside(real, found.root), real != found.root else {
      if real != found.root { found.skipped.append((path, .leadsOut)) }
      return
    }
    let target = Array(real.dropFirst(found.root.count + (found.root.last == UInt8(ascii: "/") ? 0 : 1)))
    linked.append(Item(path: target, kind: Disk.kind(real)))
  }
}

extension Disk.Entry {
  /// Whether everything at or below this entry comes after the other one, in the byte order of paths.
  fileprivate func isBehind(_ other: Disk.Entry) -> Bool {
    for (mine, theirs) in zip(name, other.name) where mine != theirs { return mine > theirs }
    let common = min(name.count, other.name.count)
    return (byte(at: common)) > (other.byte(at: common))
  }

  private func byte(at index: Int) -> Int {
    if index < name.count { return Int(name[index]) }
    return kind == .folder ? Int(UInt8(ascii: "/")) : -1
  }
}
