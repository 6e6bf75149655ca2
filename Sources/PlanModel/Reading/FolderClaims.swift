import Synchronization

/// What the folders above a plan say about it.
struct FolderClaim: Sendable {
  /// The folder's path in the book.
  let path: String
  let owner: OwnerID?
  /// Some folder above the plan is for strategies.
  let isOfStrategy: Bool

  init(_ path: String, _ organization: Organization) {
    self.path = path
    owner = organization.owner(ofFolder: path)
    isOfStrategy = path.split(separator: "/").contains { $0 == "战略" || $0.lowercased() == "strategy" }
  }
}

/// The claims of all folders of a book, each worked out when its first plan is read.
final class FolderClaims: Sendable {
  private struct Known {
    var claims: [FolderClaim] = []
    var index = HashIndex()
  }

  private let known = Mutex(Known())
  private let organization: Organization

  init(_ organization: Organization) { self.organization = organization }

  /// - Parameter folder: A path in the book, without a slash at its end.
  func claim(of folder: Substring) -> FolderClaim {
    var hash = ByteHash()
    hash.add(folder)
    let key = hash.value
    let found = known.withLock { known in
      known.index.find(key) { known.claims[$0].path == folder }.map { known.claims[$0] }
    }
    if let found { return found }
    let claim = FolderClaim(String(folder), organization)
    known.withLock { known in
      known.claims.append(claim)
      known.index.append(key)
    }
    return claim
  }
}
