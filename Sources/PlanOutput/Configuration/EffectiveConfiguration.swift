/// Everything that holds for a run, and where each value comes from: what `planlint config` prints.
package struct EffectiveConfiguration: Sendable {
  package enum Origin: Hashable, Sendable {
    case builtIn
    /// A line of `planbook.yml`, from 1.
    case planbook(line: Int)
    /// An option of the command line, such as `--profile`.
    case option(String)
    /// Follows from another setting, such as `currency`.
    case follows(String)
    /// The machine: its clock or its environment.
    case system
    /// The names of the folders.
    case folders
  }

  package struct Value: Hashable, Sendable {
    package let name: String
    /// `nil` where nothing is set.
    package let text: String?
    package let origin: Origin

    package init(_ name: String, _ text: String?, _ origin: Origin) {
      self.name = name
      self.text = text
      self.origin = origin
    }
  }

  /// What holds for some files only.
  package struct ForPath: Hashable, Sendable {
    package enum Kind: String, Sendable { case severity, limit }

    package let glob: String
    package let kind: Kind
    package let value: Value

    package init(glob: String, kind: Kind, value: Value) {
      self.glob = glob
      self.kind = kind
      self.value = value
    }
  }

  package struct Owner: Hashable, Sendable {
    /// Names from below the root, as in a cell.
    package let path: String
    package let isPerson: Bool

    package init(path: String, isPerson: Bool) {
      self.path = path
      self.isPerson = isPerson
    }
  }

  /// The book's folder and its `planbook.yml`, from the current folder; no `planbook.yml` where the book has none.
  package let book: String
  package let planbook: String?
  /// The plan that the severities hold for; `nil` for the book.
  package let file: String?
  package let settings: [Value]
  /// `off` or a severity for every rule.
  package let rules: [Value]
  package let limits: [Value]
  /// In the order in which they are written; later ones win.
  package let paths: [ForPath]
  package let excludes: [Value]
  /// Owners that the folders suggest; empty where the organization is declared.
  package let guessed: [Owner]

  package init(
    book: String, planbook: String?, file: String?, settings: [Value], rules: [Value], limits: [Value],
    paths: [ForPath], excludes: [Value], guessed: [Owner]
  ) {
    self.book = book
    self.planbook = planbook
    self.file = file
    self.settings = settings
    self.rules = rules
    self.limits = limits
    self.paths = paths
    self.excludes = excludes
    self.guessed = guessed
  }
}
