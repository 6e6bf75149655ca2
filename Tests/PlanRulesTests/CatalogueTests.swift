import PlanRules
import PlanSource
import Testing

@Suite struct CatalogueTests {
  @Test func idsAreUniqueAndInOrder() {
    let ids = Rule.all.map(\.id.description)
    #expect(ids == Array(Set(ids)).sorted())
  }

  @Test(arguments: Rule.all.map(\.id))
  func idIsKebabCase(_ id: RuleID) {
    #expect(id.description.allSatisfy { $0 == "-" || $0.isLowercase && $0.isASCII })
    #expect(Rule.isKnown(id.description))
  }

  @Test(arguments: Rule.all.map(\.id))
  func everyRuleHasExamplesInBothLanguages(_ id: RuleID) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    let bad = rule.examples.filter { $0.kind == .bad }
    #expect(bad.contains { $0.language == .zh })
    #expect(bad.contains { $0.language == .en })
    #expect(rule.examples.contains { $0.kind == .good })
    #expect(rule.examples.count <= 6)
  }

  @Test(arguments: Rule.all.map(\.id))
  func everyRuleSaysWhyInBothLanguages(_ id: RuleID) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    for language in Language.allCases {
      #expect(!rule.summary[language].isEmpty)
      #expect(!rule.why[language].isEmpty)
    }
  }
}
