import PlanModel
import PlanSyntax
import Testing

@Suite struct OrganizationTests {
  /// 远航 ▸ 华东 ▸ (李慧, 王岚, 上海 ▸ (陈明, Ana Torres)), 华北 ▸ (王岚), 大客户.
  private static let sample: Organization = {
    var nodes: [Organization.Node] = []
    func add(_ name: String, _ kind: Organization.Node.Kind, _ parent: Int?, _ aliases: [String] = []) {
      var node = Organization.Node(name: name, kind: kind, parent: parent.map { OwnerID($0) })
      node.aliases = aliases
      nodes.append(node)
    }
    add("远航", .unit, nil)
    add("华东", .unit, 0, ["East"])
    add("李慧", .person, 1)
    add("王岚", .person, 1)
    add("上海", .unit, 1)
    add("陈明", .person, 4)
    add("Ana Torres", .person, 4, ["安娜", "Ana"])
    add("华北", .unit, 0)
    add("王岚", .person, 7)
    add("A/B 组", .unit, 0)
    return Organization(preorder: nodes)
  }()

  private let organization = Self.sample

  private func names(_ ids: some Sequence<OwnerID>) -> [String] { ids.map { organization[$0].name } }

  @Test func treeIsWalkedWithoutRecursion() {
    #expect(organization.roots == [OwnerID(0)])
    #expect(names(organization.children(of: OwnerID(1))) == ["李慧", "王岚", "上海"])
    #expect(organization.children(of: OwnerID(5)).isEmpty)
    #expect(names(organization.descendants(of: OwnerID(1))) == ["李慧", "王岚", "上海", "陈明", "Ana Torres"])
    #expect(names(organization.ancestors(of: OwnerID(6))) == ["上海", "华东", "远航"])
    #expect(organization.depth(of: OwnerID(6)) == 3)
    var seen: Set<OwnerID> = []
    for id in organization.bottomUp {
      #expect(organization.children(of: id).allSatisfy { seen.contains($0) })
      seen.insert(id)
    }
    #expect(seen.count == organization.nodes.count)
  }

  @Test(arguments: [
    ("李慧", [2]), ("ana torres", [6]), ("ＡＮＡ　ＴＯＲＲＥＳ", [6]), ("AnaTorres", [6]), ("安娜", [6]), ("east", [1]),
    ("王岚", [3, 8]),
    ("王 岚", [3, 8]), ("赵六", []), ("", []),
  ]) func names(_ name: String, _ ids: [Int]) {
    let expected: Organization.Match =
      ids.isEmpty ? .none : ids.count == 1 ? .one(OwnerID(ids[0])) : .several(ids.map { OwnerID($0) })
    #expect(organization.find(name) == expected)
  }

  @Test(arguments: [
    ("华东/王岚", 3), ("华北/王岚", 8), ("远航/华北/王岚", 8), ("上海/Ana", 6), ("East/上海/安娜", 6), ("远航", 0), ("A%2FB 组", 9),
  ]) func paths(_ path: String, _ id: Int) {
    #expect(organization.find(path: path) == .one(OwnerID(id)))
  }

  @Test(arguments: ["王岚", "上海/王岚", "华东//x", "/", ""]) func noPaths(_ path: String) {
    #expect(organization.find(path: path).id == nil)
  }

  @Test func everyPathIsReadBack() {
    for id in organization.topDown { #expect(organization.find(path: organization.path(of: id)) == .one(id)) }
    #expect(organization.path(of: OwnerID(6)) == "华东/上海/Ana Torres")
    #expect(organization.path(of: OwnerID(9)) == "A%2FB 组")
  }

  @Test(arguments: [
    ("华东/王岚", 3), ("华北/王岚/2026", 8), ("华东/上海/ana torres", 6), ("战略", nil), ("", nil), ("华北/别处", 7), ("plans/陈明", 5),
  ]) func foldersHaveOwners(_ folder: String, _ id: Int?) {
    #expect(organization.owner(ofFolder: folder) == id.map { OwnerID($0) })
  }

  @Test(arguments: [([5, 6], 4), ([3, 6], 1), ([2, 8], 0), ([6], 4), ([4], 4), ([1, 5], 1), ([0], 0)])
  func commonUnits(_ ids: [Int], _ unit: Int) {
    #expect(organization.lowestCommonUnit(of: ids.map { OwnerID($0) }) == OwnerID(unit))
  }

  @Test func teamsAndSuggestions() {
    #expect(organization.team(of: OwnerID(5)) == OwnerID(4) && organization.team(of: OwnerID(4)) == OwnerID(4))
    #expect(organization.lowestCommonUnit(of: []) == nil)
    #expect(organization.nearest(to: "Ana Tores") == "Ana Torres")
    #expect(organization.nearest(to: "李惠") == "李慧")
    #expect(organization.nearest(to: "欧阳修") == nil)
  }

  @Test func presenceFollowsMembership() throws {
    var node = Organization.Node(name: "x", kind: .person, parent: nil)
    let march = try #require(Period(id: "2026-03", in: .calendar))
    #expect(node.isPresent(in: march))
    node.from = Day(iso: "2026-03-31")
    #expect(node.isPresent(in: march))
    node.from = Day(iso: "2026-04-01")
    #expect(!node.isPresent(in: march))
    node.from = nil
    node.until = Day(iso: "2026-02-28")
    #expect(!node.isPresent(in: march))
    node.until = nil
    node.isOpen = true
    #expect(!node.isPresent(in: march))
  }

  @Test func aHundredThousandNodesAreQuick() {
    var nodes = [Organization.Node(name: "总部", kind: .unit, parent: nil)]
    for unit in 0..<1000 {
      let id = OwnerID(nodes.count)
      nodes.append(Organization.Node(name: "单位\(unit)", kind: .unit, parent: OwnerID(0)))
      for person in 0..<99 { nodes.append(Organization.Node(name: "人\(unit)-\(person)", kind: .person, parent: id)) }
    }
    let clock = ContinuousClock()
    let took = clock.measure {
      let organization = Organization(preorder: nodes)
      for unit in 0..<1000 { #expect(organization.find("人\(unit)-98").id != nil) }
      #expect(organization.bottomUp.count == 100_001)
    }
    #expect(took < .seconds(10))
  }
}
