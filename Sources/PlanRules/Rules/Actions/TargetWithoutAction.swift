import PlanModel
import PlanSource
import PlanSyntax

extension Rule {
  package static let targetWithoutAction = Rule(
    id: "target-without-action",
    group: .actions,
    severity: .warning,
    summary: LocalText(zh: "没有行动支撑的目标", en: "A target that no action serves"),
    why: LocalText(
      zh: "目标后面没有行动，就只剩愿望。写一项行动，在里面提到这个指标，或链接到目标。",
      en: "A target without an action is a wish. Add an action that names the metric or links to the target."),
    exceptions: LocalText(
      zh: "没有行动部分的计划不检查；行动提到指标、链接到目标、写在目标下面都算支撑。一个计划只报一次。",
      en: """
        Plans without a section of actions are not checked. An action serves a target by naming its metric, linking to it or \
        standing under it. One finding a plan.
        """),
    examples: [
      .bad(
        LocalText(zh: "拜访没有行动", en: "nobody is to visit"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：50万元
        - 拜访：⟦20次⟧

        ## 行动计划

        - [ ] 完成投标文件，支撑签约额 @王芳 截止 2026-03-18
        """,
        says: "没有行动支撑拜访的目标"),
      .bad(
        LocalText(zh: "英文计划", en: "an English plan"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: ⟦$300,000⟧
        - Visits: 40
        - New customers: 4

        ## Action plan

        - [ ] Visit ten clinics, Owner: Ben, by 2026-03-17
        """,
        says: "no action serves the targets for bookings, new customers", in: .en),
      .good(
        LocalText(zh: "提到、链接、写在下面", en: "named, linked, below"), path: "2026-03.md",
        """
        # 王芳 2026年3月计划

        ## 本月目标

        - 签约额：50万元 ^t1
        - 拜访：20次
        - 回款额：30万元
          - [ ] 与明湾大学对账 @王芳 截止 2026-03-20

        ## 行动计划

        - [ ] 完成投标文件，支撑[目标](#t1) @王芳 截止 2026-03-18
        - [ ] 拜访仁和医院 @王芳 截止 2026-03-17
        """),
      .good(
        LocalText(zh: "没有行动部分", en: "no section of actions"), path: "2026-03.md",
        """
        # Ben March 2026 plan

        ## Targets

        - Bookings: $300,000
        """),
    ],
    looksFor: .actions,
    check: .file { file, context, findings in
      guard file.isPlanLike, file.hasActionSection else { return }
      let targets = file.ownTargets
      guard !targets.isEmpty else { return }
      // Nearly always all metrics are named; only else is it worth to look closer.
      let named = NamedMetrics(file, context)
      let unnamed = targets.filter { !named.contains($0.metric) }
      guard !unnamed.isEmpty else { return }
      let served = ServedTargets(file)
      let idle = unnamed.filter { !served.contains($0) && !served.mentions($0, context.book.registry) }
      guard let first = idle.first else { return }
      let registry = context.book.registry
      let names = idle.compactMap { $0.metric.map { registry[$0].label } }
      findings.add(
        .idle(names), at: first.range, label: LocalText(zh: "目标", en: "target"),
        related: idle.dropFirst().map { Diagnostic.Related($0.range, AmountWording.text($0, registry)) },
        help: LocalText(
          zh: "写一项行动，提到\(names.first?.zh ?? "")", en: "add an action that names \(names.first?.en ?? "it")"))
    })
}

extension PlanFile {
  fileprivate var hasActionSection: Bool { contexts.contains { $0.section == .actions } }

  /// What the plan promises for its own period, one number a metric.
  fileprivate var ownTargets: [Fact] {
    guard let period = scope.period?.value else { return [] }
    var seen: Set<MetricID> = []
    let all = facts
    let span = all.span
    var own: [Int] = []
    for index in span.indices where span[index].layer == .target && span[index].period == .known(period) {
      guard all[index].carrier == .list || all[index].carrier == .prose,
        all[index].isPromise, all[index].unit != .unknown, all[index].dimensions == .none,
        all[index].owner == scope.owner?.value, let metric = all[index].metric
      else { continue }
      if seen.insert(metric).inserted { own.append(index) }
    }
    return own.map { all[$0] }
  }
}

/// The metrics that the actions of a plan name.
private struct NamedMetrics {
  private var isNamed: [Bool]

  init(_ file: PlanFile, _ context: RuleContext) {
    isNamed = Array(repeating: false, count: context.metrics.count)
    let elements = file.tree.elements
    for index in elements.indices where elements[index].task != nil || file.isInActions(elements[index]) {
      // What stands below an action belongs to it.
      if elements[index].table >= 0 {
        for cell in file.tree.tables[Int(elements[index].table)].cells { add(cell.tokens, file, context) }
      } else {
        add(elements[index].phrase.tokens, file, context)
      }
    }
  }

  private mutating func add(_ tokens: Range<Int>, _ file: PlanFile, _ context: RuleContext) {
    for index in tokens where context.marks[file.tree.tokens[index]].contains(.metric) {
      if let metric = context.book.lexicon[file.tree.tokens[index].value].metric { isNamed[Int(metric)] = true }
    }
  }

  func contains(_ metric: MetricID?) -> Bool { metric.map { isNamed[Int($0.index)] } ?? true }
}

extension PlanFile {
  fileprivate func isInActions(_ element: PlanTree.Element) -> Bool {
    switch contexts[Int(element.section)].section {
    case .actions, .carriedOver, .nextDay, .stages, .focus: true
    default: false
    }
  }
}

/// The targets that the actions of a plan link to or stand under.
private struct ServedTargets {
  private let file: PlanFile
  private let places: PhraseIndex
  private var anchors: Set<String> = []
  /// Items with an action below them.
  private var items: Set<Int32> = []

  init(_ file: PlanFile) {
    self.file = file
    places = PhraseIndex(file)
    for element in file.tree.elements where element.task != nil { addItems(around: element) }
    for link in file.tree.links where !link.isImage {
      let target = file.source.text(link.destination)
      guard let hash = target.firstIndex(of: "#"), let place = places.element(at: link.text.lowerBound),
        file.isInActions(file.tree.elements[place]) || file.tree.elements[place].task != nil
      else { continue }
      anchors.insert(String(target[target.index(after: hash)...].drop { $0 == "^" }))
    }
  }

  private mutating func addItems(around element: PlanTree.Element) {
    var item = element.parentItem
    // The set ends the walk, so that deep lists are not walked again for every item.
    while item >= 0, items.insert(item).inserted { item = file.tree.elements[Int(item)].parentItem }
  }

  /// Whether a name of the metric stands inside other words of the actions, as 应收账款 does in 超期应收账款.
  func mentions(_ target: Fact, _ registry: MetricRegistry) -> Bool {
    guard let metric = target.metric.map({ registry[$0] }) else { return false }
    let names = ([metric.names.zh, metric.names.en] + metric.aliases).filter { $0.utf8.count > 5 }.map {
      $0.lowercased()
    }
    return file.tree.elements.contains { element in
      guard element.task != nil || file.isInActions(element) else { return false }
      let text = file.source.text(element.phrase.range).lowercased()
      return names.contains { text.contains($0) }
    }
  }

  func contains(_ target: Fact) -> Bool {
    guard let place = places.element(at: Int(target.range.start)) else { return false }
    if items.contains(Int32(place)) { return true }
    return file.tree.elements[place].phrase.tokens.contains { index in
      let token = file.tree.tokens[index]
      guard token.kind == .blockID else { return false }
      return anchors.contains(String(file.source.text(token.range).drop { $0 == "^" }))
    }
  }
}

extension Message {
  fileprivate static func idle(_ names: [LocalText]) -> Message {
    Message(
      zh: "没有行动支撑\(names.map(\.zh).joined(separator: "、"))的目标",
      en: "no action serves the target\(names.count > 1 ? "s" : "") for \(names.map(\.en).joined(separator: ", "))",
      Argument("metrics", .list(names.map(\.en))))
  }
}
