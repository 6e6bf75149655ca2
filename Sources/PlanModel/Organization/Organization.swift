internal import PlanSyntax

/// The tree of a book's units and people.
///
/// Nodes stand in preorder: parents before children, every subtree one run. So `nodes.indices.reversed()` is a pass from
/// the bottom up, and nothing needs recursion.
package struct Organization: Sendable {
  package let nodes: [Node]
  /// One past the last node below each one.
  private let subtreeEnds: [Int32]
  private let depths: [Int32]
  private let childOrder: [OwnerID]
  private let childStarts: [Int32]
  private let firstByName: [FoldedName: OwnerID]
  /// Only for names that several nodes bear.
  private let severalByName: [FoldedName: [OwnerID]]

  /// Puts nodes in preorder together: every parent must stand before its children, and a subtree without gaps.
  package init(preorder nodes: [Node]) {
    var depths: [Int32] = []
    var ends = nodes.indices.map { Int32($0 + 1) }
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    for (index, node) in nodes.enumerated() {
      let followsParent = node.parent.map { (0..<index).contains(Int($0.index)) } ?? true
      precondition(followsParent, "a parent stands before its children")
      depths.append(node.parent.map { depths[Int($0.index)] + 1 } ?? 0)
      if let parent = node.parent { counts[Int(parent.index) + 1] += 1 }
    }
    for (index, node) in nodes.enumerated().reversed() {
      guard let parent = node.parent else { continue }
      ends[Int(parent.index)] = max(ends[Int(parent.index)], ends[index])
    }
    for index in nodes.indices { counts[index + 1] += counts[index] }
    var next = counts
    var order = [OwnerID](repeating: OwnerID(0), count: Int(counts[nodes.count]))
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      order[Int(next[Int(parent.index)])] = OwnerID(index)
      next[Int(parent.index)] += 1
    }
    self.nodes = nodes
    self.depths = depths
    subtreeEnds = ends
    childOrder = order
    childStarts = counts
    (firstByName, severalByName) = Self.names(of: nodes)
  }

  @inline(__always)
  package subscript(_ id: OwnerID) -> Node { nodes[Int(id.index)] }

  /// Every node, parents before children.
  package var topDown: [OwnerID] { nodes.indices.map { OwnerID($0) } }

  /// Every node, children before parents.
  package var bottomUp: [OwnerID] { nodes.indices.reversed().map { OwnerID($0) } }

  package var roots: [OwnerID] { nodes.indices.filter { nodes[$0].parent == nil }.map { OwnerID($0) } }

  package func children(of id: OwnerID) -> ArraySlice<OwnerID> {
    childOrder[Int(childStarts[Int(id.index)])..<Int(childStarts[Int(id.index) + 1])]
  }

  /// All nodes below `id`, in preorder; without `id`.
  package func descendants(of id: OwnerID) -> [OwnerID] {
    (Int(id.index) + 1..<Int(subtreeEnds[Int(id.index)])).map { OwnerID($0) }
  }

  /// Whether `id` is `ancestor` or below it.
  package func contains(_ id: OwnerID, in ancestor: OwnerID) -> Bool {
    ancestor.index <= id.index && id.index < subtreeEnds[Int(ancestor.index)]
  }

  /// Roots have depth 0.
  package func depth(of id: OwnerID) -> Int { Int(depths[Int(id.index)]) }

  /// The nodes above `id`, nearest first.
  package func ancestors(of id: OwnerID) -> [OwnerID] {
    var found: [OwnerID] = []
    var next = self[id].parent
    while let ancestor = next {
      found.append(ancestor)
      next = self[ancestor].parent
    }
    return found
  }

  /// The unit a person is in, or a unit itself.
  package func team(of id: OwnerID) -> OwnerID? { self[id].kind == .unit ? id : self[id].parent }

  /// The deepest unit that all of `ids` are or are in; `nil` for none, or when they share no root.
  package func lowestCommonUnit(of ids: [OwnerID]) -> OwnerID? {
    guard var common = ids.first else { return nil }
    for id in ids.dropFirst() {
      while !contains(id, in: common) {
        guard let parent = self[common].parent else { return nil }
        common = parent
      }
    }
    return team(of: common)
  }

  private static func names(of nodes: [Node]) -> ([FoldedName: OwnerID], [FoldedName: [OwnerID]]) {
    var first: [FoldedName: OwnerID] = [:]
    var several: [FoldedName: [OwnerID]] = [:]
    first.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let id = OwnerID(index)
      for name in [node.name] + node.aliases {
        let folded = FoldedName(name)
        guard !folded.isEmpty else { continue }
        guard let known = first[folded] else {
          first[folded] = id
          continue
        }
        if known != id, several[folded]?.last != id { several[folded, default: [known]].append(id) }
      }
    }
    return (first, several)
  }
}

extension Organization {
  /// Who a name stands for.
  package enum Match: Hashable, Sendable {
    case one(OwnerID)
    /// The name alone does not say which; in preorder.
    case several([OwnerID])
    case none

    package var id: OwnerID? { if case .one(let id) = self { id } else { nil } }
  }

  /// Who bears a name or alias; case, width and blanks do not matter.
  package func find(_ name: some StringProtocol) -> Match {
    let folded = FoldedName(name)
    if let several = severalByName[folded] { return .several(several) }
    return firstByName[folded].map { .one($0) } ?? .none
  }

  /// Who a path such as `华东区/王芳` names: each part must be the child of the one before. It may begin at a root, below
  /// one, or at any name that is unique. `/` in names is written `%2F`.
  package func find(path: some StringProtocol) -> Match {
    let parts = path.split(separator: "/").map { FoldedName(Self.unescaped(String($0))) }
    guard let last = parts.last else { return .none }
    let candidates = severalByName[last] ?? firstByName[last].map { [$0] } ?? []
    let fitting = candidates.filter { fits($0, parts) }
    if fitting.count < 2 { return fitting.first.map { .one($0) } ?? .none }
    // The whole path from below a root beats the end of a longer one.
    let whole = fitting.filter { depth(of: $0) <= parts.count }
    return whole.count == 1 ? .one(whole[0]) : .several(fitting)
  }

  /// The node whose plans stand in a folder of the book: the deepest part of the path that names a node below the ones
  /// before it, else that is unique in the book. `nil` where no part names anybody.
  package func owner(ofFolder path: some StringProtocol) -> OwnerID? {
    var current: OwnerID?
    for part in path.split(separator: "/") {
      let folded = FoldedName(part)
      let candidates = severalByName[folded] ?? firstByName[folded].map { [$0] } ?? []
      let below = candidates.filter { candidate in current.map { contains(candidate, in: $0) } ?? true }
      let direct = below.filter { self[$0].parent == current || current == nil && depth(of: $0) <= 1 }
      if let found = direct.count == 1 ? direct[0] : below.count == 1 ? below[0] : nil { current = found }
    }
    return current
  }

  /// The name, among all names and aliases, that was probably meant.
  package func nearest(to name: String) -> String? {
    NearestWord.nearest(to: name, in: nodes.lazy.flatMap { [$0.name] + $0.aliases })
  }

  /// The path below the root, such as `华东区/王芳`; of a root, its name. `find(path:)` reads it back.
  package func path(of id: OwnerID) -> String {
    let above = ancestors(of: id).dropLast()
    return (above.reversed() + [id]).map { Self.escaped(self[$0].name) }.joined(separator: "/")
  }

  private func fits(_ id: OwnerID, _ parts: [FoldedName]) -> Bool {
    var current: OwnerID? = id
    for part in parts.reversed() {
      guard let node = current, names(node, part) else { return false }
      current = self[node].parent
    }
    return true
  }

  private func names(_ id: OwnerID, _ name: FoldedName) -> Bool {
    FoldedName(self[id].name) == name || self[id].aliases.contains { FoldedName($0) == name }
  }

  private static func escaped(_ name: String) -> String {
    name.contains("/") ? name.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F") : name
  }

  private static func unescaped(_ part: String) -> String {
    guard part.contains("%") else { return part }
    var result = ""
    var rest = Substring(part)
    while let sign = rest.firstIndex(of: "%") {
      result += rest[..<sign]
      rest = rest[sign...]
      let isSlash = rest.hasPrefix("%2F") || rest.hasPrefix("%2f")
      result += isSlash ? "/" : "%"
      rest = rest.dropFirst(isSlash ? 3 : 1)
    }
    return result + rest
  }
}
