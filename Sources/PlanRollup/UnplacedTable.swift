package import PlanModel
import PlanSource

/// The numbers of target sections that became no facts, as a table.
package enum UnplacedTable {
  /// - Parameter numbers: In report order.
  package static func make(_ numbers: [UnplacedNumber], in book: PlanBook) -> ReportTable {
    ReportTable(
      id: "unplaced", title: LocalText(zh: "未读取为事实的数字", en: "Numbers that became no facts"),
      columns: [
        .init("place", LocalText(zh: "位置", en: "Place"), .key),
        .init("text", LocalText(zh: "原文", en: "Text"), .key),
        .init("reason", LocalText(zh: "原因", en: "Reason"), .remark),
      ],
      rows: numbers.map { number in
        ReportTable.Row(cells: [
          .init(.place(number.range), sources: [number.range]), .init(.name(book.text(of: number.range))),
          .init(.text(number.fate.reason)),
        ])
      })
  }
}
