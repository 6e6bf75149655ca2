package import PlanYAML
package import PlanSource

/// What a plan says about itself between the `---` lines at its top.
///
/// Values are the author's words unless a type says otherwise; who or what they name is found out later. Ranges are
/// bytes of the file.
package struct FrontMatter: Sendable {
  /// A value with the places of its key and of itself.
  package struct Field<Value: Sendable>: Sendable {
    package let value: Value
    /// The key; every item of a list carries the key of the list.
    package let key: Range<Int>
    /// The value without quotes.
    package let range: Range<Int>

    package init(_ value: Value, key: Range<Int>, range: Range<Int>) {
      self.value = value
      self.key = key
      self.range = range
    }
  }

  /// Since when a plan's targets may not change without an entry in its change log.
  package enum Freeze: Hashable, Sendable {
    case no
    case yes
    case since(Day)
  }

  package var kind: Field<PlanKind>?
  /// One for each item of a list; a scalar naming several people is still one.
  package var owners: [Field<String>] = []
  package var team: Field<String>?
  package var role: Field<String>?
  package var period: Field<String>?
  /// Links to the targets that this plan serves.
  package var parents: [Field<String>] = []
  /// Links to strategies, with or without `@version`.
  package var strategies: [Field<String>] = []
  /// The one region the whole plan is about (`region: 上海`).
  package var region: Field<String>?
  package var industry: Field<String>?
  /// A unit's territory or a person's share of it (`regions: …`, or a list under `region` or `区域`).
  package var regions: [Field<String>] = []
  package var industries: [Field<String>] = []
  package var currency: Field<Currency>?
  package var frozen: Field<Freeze>?
  package var template: Field<String>?
  /// Planned over-assignment in percent, 10 for `10%`.
  package var buffer: Field<ExactDecimal>?
  package var version: Field<String>?
  package var disabledRules: [Field<String>] = []
  /// From the key `planlint` to the end of its value; from `disable` on where other keys stand beside that.
  package var disabling: Range<Int>?

  package init() {}

  /// Something in front matter that was not understood.
  package struct Problem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case unknownKey(String, nearest: String?)
      /// The value of `key` is not what the key takes.
      case invalidValue(key: String, expected: LocalText)
      /// The field is stated already, at `first`, perhaps by its name in the other language.
      case repeatedField(key: String, first: Range<Int>)
      /// Not the YAML that front matter is written in: nothing of it was read, unless it is a key written twice.
      case yaml(YAMLProblem)
    }

    package let kind: Kind
    package let range: Range<Int>

    package init(_ kind: Kind, at range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }
}
