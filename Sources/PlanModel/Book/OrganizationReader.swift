internal import PlanSource
internal import PlanSyntax
internal import PlanYAML

extension BookReader {
  /// The tree of units and people; `nil` when it names nobody.
  mutating func organization(_ node: YAMLNode.ID) -> Organization? {
    var nodes: [Organization.Node] = []
    // Units still to be read, the next one last: the order of the file is the order of the tree.
    let roots = entries(node, of: "organization") ?? []
    var waiting: [(entry: Entry, parent: OwnerID?)] = roots.reversed().map { ($0, nil) }
    while let (entry, parent) = waiting.popLast() {
      let id = OwnerID(nodes.count)
      var unit = Organization.Node(name: entry.key, kind: .unit, parent: parent)
      unit.place = entry.place
      nodes.append(unit)
      guard !document[entry.value].isNull else { continue }
      guard document[entry.value].kind == .map else {
        refuse(
          entry.value, entry.key,
          LocalText(
            zh: "单位的内容（lead、members、units …），成员写在 members: 下",
            en: "a unit's keys (lead, members, units …), people under `members:`"))
        continue
      }
      let keys = map(entry.value, of: entry.key, keys: BookKeys.unit) ?? []
      for key in keys { read(key, into: &nodes[Int(id.index)]) }
      addPeople(keys, of: id, to: &nodes)
      let units = keys.first { $0.key == "units" }.flatMap { entries($0.value, of: "units") } ?? []
      waiting += units.reversed().map { ($0, id) }
    }
    return nodes.isEmpty ? nil : Organization(preorder: nodes)
  }

  private mutating func read(_ entry: Entry, into unit: inout Organization.Node) {
    switch entry.key {
    case "buffer": unit.buffer = percent(entry.value, of: "buffer") ?? .zero
    case "regions": unit.regions = texts(entry.value, of: entry.key)
    case "industries": unit.industries = texts(entry.value, of: entry.key)
    case "special-industries": unit.specialIndustries = texts(entry.value, of: entry.key)
    case "aliases": unit.aliases = texts(entry.value, of: entry.key)
    default: return
    }
  }

  /// The lead first, then the members; a lead who is also a member stands where the members say.
  private mutating func addPeople(_ keys: [Entry], of unit: OwnerID, to nodes: inout [Organization.Node]) {
    var people: [Organization.Node] = []
    var places: [FoldedName: Int] = [:]
    if let members = keys.first(where: { $0.key == "members" })?.value {
      for item in items(members) {
        guard let person = person(item, in: unit) else { continue }
        if places.updateValue(people.count, forKey: FoldedName(person.name)) != nil {
          refuse(
            person.place ?? document[item].range,
            LocalText(
              zh: "「\(person.name)」在「\(nodes[Int(unit.index)].name)」里出现两次",
              en: "`\(person.name)` stands twice in `\(nodes[Int(unit.index)].name)`"))
        }
        people.append(person)
      }
    }
    if let lead = keys.first(where: { $0.key == "lead" })?.value, !document[lead].isNull,
      var person = person(lead, in: unit, of: "lead")
    {
      if let place = places[FoldedName(person.name)] {
        people[place].isLead = true
      } else {
        person.isLead = true
        people.insert(person, at: 0)
      }
    }
    nodes += people
  }

  private mutating func items(_ members: YAMLNode.ID) -> [YAMLNode.ID] {
    if document[members].isNull { return [] }
    if document[members].kind == .list { return document.items(of: members) }
    refuse(members, "members", LocalText(zh: "人员列表，如 [王岚, 陈明]", en: "a list of people such as [Ana, Ben]"))
    return []
  }

  /// A name, or a map with one.
  private mutating func person(_ node: YAMLNode.ID, in unit: OwnerID, of key: String = "members") -> Organization.Node?
  {
    guard document[node].kind == .map else {
      return text(node, of: key).map { name in
        var person = Organization.Node(name: name, kind: .person, parent: unit)
        person.place = document[node].contentRange
        return person
      }
    }
    let keys = map(node, of: key, keys: BookKeys.person) ?? []
    guard let entry = keys.first(where: { $0.key == "name" }), let name = text(entry.value, of: "name") else {
      refuse(node, key, LocalText(zh: "有 name 的人员，如 {name: 王岚}", en: "a person with a name such as {name: Ana}"))
      return nil
    }
    var person = Organization.Node(name: name, kind: .person, parent: unit)
    person.place = document[entry.value].contentRange
    for key in keys where !document[key.value].isNull { readPerson(key, into: &person) }
    if let from = person.from, let until = person.until, until < from {
      refuse(
        document[node].range,
        LocalText(
          zh: "「\(name)」的 until（\(until)）早于 from（\(from)）",
          en: "`\(name)` leaves on \(until), before joining on \(from)"))
    }
    return person
  }

  private mutating func readPerson(_ entry: Entry, into person: inout Organization.Node) {
    switch entry.key {
    case "aliases": person.aliases = texts(entry.value, of: entry.key)
    case "role": person.role = text(entry.value, of: entry.key)
    case "email":
      person.email = value(entry.value, of: "email", LocalText(zh: "邮箱地址", en: "an e-mail address")) {
        $0.contains("@") && !$0.contains(" ") ? $0 : nil
      }
    case "from": person.from = day(entry.value, of: entry.key)
    case "until": person.until = day(entry.value, of: entry.key)
    case "open": person.isOpen = bool(entry.value, of: entry.key) ?? false
    default: return
    }
  }
}
