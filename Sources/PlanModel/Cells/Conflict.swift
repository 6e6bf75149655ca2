import PlanSyntax

/// A cell with two statements of different value (docs/model.md §6.6).
package struct Conflict: Sendable {
  package let address: CellAddress
  /// The statement that sums use.
  package let inForce: Int
  /// The others, one a value and file, in path order.
  package let others: [Int]
}

extension CellResolver {
  /// On every layer, in the order of owners and cells.
  package func conflicts(of owners: Range<Int>) -> [Conflict] {
    var found: [Conflict] = []
    for owner in owners {
      for cell in store.cells(of: owner) where store.flags[cell].contains(.disputed) {
        let inForce = Int(store.inForce[cell])
        let others = differing(from: inForce, among: statements(of: cell))
        guard !others.isEmpty else { continue }
        found.append(
          Conflict(address: address(spot(ofCell: cell, owner: owner)), inForce: inForce, others: others))
      }
    }
    return found
  }

  package func conflicts() -> [Conflict] { conflicts(of: 0..<ownerCount) }
}
