import PlanModel
import PlanSource
import PlanSyntax

/// Where links between the files of a book lead.
struct LinkIndex: Sendable {
  private let book: PlanBook
  private let context: RuleContext
  /// Files by the bytes of their paths.
  private let paths: [[UInt8]: Int]
  private let isBook: Bool
  /// A file without others around it: nothing is known about its neighbours.
  private let isAlone: Bool
  private let excluded: [Glob]

  /// A link that leads nowhere, or into a file that may lack the section.
  struct Doubtful: Sendable {
    let place: SourceRange
    /// From the book's root where the file is missing, else as the link writes it.
    let path: String
    /// The file that should have the section.
    let target: Int?
    let section: String
  }

  init(_ book: PlanBook, _ context: RuleContext) {
    self.book = book
    self.context = context
    var paths: [[UInt8]: Int] = [:]
    paths.reserveCapacity(book.files.count)
    for (index, file) in book.files.enumerated() { paths[Array(file.source.path.utf8)] = index }
    self.paths = paths
    isBook = book.files.contains { $0.source.path == "planbook.yml" }
    isAlone = book.files.count == 1
    excluded = context.book.settings.excluded
  }

  /// Every link that leads nowhere, in report order.
  func brokenLinks() -> [Doubtful] {
    let linking = book.files.indices.filter { !book.files[$0].links.isEmpty }
    let doubtful = context.workers.map(linking.count) { doubtfulLinks(in: linking[$0]) }.flatMap(\.self)
    // Every file that somebody links into is read once more, for its sections.
    let targets = Set(doubtful.compactMap(\.target)).sorted()
    let sections = context.workers.map(targets.count) { SectionNames(book.files[targets[$0]].source, context) }
    let known = Dictionary(zip(targets, sections)) { first, _ in first }
    return doubtful.filter { link in
      guard let target = link.target else { return true }
      return !(known[target]?.holds(link.section) ?? true)
    }
  }

  private func doubtfulLinks(in file: Int) -> [Doubtful] {
    let summary = book.files[file]
    guard isBook || summary.isPlanLike else { return [] }
    return summary.links.compactMap { $0.isImage ? nil : doubtful($0, in: file) }
  }

  private func doubtful(_ link: PlanLink, in file: Int) -> Doubtful? {
    let source = book.files[file].source
    if leadsToFile(link, of: source) { return nil }
    let written = source.text(link.destination)
    let name = written.prefix { $0 != "#" && $0 != "?" }
    var target = file
    if !name.isEmpty {
      guard isPlanFile(name), let path = resolve(String(name).percentDecoded, from: source.path) else { return nil }
      guard let known = paths[Array(path.utf8)] else {
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        guard !isAlone, !isHidden, !excluded.contains(where: { $0.matches(path) }) else { return nil }
        let start = link.destination.lowerBound
        return Doubtful(
          place: SourceRange(file: source.id, start + prefixLength(name)..<start + name.utf8.count), path: path,
          target: nil, section: "")
      }
      target = known
    }
    guard let hash = written.firstIndex(of: "#") else { return nil }
    let section = String(written[written.index(after: hash)...])
    guard !section.isEmpty, book.files[target].source.path != "planbook.yml" else { return nil }
    let end = link.destination.upperBound
    return Doubtful(
      place: SourceRange(file: source.id, end - section.utf8.count..<end),
      path: name.isEmpty ? source.path : String(name), target: target, section: section.percentDecoded)
  }

  /// Whether a link is a plain relative path to a file of the book, as nearly all of them are: told without a string.
  private func leadsToFile(_ link: PlanLink, of source: SourceFile) -> Bool {
    var rest = source.bytes[link.destination.clamped(to: 0..<source.bytes.count)]
    guard !rest.contains(where: { Self.isSpecial($0) }) else { return false }
    var folder = Array(source.path.utf8)[...]
    folder = folder[..<(folder.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? folder.startIndex)]
    while rest.starts(with: [UInt8(ascii: "."), UInt8(ascii: "."), UInt8(ascii: "/")]) {
      guard !folder.isEmpty else { return false }
      folder = folder.dropLast()
      folder = folder[..<(folder.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? folder.startIndex)]
      rest = rest.dropFirst(3)
    }
    guard rest.first != UInt8(ascii: "."), rest.first != UInt8(ascii: "/") else { return false }
    return paths[Array(folder + rest)] != nil
  }

  /// What makes more of a link than a path.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// `../` and `./` are not what is wrong with a path.
  private func prefixLength(_ name: Substring) -> Int {
    var rest = name
    while rest.hasPrefix("../") || rest.hasPrefix("./") {
      rest = rest[rest.index(after: rest.firstIndex(of: "/") ?? rest.startIndex)...]
    }
    return rest.isEmpty ? 0 : name.utf8.count - rest.utf8.count
  }

  private func isPlanFile(_ name: Substring) -> Bool {
    let bytes = name.utf8
    guard bytes.first != UInt8(ascii: "/"), !bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "\\"))
    else {
      return false
    }
    if name.hasSuffix(".md") { return true }
    let end = name.suffix(9).lowercased()
    return end.hasSuffix(".md") || end.hasSuffix(".markdown")
  }

  /// The path from the book's root; `nil` outside the book.
  private func resolve(_ name: String, from path: String) -> String? {
    // Most links stay in their folder.
    if !name.utf8.contains(UInt8(ascii: "/")) {
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      return end.map { path[...$0] + name } ?? name
    }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in name.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The path of a file of a similar name in the same folder.
  func nearest(to path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    let folder = path.dropLast(name.count)
    let beside = book.files.lazy.map(\.source.path).filter {
      $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/")
    }
    return NearestWord.nearest(to: String(name), in: beside.map { String($0.dropFirst(folder.count)) })
  }
}

/// What links can lead to inside a file: headings, blocks and anchors. Punctuation and case do not matter.
private struct SectionNames: Sendable {
  private var names: Set<String> = []
  /// The file, where it holds HTML that may have anchors.
  private var html: String?

  init(_ source: SourceFile, _ context: RuleContext) {
    let tree = context.book.reader.read(source)
    for element in tree.elements where element.kind == .heading || element.kind == .boldHeading {
      names.insert(source.text(element.phrase.range).lettersAndDigits)
    }
    for token in tree.tokens where token.kind == .blockID { names.insert(source.text(token.range).lettersAndDigits) }
    if source.bytes.contains(UInt8(ascii: "<")) || source.bytes.contains(UInt8(ascii: "{")) {
      html = source.text(0..<source.bytes.count)
    }
  }

  func holds(_ section: String) -> Bool {
    let wanted = section.lettersAndDigits
    if wanted.isEmpty || names.contains(wanted) { return true }
    // Headings of one name are told apart by a number behind; those with markup may read otherwise.
    let bare = String(wanted.reversed().drop { $0.isNumber }.reversed())
    if bare != wanted, names.contains(bare) { return true }
    guard let html else { return false }
    return ["id=\"\(section)\"", "name=\"\(section)\"", "{#\(section)}"].contains { html.contains($0) }
  }
}

extension String {
  fileprivate var lettersAndDigits: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The characters behind `%E5%8D%8E`; the text as it is where that is none.
  fileprivate var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    let all = Array(utf8)
    var at = 0
    while at < all.count {
      if all[at] == UInt8(ascii: "%"), at + 2 < all.count,
        let byte = UInt8(String(decoding: all[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        at += 3
      } else {
        bytes.append(all[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
