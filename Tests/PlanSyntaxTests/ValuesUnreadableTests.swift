import PlanSyntax
import Testing

/// Places to be filled in, and amounts that cannot be read.
@Suite struct ValuesUnreadableTests {
  @Test(arguments: ReadingRow.rows(Self.rows))
  func reads(_ row: ReadingRow) {
    row.expectQuantity()
  }

  private static let rows = #"""
    ⟦1,234,5678元⟧ ⇒ mixedGrouping
    ⟦12,34,567⟧ ⇒ mixedGrouping
    ⟦1.2.3万⟧ ⇒ malformed
    ⟦¥1.2.3⟧ ⇒ malformed
    ⟦99999999999999999999999999999999999999999999万⟧ ⇒ overflow
    ⟦xx万⟧ ⇒ placeholder
    ⟦XX万元⟧ ⇒ placeholder
    ⟦$N⟧ ⇒ placeholder
    ⟦$N⟧ net ⇒ placeholder
    ⟦[$N]⟧ ⇒ placeholder
    ⟦N家⟧ ⇒ placeholder
    ⟦???⟧ ⇒ placeholder
    ⟦??⟧ ⇒ placeholder
    ⟦TBD⟧ ⇒ placeholder
    ⟦待定⟧ ⇒ placeholder
    ⟦____⟧ ⇒ placeholder
    ⟦x%⟧ ⇒ placeholder
    ⟦10万-5万元⟧ ⇒ malformed
    ⟦8-6家⟧ ⇒ malformed
    ⟦340282366920938463463374607431768211456⟧ ⇒ overflow
    ⟦99999999999999999999999999999999999999999⟧ ⇒ overflow
    ⟦0.123456789012345678901234567890123456789⟧ ⇒ overflow
    ⟦1.2.3家⟧ ⇒ malformed
    ⟦1,23,456元⟧ ⇒ mixedGrouping
    ⟦5,00万元⟧ ⇒ mixedGrouping
    ⟦12,34万元⟧ ⇒ mixedGrouping
    ⟦1,2345,678⟧ ⇒ mixedGrouping
    ⟦12,345,67⟧ ⇒ mixedGrouping
    ⟦TBC⟧ ⇒ placeholder
    ⟦待补充⟧ ⇒ placeholder
    ⟦tbd⟧ by ⇒ placeholder
    ⟦XX家⟧ ⇒ placeholder
    ⟦xx%⟧ ⇒ placeholder
    ⟦x家⟧ ⇒ placeholder
    ⟦¥xx万元⟧ ⇒ placeholder
    ⟦$X⟧ ⇒ placeholder
    ⟦$XX.X⟧ ⇒ placeholder
    ⟦N%⟧ ⇒ placeholder
    ⟦[xx万元]⟧ ⇒ placeholder
    ⟦_____⟧ ⇒ placeholder
    ⟦？？？⟧ ⇒ placeholder
    """#
}
