package import PlanModel
import PlanSource
import PlanSyntax

/// Guesses the organization of a book whose `planbook.yml` declares none.
extension Workspace {
  package func organization() -> Organization {
    if let declared = settings.organization { return declared }
    if isLoneFile { return loneOrganization() }
    let paths = plans.map(PathBytes.shown)
    let name = settings.name ?? PathBytes.shown(Array(root.split(separator: UInt8(ascii: "/")).last ?? []))
    return Organization.fromFolders(paths, rootName: name, people: people(paths))
  }

  /// A plan that stands alone is the plan of whoever it names, else of one person without a name.
  private func loneOrganization() -> Organization {
    let name = plans.first.flatMap { plan in ownerNamed(in: plan) } ?? ""
    return Organization(preorder: [Organization.Node(name: name, kind: .person, parent: nil)])
  }

  private func ownerNamed(in plan: [UInt8]) -> String? {
    guard let bytes = try? read(plan) else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let split = FrontMatter.split(bytes.span, from: start) else { return nil }
    return FrontMatter.read(bytes.span, split.content).frontMatter.owners.first?.value
  }

  /// Folders right below the root whose plan names them as a person.
  private func people(_ paths: [String]) -> Set<FoldedName> {
    var people: Set<FoldedName> = []
    var asked: Set<Substring> = []
    for (path, plan) in zip(paths, plans) {
      let parts = path.split(separator: "/")
      guard parts.count == 2, let folder = parts.first, asked.insert(folder).inserted,
        let bytes = try? read(plan), let split = FrontMatter.split(bytes.span, from: 0)
      else { continue }
      let front = FrontMatter.read(bytes.span, split.content).frontMatter
      if let owner = front.owners.first, FoldedName(owner.value) == FoldedName(folder),
        front.team != nil || front.role != nil
      {
        people.insert(FoldedName(folder))
      }
    }
    return people
  }
}
