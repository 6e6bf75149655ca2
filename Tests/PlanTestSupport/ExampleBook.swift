package import PlanModel
package import PlanRules
package import PlanSource
package import PlanSyntax

/// The book of a rule's example, in memory: its files without marks, what the marks enclose, and what the rules find.
package struct ExampleBook: Sendable {
  /// A file's bytes with the places that its marks enclosed.
  package struct File: Sendable {
    package let path: String
    package var bytes: [UInt8]
    package var marks: [Range<Int>]

    package init(path: String, bytes: [UInt8], marks: [Range<Int>] = []) {
      self.path = path
      self.bytes = bytes
      self.marks = marks
    }

    /// The file of a marked text. `\xE9` stands for that byte, so that texts can hold what is no UTF-8.
    package init(_ file: Example.File) {
      self.init(path: file.path, marked: Array(file.text.utf8))
    }

    private init(path: String, marked: [UInt8]) {
      var bytes: [UInt8] = []
      var marks: [Range<Int>] = []
      var open: Int?
      var at = 0
      while at < marked.count {
        let rest = marked[at...]
        if rest.starts(with: "⟦".utf8) {
          open = bytes.count
          at += 3
        } else if rest.starts(with: "⟧".utf8) {
          if let start = open { marks.append(start..<bytes.count) }
          open = nil
          at += 3
        } else if rest.count >= 4, rest.starts(with: "\\x".utf8),
          let byte = Self.hexadecimal(rest.dropFirst(2).prefix(2))
        {
          bytes.append(byte)
          at += 4
        } else {
          bytes.append(marked[at])
          at += 1
        }
      }
      self.init(path: path, bytes: bytes, marks: marks)
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
      UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }

  /// What a run of all rules of a selection found.
  package struct Findings: Sendable {
    /// In report order, suppressed ones left out.
    package let kept: [Diagnostic]
    package let suppressed: [Diagnostic]
    package let plans: [PlanFile]
  }

  /// In path order, as the book is read.
  package private(set) var files: [File]
  /// Who is who, and what the book declares.
  package let context: BookContext
  private let today: Day

  /// The day on which examples are checked, unless their `planbook.yml` says another.
  package static let today = Day(year: 2026, month: 1, day: 5) ?? Day(number: 0)

  package init(_ example: Example) {
    self.init(files: example.files.map { File($0) }, planbook: example.planbook)
  }

  package init(files: [File], planbook: String = "") {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let bytes = Array(planbook.utf8)
    let settings = planbook.isEmpty ? BookSettings() : BookSettings.read(bytes.span).settings ?? BookSettings()
    today = settings.today ?? Self.today
    let guessed = Organization.fromFolders(self.files.map(\.path), rootName: settings.name ?? "")
    context = BookContext(settings: settings, organization: settings.organization ?? guessed)
  }

  /// The same book with every file changed; who is who stays as it was.
  package func mappingFiles(_ change: (File) -> File) -> ExampleBook {
    var book = self
    book.files = files.map(change)
    return book
  }

  /// The places that the marks enclose, in report order.
  package var marks: [SourceRange] {
    files.enumerated().flatMap { index, file in file.marks.map { SourceRange(file: FileID(index), $0) } }
  }

  /// Runs the rules of a selection over the book, as planlint does over one on disk.
  package func findings(of selection: RuleSelection) -> Findings {
    let linter = linter(of: selection)
    let plans = readPlans()
    let found = linter.check(Self.book(of: plans, context, today), adding: plans.map { linter.check($0) })
    let suppressor = Suppressor(selection)
    var kept: [Diagnostic] = []
    var suppressed: [Diagnostic] = []
    for (plan, findings) in zip(plans, found) {
      let outcome = suppressor.apply(plan.tree.suppressions, to: findings, in: plan.source)
      kept += outcome.kept
      suppressed += outcome.suppressed
    }
    return Findings(
      kept: kept.sorted(by: Diagnostic.inReportOrder), suppressed: suppressed.sorted(by: Diagnostic.inReportOrder),
      plans: plans)
  }

  /// What the rules of a selection that look at one file find, suppressions not applied.
  package func fileFindings(of selection: RuleSelection) -> [Diagnostic] {
    let linter = linter(of: selection)
    return readPlans().flatMap { linter.check($0) }
  }

  private func linter(of selection: RuleSelection) -> Linter {
    Linter(selection, RuleContext(book: context, today: today, profile: selection.profile))
  }

  private func readPlans() -> [PlanFile] {
    files.enumerated().map { index, file in
      FactReader.read(SourceFile(id: FileID(index), path: file.path, bytes: file.bytes), in: context)
    }
  }

  private static func book(of plans: [PlanFile], _ context: BookContext, _ today: Day) -> PlanBook {
    var dimensions = DimensionTable()
    var facts: [Fact] = []
    for plan in plans {
      let sets = dimensions.merge(plan.dimensions)
      for var fact in plan.facts {
        fact.dimensions = sets[Int(fact.dimensions.index)]
        facts.append(fact)
      }
    }
    return PlanBook(
      context: context, files: plans.map { PlanBook.FileSummary($0) }, facts: facts, dimensions: dimensions,
      today: today)
  }
}

extension ExampleBook {
  /// The files with the edits of all fixes applied, the last place first; a fix that overlaps an applied one waits.
  package func applying(_ fixes: [Fix]) -> ExampleBook {
    var edits: [[Edit]] = files.map { _ in [] }
    for fix in fixes {
      let overlaps = fix.edits.contains { edit in
        edits[Int(edit.range.file.index)].contains {
          $0.range.start < edit.range.end && edit.range.start < $0.range.end
        }
      }
      guard !overlaps else { continue }
      for edit in fix.edits { edits[Int(edit.range.file.index)].append(edit) }
    }
    var changed = files
    for index in files.indices {
      for edit in edits[index].sorted(by: { $0.range.start > $1.range.start }) {
        changed[index].bytes.replaceSubrange(edit.range.bytes, with: edit.text.utf8)
      }
      changed[index].marks = []
    }
    return mappingFiles { file in changed.first { $0.path == file.path } ?? file }
  }
}
