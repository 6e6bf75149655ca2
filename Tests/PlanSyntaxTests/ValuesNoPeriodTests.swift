import PlanSyntax
import Testing

/// Where no period starts: codes, fractions, durations, other words.
@Suite struct ValuesNoPeriodTests {
  @Test(arguments: ReadingRow.rows(Self.rows))
  func reads(_ row: ReadingRow) {
    row.expectPeriod()
  }

  private static let rows = #"""
    ⟦⟧30天
    ⟦⟧3个月
    ⟦⟧12周
    ⟦⟧7天
    ⟦⟧2026-13
    ⟦⟧20260317
    ⟦⟧138-03-17
    ⟦⟧每周五
    ⟦⟧一周一次
    ⟦⟧下周五
    ⟦⟧May we
    ⟦⟧2000家
    ⟦⟧2000万
    ⟦⟧24/7
    ⟦⟧3/17/18
    ⟦⟧W60
    ⟦⟧H3C
    ⟦⟧季度
    ⟦⟧月
    ⟦⟧上
    12026⟦⟧-03
    1⟦⟧2月
    20⟦⟧26年
    v⟦⟧2026
    $⟦⟧2026
    #⟦⟧3月
    第⟦⟧三季度
    第⟦⟧一周
    每⟦⟧周一
    每⟦⟧月
    12⟦⟧月
    1.⟦⟧3/17
    ⟦⟧十三月
    ⟦⟧周末
    ⟦⟧星期
    ⟦⟧周期
    ⟦⟧周
    ⟦⟧sunday
    ⟦⟧Sundays
    ⟦⟧march
    ⟦⟧Marching
    ⟦⟧Q0
    ⟦⟧Q12
    ⟦⟧Q1.5
    ⟦⟧H3
    ⟦⟧FY
    ⟦⟧FY2
    ⟦⟧W54
    ⟦⟧W5G
    ⟦⟧Week 54
    ⟦⟧Weekly
    ⟦⟧上午
    ⟦⟧中国
    ⟦⟧上半月
    ⟦⟧前三名
    ⟦⟧以上年度
    以⟦⟧上年
    ⟦⟧本人
    ⟦⟧本地
    ⟦⟧今天
    ⟦⟧last week
    ⟦⟧30–60 days
    ⟦⟧60 days
    ⟦⟧90-day review
    ⟦⟧1989
    ⟦⟧2101
    ⟦⟧2026家
    ⟦⟧2026%
    ⟦⟧2026.5
    ⟦⟧2026,300
    ⟦⟧2026+
    ⟦⟧2026-100
    ⟦⟧1850年
    ⟦⟧26年
    ⟦⟧15年3月
    ⟦⟧26年经验
    完成 ⟦⟧3/17
    ⟦⟧3/17家
    ⟦⟧3/32
    ⟦⟧2/30
    ⟦⟧1/2家
    ⟦⟧1/2.5
    ⟦⟧50/100
    ⟦⟧2026-03-170
    ⟦⟧3个季度
    ⟦⟧3季
    ⟦⟧一个月
    ⟦⟧三周
    ⟦⟧两天
    ⟦⟧第三个月
    ⟦⟧二十一月
    ⟦⟧一二月
    ⟦⟧今
    ⟦⟧Today
    ⟦⟧Mayor
    ⟦⟧may
    ⟦⟧Decision
    ⟦⟧00/10
    """#
}
