extension Organization {
  /// Folders of a book that hold no plans of an owner, in either language.
  package static let folderNamesWithoutOwner = [
    "战略", "strategy", "归档", "archive", "actuals", "templates", "模板",
  ]

  /// Guesses the organization from where plans stand.
  ///
  /// The book's root is the division. A folder with plans and no plan-bearing folder below it is a person if its parent is
  /// not the book's root, or if a plan in it names that person; every other folder with plans at or below it is a unit.
  /// - Parameters:
  ///   - planPaths: Plans, relative to the book, parts separated by `/`, in any order.
  ///   - rootName: The book's name, else the name of its folder.
  ///   - people: Names that front matter or headings give as a person's.
  package static func fromFolders(
    _ planPaths: [String], rootName: String, people: Set<FoldedName> = []
  ) -> Organization {
    let folders = ownerFolders(planPaths)
    var nodes = [Node(name: rootName, kind: .unit, parent: nil)]
    var open: [(depth: Int, id: OwnerID)] = [(0, OwnerID(0))]
    for (index, folder) in folders.enumerated() {
      let parts = folder.split(separator: "/")
      while open.count > 1, let last = open.last, last.depth >= parts.count { open.removeLast() }
      let hasFoldersBelow = index + 1 < folders.count && folders[index + 1].hasPrefix(folder + "/")
      let name = parts.last.map(String.init) ?? folder
      let isPerson = !hasFoldersBelow && (parts.count > 1 || people.contains(FoldedName(name)))
      let id = OwnerID(nodes.count)
      nodes.append(Node(name: name, kind: isPerson ? .person : .unit, parent: open.last?.id))
      open.append((parts.count, id))
    }
    return Organization(preorder: nodes)
  }

  /// Every folder with plans at or below it, in preorder, parents included; without those that belong to nobody.
  private static func ownerFolders(_ planPaths: [String]) -> [String] {
    let ownerless = Set(folderNamesWithoutOwner.map { FoldedName($0) })
    var folders: Set<String> = []
    for path in planPaths {
      var parts = path.split(separator: "/").dropLast()
      if parts.contains(where: { ownerless.contains(FoldedName($0)) }) { continue }
      while !parts.isEmpty, folders.insert(parts.joined(separator: "/")).inserted { parts = parts.dropLast() }
    }
    // By parts and not by bytes: `a-b` must not come between `a` and `a/b`.
    return folders.map { (key: $0.split(separator: "/").map { Array($0.utf8) }, folder: $0) }
      .sorted { left, right in
        for (one, other) in zip(left.key, right.key) where one != other { return one.lexicographicallyPrecedes(other) }
        return left.key.count < right.key.count
      }
      .map(\.folder)
  }
}
