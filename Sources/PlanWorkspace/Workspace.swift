package import PlanModel
package import PlanSource
import PlanSyntax

/// A book on disk: where it is, what its settings say, and which plans it has. The only module that touches the disk.
package struct Workspace: Sendable {
  /// The book's folder, absolute and without links.
  package let root: [UInt8]
  package let settings: BookSettings
  /// `planbook.yml` with its unknown keys; `nil` where the book has none.
  package let planbook: Planbook?
  /// Whether a single file stands alone, without a book around it.
  package let isLoneFile: Bool
  /// Paths of all plans from the root, in byte order.
  package private(set) var plans: [[UInt8]]
  /// Plans that were named; `nil` when the whole book was.
  package private(set) var named: Set<String>?
  /// Things worth saying on stderr that stop nothing.
  package private(set) var notes: [LocalText]
  /// Parts that could not be read; the rest is processed and the exit is 2.
  package let failures: [WorkspaceError]
  /// The plan that is read from stdin and not from disk, by path; `nil` in all other runs.
  package private(set) var input: String?
  private let currentFolder: [UInt8]
  /// Plans that are to be read otherwise than they stand on disk, by path.
  private var replaced: [String: [UInt8]] = [:]

  package struct Planbook: Sendable {
    package let bytes: [UInt8]
    package let settings: BookSettings
    package let problems: [BookProblem]
  }

  /// Finds the book that `paths` lie in (the current folder when there are none) and lists its plans.
  ///
  /// - Parameter input: The text of the one path, which need not be on disk.
  package static func open(_ paths: [String], input: [UInt8]? = nil) throws(WorkspaceError) -> Workspace {
    guard let current = Disk.realPath([UInt8(ascii: ".")]) else {
      throw .unreadable(path: ".", reason: SystemError(code: 2).reason)
    }
    var roots: [(root: [UInt8], hasPlanbook: Bool, isLone: Bool)] = []
    var named: Set<String>? = []
    var targets: [[UInt8]] = []
    for path in paths.isEmpty ? ["."] : paths {
      let bytes = Array(path.utf8)
      guard let real = Disk.realPath(bytes) ?? (input == nil ? nil : Disk.placeOfNew(bytes)) else {
        throw .notFound(path: path)
      }
      let isFolder = Disk.kind(real) == .folder
      let folder = isFolder ? real : PathBytes.parent(real)
      targets.append(real)
      if let root = BookFinder.root(above: folder) {
        roots.append((root, true, false))
        if root == real { named = nil }
      } else {
        roots.append((folder, false, !isFolder))
        if isFolder { named = nil }
      }
    }
    guard let first = roots.first else { throw .notFound(path: ".") }
    if let other = roots.first(where: { $0.root != first.root || $0.isLone != first.isLone }) {
      throw .severalBooks(PathBytes.shown(first.root), PathBytes.shown(other.root))
    }
    var workspace = try Workspace(
      first.root, first.hasPlanbook, isLone: first.isLone, named: named == nil ? nil : targets, current)
    if let input, let target = targets.first { workspace.take(input, at: target) }
    return workspace
  }

  /// How `planbook.yml` is called among the files of a book.
  package static let planbookPath = PathBytes.shown(BookFinder.planbookName)

  /// The same book with only those files named that differ from a git revision, or are not in git yet.
  package func changed(since revision: String) throws(WorkspaceError) -> Workspace {
    let changes: Set<[UInt8]>
    do throws(GitChanges.Failure) {
      changes = try GitChanges.files(in: root, since: revision)
    } catch {
      throw .unknownChanges(since: revision, error)
    }
    var names = Set(plans.filter { changes.contains($0) }.map(PathBytes.shown))
    if planbook != nil, changes.contains(BookFinder.planbookName) { names.insert(Self.planbookPath) }
    var narrowed = self
    narrowed.named = named.map { names.intersection($0) } ?? names
    if narrowed.named?.isEmpty == true, !plans.isEmpty {
      narrowed.notes.append(
        LocalText(zh: "\(revision) 以来没有计划改动", en: "no plan has changed since \(revision)"))
    }
    return narrowed
  }

  /// Has the plan at a path, whether it is on disk or not, read as these bytes.
  private mutating func take(_ bytes: [UInt8], at target: [UInt8]) {
    let plan = Array(target.dropFirst(root.count + (root.last == UInt8(ascii: "/") ? 0 : 1)))
    // What the book leaves out stays out.
    if !plans.contains(plan), Disk.kind(target) == .other, BookFinder.isPlan(plan),
      !settings.excluded.contains(where: { $0.matches(PathBytes.shown(plan)) })
    {
      let place = plans.firstIndex { plan.lexicographicallyPrecedes($0) }
      plans.insert(plan, at: place ?? plans.endIndex)
      named?.insert(PathBytes.shown(plan))
    }
    let path = PathBytes.shown(plan)
    input = path
    replaced[path] = bytes
  }

  /// What stands on stdin, or what it was mended to.
  package var inputText: [UInt8] { input.flatMap { replaced[$0] } ?? [] }

  /// The language of the book around the first path that is in one, whatever else may be wrong there.
  static func language(around paths: [String]) -> Language? {
    for path in paths.isEmpty ? ["."] : paths {
      // What is not there may be missing from a folder that is.
      let bytes = Array(path.utf8)
      let above = PathBytes.parent(bytes)
      guard let real = Disk.realPath(bytes) ?? Disk.realPath(above.isEmpty ? [UInt8(ascii: ".")] : above) else {
        continue
      }
      let folder = Disk.kind(real) == .folder ? real : PathBytes.parent(real)
      guard let root = BookFinder.root(above: folder),
        let planbook = Disk.realPath(PathBytes.joined(root, BookFinder.planbookName)),
        PathBytes.isInside(planbook, root), let text = try? Disk.read(planbook)
      else { continue }
      return BookSettings.language(in: text.span)
    }
    return nil
  }

  private init(
    _ root: [UInt8], _ hasPlanbook: Bool, isLone: Bool, named targets: [[UInt8]]?, _ current: [UInt8]
  ) throws(WorkspaceError) {
    self.root = root
    currentFolder = current
    isLoneFile = isLone
    planbook = hasPlanbook ? try Self.readPlanbook(root, current) : nil
    settings = planbook?.settings ?? BookSettings()
    let relative = targets?.map { Array($0.dropFirst(root.count + (root.last == UInt8(ascii: "/") ? 0 : 1))) }
    if isLone {
      plans = relative ?? []
      notes = []
      failures = []
      named = nil
      return
    }
    let found = BookFinder.plans(under: root, hasPlanbook: hasPlanbook, excludes: settings.excluded)
    plans = found.plans
    let shown = { PathBytes.shown(PathBytes.relative(PathBytes.joined(root, $0), from: current)) }
    failures = found.unreadable.map { .unreadable(path: shown($0.path), reason: $0.error.reason) }
    var notes = found.skipped.map { Self.skipped(shown($0.path), $0.why) }
    if let relative {
      var chosen: Set<String> = []
      for path in relative {
        let matches = found.plans.filter { PathBytes.isInside($0, path) }
        chosen.formUnion(matches.map(PathBytes.shown))
        if path == BookFinder.planbookName {
          chosen.insert(PathBytes.shown(path))
        } else if matches.isEmpty, Disk.kind(PathBytes.joined(root, path)) != .other {
          notes.append(LeftOut.nothing(at: path, found.leftOut, settings))
        }
      }
      named = chosen
    } else {
      named = nil
    }
    if found.plans.isEmpty, named == nil { notes.append(LeftOut.nothing(at: [], found.leftOut, settings)) }
    self.notes = notes
  }

  private static func skipped(_ path: String, _ why: BookFinder.Skip) -> LocalText {
    switch why {
    case .leadsNowhere: LocalText(zh: "\(path) 是失效的链接，已跳过", en: "\(path): the link leads nowhere; skipped")
    case .leadsOut: LocalText(zh: "\(path) 链接到计划书之外，未读取", en: "\(path): the link leads out of the book; not followed")
    case .isNoFile: LocalText(zh: "\(path) 不是普通文件，已跳过", en: "\(path): no ordinary file; skipped")
    }
  }

  private static func readPlanbook(_ root: [UInt8], _ current: [UInt8]) throws(WorkspaceError) -> Planbook {
    let path = PathBytes.joined(root, BookFinder.planbookName)
    let shown = PathBytes.shown(PathBytes.relative(path, from: current))
    guard let real = Disk.realPath(path), PathBytes.isInside(real, root) else {
      throw .leadsOut(path: shown)
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Disk.read(real)
    } catch {
      throw .unreadable(path: shown, reason: error.reason)
    }
    let (settings, problems) = BookSettings.read(bytes.span)
    guard let settings else {
      let errors = problems.filter(\.isError).map { problem in
        LocalText(
          zh: Self.description(problem, shown, bytes, .zh), en: Self.description(problem, shown, bytes, .en))
      }
      throw .invalidPlanbook(path: shown, problems: errors)
    }
    return Planbook(bytes: bytes, settings: settings, problems: problems)
  }

  private static func description(
    _ problem: BookProblem, _ path: String, _ bytes: [UInt8], _ language: Language
  ) -> String {
    problem.description(path: path, in: bytes.span, language)
  }

  /// How a file of the book is shown: from the current folder.
  package func shownPath(_ file: SourceFile) -> String {
    let folder = PathBytes.relative(root, from: currentFolder)
    return folder.isEmpty ? file.path : PathBytes.shown(folder) + "/" + file.path
  }

  /// How the book's folder is shown: from the current folder.
  package var shownRoot: String {
    let folder = PathBytes.relative(root, from: currentFolder)
    return folder.isEmpty ? "." : PathBytes.shown(folder)
  }

  /// How `planbook.yml` is shown: from the current folder.
  package var shownPlanbook: String {
    PathBytes.shown(PathBytes.relative(PathBytes.joined(root, BookFinder.planbookName), from: currentFolder))
  }

  /// How code hosts name files of the book: from the root of the repository, or from the current folder where there is none.
  package var repositoryPath: @Sendable (SourceFile) -> String {
    let folder = PathBytes.relative(root, from: RepositoryRoot.above(root) ?? currentFolder)
    let prefix = folder.isEmpty ? "" : PathBytes.shown(folder) + "/"
    return { prefix + $0.path }
  }

  /// Reads the bytes of a plan.
  func read(_ plan: [UInt8]) throws(WorkspaceError) -> [UInt8] {
    if !replaced.isEmpty, let bytes = replaced[PathBytes.shown(plan)] { return bytes }
    do throws(SystemError) {
      return try Disk.read(PathBytes.joined(root, plan))
    } catch {
      let file = SourceFile(id: FileID(0), path: PathBytes.shown(plan), bytes: [])
      throw .unreadable(path: shownPath(file), reason: error.reason)
    }
  }

  /// Has a plan read as these bytes from now on; nothing is written.
  mutating func replace(_ file: SourceFile, by bytes: [UInt8]) { replaced[file.path] = bytes }

  /// Writes mended plans in the place of those that were read: each whole or not at all, with its permissions.
  ///
  /// A plan that was changed in between, or must not be written, stays as it is and is answered as an error.
  package func write(_ changes: [BookFixer.Change], _ files: (FileID) -> SourceFile) -> [WorkspaceError] {
    let paths = Dictionary(plans.map { (PathBytes.shown($0), [$0]) }, uniquingKeysWith: +)
    return changes.compactMap { change in
      let file = files(change.file)
      // Two names that are shown alike cannot be told apart here.
      guard let plan = paths[file.path], plan.count == 1 else { return .notFound(path: shownPath(file)) }
      let path = PathBytes.joined(root, plan[0])
      do throws(SystemError) {
        guard try Disk.read(path) == change.before else { return .changedMeanwhile(path: shownPath(file)) }
        try OutputFile.replace(path, by: change.after)
        return nil
      } catch {
        return .unwritable(path: shownPath(file), reason: error.reason)
      }
    }
  }
}

extension BookSettings {
  /// Whether a plan, or a folder above it, is left out.
  fileprivate func excludes(_ plan: [UInt8]) -> Bool {
    var path = PathBytes.shown(plan)
    if excluded.contains(where: { $0.matches(path) }) { return true }
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      if excluded.contains(where: { $0.matches(path + "/") }) { return true }
    }
    return false
  }
}
