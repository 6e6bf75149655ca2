import PlanModel
import PlanSource
import PlanSyntax

/// The names that actions give for who does them, as far as they are names of people and not of the organization.
///
/// Says nothing rather than take a word for a name: departments, roles, titles, everybody, handles and parts of known
/// names are passed over, and a table cell counts only where it looks like a person's name.
struct ActionOwners {
  private let file: PlanFile
  private let book: BookContext

  init(_ file: PlanFile, _ book: BookContext) {
    self.file = file
    self.book = book
  }

  func unknownNames() -> [(name: String, range: SourceRange)] {
    var found: [(name: String, range: SourceRange)] = []
    for action in file.actions {
      for range in action.owners where !isKnownWord(range) { found += names(in: range) }
    }
    return found
  }

  /// Whether one word of the lexicon that names an owner fills the place: nothing has to be compared then.
  private func isKnownWord(_ range: SourceRange) -> Bool {
    let tokens = file.tree.tokens
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < range.start { low = middle + 1 } else { high = middle }
    }
    guard low < tokens.count, tokens[low].start == range.start, tokens[low].end == range.end else { return false }
    let token = tokens[low]
    guard token.kind == .mention || token.kind == .word, token.value != Token.unknown else { return false }
    return book.lexicon[token.value].owner != nil
  }

  private func names(in range: SourceRange) -> [(name: String, range: SourceRange)] {
    let text = file.source.text(range.bytes)
    guard text.utf8.count <= Self.longestPlace else { return [] }
    let isMention = text.hasPrefix("@")
    var found: [(name: String, range: SourceRange)] = []
    for part in text.split(whereSeparator: { Self.separators.contains($0) }) {
      let word = part.prefix { $0 != "(" && $0 != "（" }
      let name = Self.trimmed(word)
      guard !name.isEmpty, isUnknown(String(name), isMention: isMention) else { continue }
      let start = range.bytes.lowerBound + text.utf8.distance(from: text.startIndex, to: name.startIndex)
      found.append((String(name), SourceRange(file: file.id, start..<start + name.utf8.count)))
    }
    return found
  }

  private func isUnknown(_ name: String, isMention: Bool) -> Bool {
    guard case .none = book.organization.find(path: name), !isDepartment(name), !isPartOfKnown(name) else {
      return false
    }
    let isSlip = book.organization.nearest(to: name) != nil
    if Self.isHan(name) {
      guard (2...4).contains(name.unicodeScalars.count), !Self.endings.contains(where: { name.hasSuffix($0) }) else {
        return false
      }
      return isMention || isSlip || name.first.map { Self.surnames.contains($0) } ?? false
    }
    guard name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || " '’-".unicodeScalars.contains($0) }) else {
      return false
    }
    let words = name.split(separator: " ")
    if words.contains(where: { Self.words.contains($0.lowercased()) }) { return false }
    let looksLikeName = words.allSatisfy { $0.first?.isUppercase ?? false } && words.count <= 3
    return isSlip || looksLikeName && (isMention || words.count > 1)
  }

  private func isDepartment(_ name: String) -> Bool {
    let folded = FoldedName(name)
    return book.settings.departments.contains { FoldedName($0) == folded }
      || book.organization.nodes.contains { $0.role.map { FoldedName($0) == folded } ?? false }
  }

  /// `Ana` for `Ana Torres`, `晓芳` for 王晓芳, `王芳经理` for 王芳.
  private func isPartOfKnown(_ name: String) -> Bool {
    let folded = FoldedName(name).text
    return book.organization.nodes.contains { node in
      if let email = node.email?.lowercased(), email.hasPrefix(folded + "@") { return true }
      return ([node.name] + node.aliases).contains { known in
        let known = FoldedName(known).text
        // 王芳芳 is somebody else than 王芳.
        let isOneMore = Self.isHan(folded) && folded.count == known.count + 1
        return known.contains(folded) || !known.isEmpty && !isOneMore && folded.contains(known)
      }
    }
  }

  // MARK: What is no person's name

  /// Longer places are sentences.
  private static let longestPlace = 120

  private static let separators = Set<Character>("@、，,;；/／&＆+|\n")

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private static func isHan(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "·" }
  }

  /// Words that end what a team, a role, a title or a crowd is called.
  private static let endings = [
    "部", "组", "队", "科", "处", "室", "区", "中心", "公司", "委员会", "集团", "办", "厂", "店", "院", "方", "岗", "线", "端",
    "经理", "总监", "主任", "主管", "助理", "专员", "代表", "顾问", "总", "长", "师", "员", "人", "们", "岗位", "团队", "客户", "厂商",
    "姐", "哥", "工", "全体", "全员", "大家", "各位", "自己", "销售", "售前", "售后", "商务", "法务", "财务", "市场", "技术", "交付", "产品", "采购", "运营",
    "行政", "人事", "研发", "实施", "待定", "未定", "招聘", "招聘中", "空缺", "某某", "某",
  ]

  private static let words: Set<String> = [
    "all", "everyone", "everybody", "team", "channel", "here", "me", "self", "myself", "us", "tbd", "tba", "none",
    "open",
    "department", "dept", "manager", "director", "lead", "leader", "head", "sales", "ops", "operations", "support",
    "finance", "legal", "marketing", "hr", "presales", "delivery", "engineer", "engineering", "product", "rep", "reps",
    "representative", "group", "office", "committee", "partner", "partners", "customer", "customers", "account",
    "executive", "vp", "ceo", "cfo", "coo", "cto", "ae", "aes", "sdr", "sdrs", "csm", "se", "it", "owner", "and", "or",
    "the", "hiring", "vacant", "vacancy", "procurement", "management", "success", "service", "services", "north",
    "south",
    "east", "west", "region", "regional",
  ]

  /// The most frequent surnames that begin few other words.
  private static let surnames = Set<Character>(
    "王李张刘陈杨赵黄吴徐孙胡朱林郭罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘董袁余叶蒋杜魏程傅沈卢崔姜谭廖范汪石贾夏韦邹熊邱阎薛侯雷龙史陶贺顾毛郝龚邵钱严武戴莫孔钟姚邢")
}
