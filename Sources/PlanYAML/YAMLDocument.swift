/// A YAML document as one flat array of nodes, each with the bytes it was read from.
///
/// Only what plans and `planbook.yml` need: scalars, lists and maps with scalar keys. Numbers stay text. Invariant:
/// every range lies inside the range that was parsed and falls on character boundaries.
package struct YAMLDocument: Sendable {
  package private(set) var nodes: [YAMLNode] = []
  /// The outermost node; `nil` when there is nothing but blanks and comments.
  package private(set) var root: YAMLNode.ID?
  /// Keys written twice in one map, in the order of their second writing. The first one counts.
  package private(set) var duplicateKeys: [YAMLProblem] = []

  package subscript(_ id: YAMLNode.ID) -> YAMLNode { nodes[Int(id.index)] }

  /// The items of a list; empty for a map or scalar.
  package func items(of list: YAMLNode.ID) -> [YAMLNode.ID] {
    guard self[list].kind == .list else { return [] }
    return children(of: list)
  }

  /// The entries of a map in the order in which they are written; empty for a list or scalar.
  package func entries(of map: YAMLNode.ID) -> [YAMLEntry] {
    guard self[map].kind == .map else { return [] }
    let parts = children(of: map)
    return stride(from: 0, to: parts.count - 1, by: 2).map { YAMLEntry(key: parts[$0], value: parts[$0 + 1]) }
  }

  /// The text of a scalar, escapes resolved; `nil` for a list or map.
  package func text(_ id: YAMLNode.ID) -> String? {
    let node = self[id]
    return if case .scalar = node.kind { node.text } else { nil }
  }

  private func children(of parent: YAMLNode.ID) -> [YAMLNode.ID] {
    var found: [YAMLNode.ID] = []
    var next = self[parent].firstChild
    while let child = next {
      found.append(child)
      next = self[child].nextSibling
    }
    return found
  }
}

/// One key of a map with its value.
package struct YAMLEntry: Sendable {
  package let key: YAMLNode.ID
  package let value: YAMLNode.ID
}

/// What the reader puts a document together with.
extension YAMLDocument {
  /// Adds a node behind `previous` (or as the first child) of `parent`, or as the root.
  mutating func append(_ node: YAMLNode, to parent: YAMLNode.ID?, after previous: YAMLNode.ID?) -> YAMLNode.ID {
    let id = YAMLNode.ID(index: UInt32(nodes.count))
    nodes.append(node)
    if let previous {
      nodes[Int(previous.index)].nextSibling = id
    } else if let parent {
      nodes[Int(parent.index)].firstChild = id
    } else {
      root = id
    }
    return id
  }

  mutating func close(_ id: YAMLNode.ID, at end: Int) {
    let node = self[id]
    nodes[Int(id.index)].end = UInt32(max(end, Int(node.start)))
  }

  mutating func noteDuplicate(_ problem: YAMLProblem) { duplicateKeys.append(problem) }
}
