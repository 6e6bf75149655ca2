import PlanSyntax
import Testing

/// Where no quantity starts: dates, codes, times, numbering, telephone numbers, parts of words.
@Suite struct ValuesNoQuantityTests {
  @Test(arguments: ReadingRow.rows(Self.rows))
  func reads(_ row: ReadingRow) {
    row.expectQuantity()
  }

  private static let rows = #"""
    ⟦⟧one of the
    ⟦⟧十分
    ⟦⟧三五家
    ⟦⟧第三
    ⟦⟧第3家
    邀⟦⟧约 30 家
    续⟦⟧约 3 家
    ⟦⟧v1.2
    ⟦⟧1.2.3
    ⟦⟧13800138000
    ⟦⟧138-1234-5678
    ⟦⟧010-12345678
    ⟦⟧2026-03-17
    ⟦⟧1、目标
    ⟦⟧（1）目标
    ⟦⟧(1) item
    ⟦⟧1) item
    ⟦⟧1. item
    ⟦⟧P1
    ⟦⟧Q1
    ⟦⟧7×24
    ⟦⟧7*24小时
    ⟦⟧B2B
    ⟦⟧2B客户
    ⟦⟧3G
    ⟦⟧2026年
    ⟦⟧3月
    ⟦⟧5号
    ⟦⟧3点
    ⟦⟧14:30
    ⟦⟧500强
    ⟦⟧Tier 2
    ⟦⟧N/A
    ⟦⟧-
    ⟦⟧3-5月
    ⟦⟧9-11点
    ⟦⟧同比
    ⟦⟧(5)
    ⟦⟧1st
    医疗⟦⟧-300万
    |⟦⟧ 5
    A-⟦⟧12
    COVID-⟦⟧19
    ISO⟦⟧9001
    GB ⟦⟧18030
    Tier ⟦⟧1 Deals
    at ⟦⟧least 80% chance
    level ⟦⟧3
    No. ⟦⟧5
    #⟦⟧5
    §⟦⟧3
    KR⟦⟧1
    2026-⟦⟧03
    03-⟦⟧17
    138-⟦⟧1234
    1.⟦⟧2
    v1.⟦⟧2
    7×⟦⟧24
    12⟦⟧34
    14:⟦⟧30
    第⟦⟧3家
    第 ⟦⟧3 家
    第⟦⟧三家
    数⟦⟧百万
    几⟦⟧十家
    百⟦⟧分之九十
    -⟦⟧> 5
    ⟦⟧每人5家
    ⟦⟧overall 5
    ⟦⟧about the 5
    ⟦⟧atleast 5
    ⟦⟧15日
    ⟦⟧3x5
    ⟦⟧half
    ⟦⟧Two to
    ⟦⟧one-on-one
    ⟦⟧someone
    ⟦⟧一起
    ⟦⟧一些客户
    ⟦⟧一对一
    ⟦⟧二三线城市
    ⟦⟧三大运营商
    ⟦⟧四季
    ⟦⟧三
    ⟦⟧十
    ⟦⟧千家万户
    ⟦⟧万元
    ⟦⟧百万
    ⟦⟧一月
    ⟦⟧五年
    ⟦⟧三期项目
    ⟦⟧五六家
    ⟦⟧二〇二六
    ⟦⟧（2026）
    ⟦⟧(12)
    目标 ⟦⟧(300万元)
    ⟦⟧($2M – $3M)
    ⟦⟧2B USD
    ⟦⟧8-6
    ⟦⟧1-2-3
    ⟦⟧400-800-1234
    ⟦⟧010-88886666
    ⟦⟧0571-8888
    ⟦⟧18612345678
    ⟦⟧12345678901234
    ⟦⟧110101199001011234
    ⟦⟧2.0.1
    ⟦⟧3×5家
    ⟦⟧5x3=15
    ⟦⟧xx公司
    ⟦⟧n days
    ⟦⟧NA
    ⟦⟧[N]
    ⟦⟧[link]
    ⟦⟧__
    what⟦⟧??
    ⟦⟧?
    ⟦⟧？万元
    ⟦⟧XX
    ⟦⟧no
    ⟦⟧next
    ⟦⟧x
    ⟦⟧about TBD
    ⟦⟧5d
    ⟦⟧4S店
    ⟦⟧5S
    ⟦⟧3D
    ⟦⟧10Gbps
    ⟦⟧1:3
    ⟦⟧20:00
    ⟦⟧9点
    ⟦⟧5级
    ⟦⟧3楼
    ⟦⟧2期
    ⟦⟧3号
    ⟦⟧12月
    ⟦⟧12月份
    ⟦⟧5年
    ⟦⟧30岁
    ⟦⟧1季度
    ⟦⟧10大客户
    ⟦⟧世界500强
    世界⟦⟧500强
    ⟦⟧1.目标
    ⟦⟧1．目标
    ⟦⟧12、
    a⟦⟧1、
    ⟦⟧10）
    ⟦⟧100、
    ⟦⟧2）
    ⟦⟧1999年
    ⟦⟧§5
    ⟦⟧3D打印
    ⟦⟧1e5
    """#
}
