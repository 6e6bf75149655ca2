import PlanSource
import PlanSyntax

/// Finds what a plan is about: front matter, then first heading, then path, then the book.
struct ScopeReader {
  private let book: BookContext
  private let tree: PlanTree
  private let source: SourceFile

  init(_ book: BookContext, _ tree: PlanTree, _ source: SourceFile) {
    self.book = book
    self.tree = tree
    self.source = source
  }

  /// What one source says; every part may be missing.
  private struct Claim {
    var source: ScopeSource
    var kind: PlanKind?
    var owner: OwnerID?
    var ownerName: String?
    var ownerText = ""
    var period: Period?
    var periodWords: String?
    var periodText = ""
  }

  func read() -> PlanScope {
    let path = claimOfPath()
    let heading = claimOfHeading(within: path.period)
    let front = claimOfFrontMatter(within: heading.flatMap(\.period) ?? path.period)
    let claims = [front, heading, path].compactMap(\.self)
    var scope = PlanScope()
    for claim in claims {
      if scope.kind == nil, let kind = claim.kind { scope.kind = Sourced(kind, claim.source) }
      if scope.owner == nil, scope.ownerName == nil {
        if let owner = claim.owner { scope.owner = Sourced(owner, claim.source) }
        if let name = claim.ownerName { scope.ownerName = Sourced(name, claim.source) }
      }
    }
    settlePeriod(claims, &scope)
    settleKind(&scope)
    if scope.owner == nil, scope.ownerName == nil, let root = bookOwner() {
      scope.owner = Sourced(root, .book)
    }
    if scope.owner == nil, scope.ownerName == nil, let role { scope.ownerName = Sourced(role, .book) }
    compareOwners(claims, &scope)
    scope.dimensions = dimensionsOfFrontMatter(scope)
    return scope
  }

  // MARK: Sources

  private func claimOfFrontMatter(within period: Period?) -> Claim? {
    guard let front = tree.frontMatter else { return nil }
    var claim = Claim(source: .frontMatter(range(0..<0)))
    claim.kind = front.kind?.value
    if let owner = front.owners.first {
      claim.ownerText = owner.value
      claim.source = .frontMatter(range(owner.range))
      claim.owner = find(owner.value, in: front.team?.value)
      if claim.owner == nil { claim.ownerName = owner.value }
      if front.owners.count > 1 {
        let ids = front.owners.compactMap { find($0.value, in: front.team?.value) }
        if ids.count == front.owners.count { claim.owner = book.organization.lowestCommonUnit(of: ids) }
      }
    } else if let team = front.team, let unit = book.organization.find(team.value).id {
      claim.owner = unit
      claim.ownerText = team.value
    }
    if let written = front.period {
      claim.periodText = written.value
      let span = source.bytes.span
      takePeriod(span, written.range, in: book.periods(in: period), &claim)
      if front.owners.isEmpty { claim.source = .frontMatter(range(written.range)) }
    }
    return claim
  }

  /// The bearer of a name, by the team's and the folder's help where the book has several.
  private func find(_ name: String, in team: String?) -> OwnerID? {
    switch book.organization.find(name) {
    case .one(let id): return id
    case .none: return nil
    case .several(let ids):
      let unit = team.flatMap { book.organization.find($0).id } ?? book.folders.claim(of: folder).owner
      let inside = ids.filter { id in unit.map { book.organization.contains(id, in: $0) } ?? false }
      return inside.count == 1 ? inside.first : nil
    }
  }

  private var folder: Substring { lastSlash.map { source.path[..<$0] } ?? "" }

  private var lastSlash: String.Index? { source.path.utf8.lastIndex(of: UInt8(ascii: "/")) }

  private func claimOfHeading(within outer: Period?) -> Claim? {
    guard let element = tree.elements.first(where: { $0.kind == .heading && !$0.phrase.isEmpty }) else { return nil }
    var claim = Claim(source: .heading(range(element.phrase.range)))
    for index in element.phrase.tokens {
      let token = tree.tokens[index]
      switch token.kind {
      case .word:
        let word = book.lexicon[token.value]
        if claim.kind == nil, let kind = word.kind { claim.kind = kind }
        if let owner = word.owner { takeOwner(book.lexicon.owners[Int(owner)], token, &claim) }
      case .period where claim.period == nil:
        let written = tree.periods[Int(token.value)].period
        if case .known(let period) = written.resolve(in: book.periods(in: outer)) {
          claim.period = period
          claim.periodText = source.text(token.range)
        } else if claim.periodWords == nil {
          claim.periodWords = written.fiscalID(within: nil)
        }
      default: break
      }
    }
    return claim
  }

  /// The deepest node that the heading names: `华东区 王芳` is 王芳.
  private func takeOwner(_ nodes: [Int32], _ token: Token, _ claim: inout Claim) {
    guard nodes.count == 1, let node = nodes.first else { return }
    let id = OwnerID(Int(node))
    if let known = claim.owner, book.organization.depth(of: known) >= book.organization.depth(of: id) { return }
    claim.owner = id
    claim.ownerText = source.text(token.range)
  }

  private func claimOfPath() -> Claim {
    var claim = Claim(source: .path)
    let folder = folder
    let file = lastSlash.map { source.path[source.path.utf8.index(after: $0)...] } ?? source.path[...]
    guard !file.isEmpty else { return claim }
    let isMarkdown = file.utf8.suffix(3).elementsEqual(".md".utf8)
    let stem = Array(file.utf8.dropLast(isMarkdown ? 3 : 0))
    takePeriod(stem.span, 0..<stem.count, in: book.periods(in: nil), &claim)
    if claim.period != nil { claim.periodText = String(file) }
    guard !folder.isEmpty else { return claim }
    let above = book.folders.claim(of: folder)
    if above.isOfStrategy { claim.kind = .strategy }
    if let owner = above.owner {
      claim.owner = owner
      claim.ownerText = above.path
    }
    return claim
  }

  private func bookOwner() -> OwnerID? {
    guard tree.elements.isEmpty == false, book.organization.roots.count == 1 else { return nil }
    return folder.isEmpty || book.folders.claim(of: folder).owner == nil ? book.organization.roots.first : nil
  }

  /// A role stands for the owner where nobody is named.
  private var role: String? {
    if let role = tree.frontMatter?.role { return role.value }
    guard let element = tree.elements.first(where: { $0.kind == .heading && !$0.phrase.isEmpty }) else { return nil }
    let token = element.phrase.tokens.first { index in
      tree.tokens[index].kind == .word && book.lexicon[tree.tokens[index].value].cue == .role
    }
    return token.map { source.text(tree.tokens[$0].range) }
  }

  // MARK: Agreement

  /// A heading or path that only names a longer period around another's is no contradiction: the shorter is meant.
  private func settlePeriod(_ claims: [Claim], _ scope: inout PlanScope) {
    var inForce: Claim?
    for claim in claims {
      guard let period = claim.period else {
        if inForce == nil, scope.periodWords == nil { scope.periodWords = claim.periodWords }
        continue
      }
      // What stands nearer names a fiscal year nobody knows the days of; the path's year is another one.
      guard scope.periodWords == nil else { continue }
      guard let known = inForce?.period else {
        inForce = claim
        continue
      }
      let isCloser = known.contains(period) && known != period
      if isCloser, inForce?.source.isFrontMatter == false {
        inForce = claim
      } else if period != known, !period.contains(known) || isCloser, let first = inForce {
        scope.contradictions.append(
          .init(
            aspect: .period, inForce: first.source, inForceText: first.periodText, other: claim.source,
            otherText: claim.periodText))
      }
    }
    if let claim = inForce, let period = claim.period { scope.period = Sourced(period, claim.source) }
  }

  private func compareOwners(_ claims: [Claim], _ scope: inout PlanScope) {
    guard let first = claims.first(where: { $0.owner != nil }), let inForce = first.owner else { return }
    for claim in claims where claim.source != first.source {
      guard let other = claim.owner, other != inForce, !book.organization.contains(inForce, in: other),
        !book.organization.contains(other, in: inForce)
      else { continue }
      scope.contradictions.append(
        .init(
          aspect: .owner, inForce: first.source, inForceText: first.ownerText, other: claim.source,
          otherText: claim.ownerText))
    }
  }

  private func settleKind(_ scope: inout PlanScope) {
    guard scope.kind == nil, let period = scope.period else { return }
    let kind: PlanKind? =
      switch period.value.level {
      case .year: .year
      case .half: .half
      case .quarter: .quarter
      case .month, .tenDay: .month
      case .week: .week
      case .day: .day
      case .span: nil
      }
    if let kind { scope.kind = Sourced(kind, period.source) }
  }

  /// A person's region or industry is that person's share; a unit's declares its territory and restricts nothing.
  private func dimensionsOfFrontMatter(_ scope: PlanScope) -> [DimensionValue] {
    guard let front = tree.frontMatter, scope.kind?.value == .region || scope.kind?.value == .industry else {
      return []
    }
    var values: [DimensionValue] = []
    if let region = front.region { values.append(DimensionValue(.region, region.value)) }
    if let industry = front.industry { values.append(DimensionValue(.industry, industry.value)) }
    return values
  }

  /// The period that a whole text names.
  private func takePeriod(_ text: Span<UInt8>, _ range: Range<Int>, in context: PeriodContext, _ claim: inout Claim) {
    guard case .period(let written, _)? = book.periodReader.read(text, whole: range) else { return }
    if case .known(let period) = written.resolve(in: context) {
      claim.period = period
    } else {
      claim.periodWords = written.fiscalID(within: nil)
    }
  }

  private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: source.id, bytes) }
}

extension ScopeSource {
  fileprivate var isFrontMatter: Bool {
    if case .frontMatter = self { true } else { false }
  }
}
