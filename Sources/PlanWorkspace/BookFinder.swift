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

  /// Lists the plans under `root`; excluded folders are not entered.
  static func plans(under root: [UInt8], hasPlanbook: Bool, excludes: (String) -> Bool) -> Found {
    var found = Found(root: root, hasPlanbook: hasPlanbook)
    var pending: [[UInt8]] = [[]]
    var seenFolders: Set<[UInt8]> = [root]
    var seenFiles: Set<[UInt8]> = []
    while let folder = pending.popLast() {
      let entries: [Disk.Entry]
      do throws(SystemError) {
        entries = try Disk.list(PathBytes.joined(root, folder))
      } catch {
        found.unreadable.append((folder, error))
        continue
      }
      for entry in entries where entry.name.first != UInt8(ascii: ".") {
        var path = PathBytes.joined(folder, entry.name)
        var kind = entry.kind
        if kind == .link {
          guard let target = realTarget(path, root, &found) else { continue }
          path = target
          kind = Disk.kind(PathBytes.joined(root, target))
        }
        switch kind {
        case .folder:
          guard !excludes(PathBytes.shown(path) + "/"), !isNestedBook(root, path) else { continue }
          if seenFolders.insert(PathBytes.joined(root, path)).inserted { pending.append(path) }
        case .file:
          guard isPlan(path), !excludes(PathBytes.shown(path)) else { continue }
          if seenFiles.insert(path).inserted { found.plans.append(path) }
        case .link, .other:
          if isPlan(path), !excludes(PathBytes.shown(path)) { found.skipped.append((path, .isNoFile)) }
        }
      }
    }
    // Folders are listed in no order, and messages must come in one.
    found.plans.sort { $0.lexicographicallyPrecedes($1) }
    found.skipped.sort { $0.path.lexicographicallyPrecedes($1.path) }
    found.unreadable.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return found
  }

  static func isPlan(_ path: [UInt8]) -> Bool {
    path.count > 3 && path.suffix(3).map { $0 | 0x20 } == Array(".md".utf8).map { $0 | 0x20 }
  }

  /// A folder with a `planbook.yml` of its own is another book.
  private static func isNestedBook(_ root: [UInt8], _ path: [UInt8]) -> Bool {
    Disk.kind(PathBytes.joined(PathBytes.joined(root, path), planbookName)) == .file
  }

  /// Where a link leads, from the root; `nil`, with a note, when it leads out of the book or nowhere.
  private static func realTarget(_ path: [UInt8], _ root: [UInt8], _ found: inout Found) -> [UInt8]? {
    guard let real = Disk.realPath(PathBytes.joined(root, path)) else {
      found.skipped.append((path, .leadsNowhere))
      return nil
    }
    guard PathBytes.isInside(real, root), real != root else {
      if real != root { found.skipped.append((path, .leadsOut)) }
      return nil
    }
    return Array(real.dropFirst(root.count + (root.last == UInt8(ascii: "/") ? 0 : 1)))
  }
}
