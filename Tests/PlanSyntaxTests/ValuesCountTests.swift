import PlanSyntax
import Testing

/// Counts with measure words, percentages, points, durations.
@Suite struct ValuesCountTests {
  @Test(arguments: ReadingRow.rows(Self.rows))
  func reads(_ row: ReadingRow) {
    row.expectQuantity()
  }

  private static let rows = #"""
    ⟦－5%⟧ ⇒ -5 %
    ⟦90%⟧ ⇒ 90 %
    ⟦90％⟧ ⇒ 90 %
    ⟦百分之九十⟧ ⇒ 90 %
    ⟦百分之百⟧ ⇒ 100 %
    ⟦百分之90⟧ ⇒ 90 %
    ⟦九成⟧ ⇒ 90 %
    ⟦九成五⟧ ⇒ 95 %
    ⟦-0.6pp⟧ ⇒ -0.6 pp p-1
    ⟦3.8个百分点⟧ ⇒ 3.8 pp p-1
    ⟦3 percentage points⟧ ⇒ 3 pp
    ⟦20家⟧ ⇒ 20 家
    ⟦8次⟧ ⇒ 8 次
    ⟦3.5天⟧ ⇒ 3.5 days p-1
    ⟦2 周⟧ ⇒ 2 weeks
    ⟦3个月⟧ ⇒ 3 months
    ⟦12 weeks⟧ ⇒ 12 weeks
    ⟦24h⟧ ⇒ 24 hours
    ⟦8小时⟧ ⇒ 8 hours
    ⟦30 minutes⟧ ⇒ 30 minutes
    ⟦两家⟧ ⇒ 2 家
    ⟦三十家⟧ ⇒ 30 家
    ⟦十家⟧ ⇒ 10 家
    ⟦３家⟧ ⇒ 3 家
    ⟦100kg⟧ ⇒ 100 kg
    ⟦0.5%⟧ ⇒ 0.5 % p-1
    ⟦100％⟧ ⇒ 100 %
    ⟦80分⟧ ⇒ 80 分
    拜访⟦20家⟧客户 ⇒ 20 家
    (⟦5家⟧) ⇒ 5 家
    同比⟦-5%⟧ ⇒ -5 %
    5家/⟦3次⟧ ⇒ 3 次
    ⟦百分之五点五⟧ ⇒ 5.5 % p-1
    ⟦5个工作日⟧ ⇒ 5 days
    ⟦30个自然日⟧ ⇒ 30 days
    ⟦3 working days⟧ ⇒ 3 days
    ⟦90 days⟧ ⇒ 90 days
    ⟦6 mos⟧ ⇒ 6 months
    ⟦45 mins⟧ ⇒ 45 minutes
    ⟦2小时⟧ ⇒ 2 hours
    ⟦1.5 hours⟧ ⇒ 1.5 hours p-1
    ⟦3星期⟧ ⇒ 3 weeks
    ⟦2个礼拜⟧ ⇒ 2 weeks
    ⟦8个周⟧ ⇒ 8 weeks
    ⟦20人次⟧ ⇒ 20 人次
    ⟦300吨⟧ ⇒ 300 吨
    ⟦5台⟧套 ⇒ 5 台
    ⟦12单⟧ ⇒ 12 单
    ⟦7 家次⟧ ⇒ 7 家次
    ⟦1,500人⟧ ⇒ 1500 人
    ⟦3场⟧活动 ⇒ 3 场
    ⟦2名⟧销售 ⇒ 2 名
    ⟦3成⟧ ⇒ 30 %
    ⟦三成⟧ ⇒ 30 %
    ⟦两成五⟧ ⇒ 25 %
    ⟦5 个百分点⟧ ⇒ 5 pp
    ⟦2pp⟧ ⇒ 2 pp
    ⟦-1.5 percentage points⟧ ⇒ -1.5 pp p-1
    ⟦12 per cent⟧ ⇒ 12 %
    ⟦one day⟧ ⇒ 1 days
    ⟦seven days⟧ ⇒ 7 days
    ⟦一百二十家⟧ ⇒ 120 家
    ⟦一百零五家⟧ ⇒ 105 家
    ⟦十二家⟧ ⇒ 12 家
    ⟦二十五人⟧ ⇒ 25 人
    ⟦五天⟧ ⇒ 5 days
    ⟦三个月⟧ ⇒ 3 months
    ⟦两周⟧ ⇒ 2 weeks
    ⟦一小时⟧ ⇒ 1 hours
    ⟦十分钟⟧ ⇒ 10 minutes
    ⟦−3.5%⟧ ⇒ -3.5 % p-1
    ⟦0家⟧ ⇒ 0 家
    ⟦24小时⟧ ⇒ 24 hours
    ⟦24hrs⟧ ⇒ 24 hours
    ⟦500米⟧ ⇒ 500 米
    ⟦120㎡⟧ ⇒ 120 ㎡
    ⟦3公里⟧ ⇒ 3 公里
    ⟦20标段⟧ ⇒ 20 标段
    ⟦6 kg⟧ ⇒ 6 kg
    ⟦3 pcs⟧ ⇒ 3 pcs
    ⟦99.95%⟧ ⇒ 99.95 % p-2
    ⟦3 家⟧、5 家 ⇒ 3 家
    ⟦100%⟧ ⇒ 100 %
    ⟦150 %⟧ ⇒ 150 %
    """#
}
