/// The `.gitignore` files that hold where the search for plans stands; without any, asking costs nothing.
struct IgnoreFiles {
  private struct Layer {
    /// From the book's root.
    let folder: [UInt8]
    /// The book's root from the file's folder, with a slash behind it; empty for files of the book.
    let prefix: [UInt8]
    let file: IgnoreFile
    /// How the file is shown.
    let shown: String
  }

  /// Outer ones first.
  private var layers: [Layer] = []
  /// How many of them stand above the book's root, and hold everywhere.
  private var outer = 0

  /// Opens the files between the repository's root and the book's; says why the book itself is ignored, if it is.
  mutating func open(above root: [UInt8]) -> LeftOut.Reason? {
    guard let repository = RepositoryRoot.above(root), repository != root else { return nil }
    var folder = repository
    let names = root.dropFirst(repository.count).split(separator: UInt8(ascii: "/"))
    for (index, name) in names.enumerated() {
      let path = PathBytes.joined(folder, IgnoreFile.name)
      if Disk.kind(path) == .file, let bytes = try? Disk.read(path) {
        let prefix = Array(names[index...].joined(separator: [UInt8(ascii: "/")])) + [UInt8(ascii: "/")]
        add(Layer(folder: [], prefix: prefix, file: IgnoreFile(bytes), shown: PathBytes.shown(path)))
        outer = layers.count
      }
      folder = PathBytes.joined(folder, Array(name))
      // What this folder is to the files above it, the book's root last.
      for layer in layers.reversed() {
        let depth = names.count - layer.prefix.split(separator: UInt8(ascii: "/")).count
        let path = Array(names[depth...index].joined(separator: [UInt8(ascii: "/")]))
        guard let verdict = layer.file.verdict(on: path[...], isFolder: true) else { continue }
        if case .ignored(let line) = verdict { return .ignored(by: layer.shown, line: line) }
        break
      }
    }
    return nil
  }

  /// Opens the file of a folder that is entered.
  mutating func open(in folder: [UInt8], of root: [UInt8]) throws(SystemError) {
    let path = PathBytes.joined(folder, IgnoreFile.name)
    let bytes = try Disk.read(PathBytes.joined(root, path))
    add(Layer(folder: folder, prefix: [], file: IgnoreFile(bytes), shown: PathBytes.shown(path)))
  }

  /// Opens the files above a path that was reached by a link; says why it is ignored, if it is or lies in what is.
  mutating func open(along path: [UInt8], in root: [UInt8]) -> LeftOut.Reason? {
    layers.removeSubrange(outer...)
    var folder: [UInt8] = []
    let names = path.split(separator: UInt8(ascii: "/"))
    for name in names {
      // An unreadable one has been told of when its folder was entered.
      if Disk.kind(PathBytes.joined(PathBytes.joined(root, folder), IgnoreFile.name)) == .file {
        try? open(in: folder, of: root)
      }
      folder = PathBytes.joined(folder, Array(name))
      guard folder.count < path.count else { break }
      if let reason = verdict(on: folder, isFolder: true) { return reason }
    }
    return nil
  }

  /// Why a path is ignored; `nil` where it is not. Files of folders that it does not lie in are closed.
  mutating func reason(for path: [UInt8], isFolder: Bool) -> LeftOut.Reason? {
    while layers.count > outer, let last = layers.last, !last.folder.isEmpty, !PathBytes.isInside(path, last.folder) {
      layers.removeLast()
    }
    return layers.isEmpty || path.isEmpty ? nil : verdict(on: path, isFolder: isFolder)
  }

  private mutating func add(_ layer: Layer) {
    if !layer.file.isEmpty { layers.append(layer) }
  }

  private func verdict(on path: [UInt8], isFolder: Bool) -> LeftOut.Reason? {
    for layer in layers.reversed() {
      let verdict =
        layer.prefix.isEmpty
        ? layer.file.verdict(on: path[(layer.folder.isEmpty ? 0 : layer.folder.count + 1)...], isFolder: isFolder)
        : layer.file.verdict(on: (layer.prefix + path)[...], isFolder: isFolder)
      switch verdict {
      case .ignored(let line)?: return .ignored(by: layer.shown, line: line)
      case .kept?: return nil
      case nil: continue
      }
    }
    return nil
  }
}
