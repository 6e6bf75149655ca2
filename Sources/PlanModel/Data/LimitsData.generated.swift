// Generated from limits.txt by plandev embed; edit that file.
// swift-format-ignore-file
let limitsData: StaticString = #"""
# The numbers at which rules and reports draw a line; `rules: limits:` in planbook.yml changes them. Columns:
#
#   name | unit | default | what it means zh | en
#
# unit: percent (written 50%), count, workdays, times, amount. An empty default is derived from the book.

scattered-industries | count | 5 | 行业分散：超过几个小份额行业 | industries with a small share before a plan counts as scattered
scattered-industry-share | percent | 10% | 小份额行业的份额上限 | share below which an industry counts as small
off-focus | percent | 50% | 季度行动中服务重点方向的最低比例 | least share of a quarter's actions that carry its focus
unplanned-overload | percent | 30% | 临时事项的最高比例 | highest share of unplanned items
unexplained-growth | percent | 50% | 无依据增长的上限 | highest growth without a stated reason
overreaching-target | percent | 200% | 目标与同类期间最好实绩之比的上限 | highest target against the best actual of a like period
overlong-day-plan | count | 8 | 日计划的最多事项 | most items in a day plan
carried-too-long | workdays | 5 | 结转的最长工作日 | longest time an item may be carried over
continuity-gap | workdays | 3 | 无计划、无记录的最长工作日 | longest time without a plan or record
fading-plan | percent | 50% | 后三分之一与前三分之一的详略比 | least detail of the last third against the first
fading-execution | count | 3 | 完成率连续下降的周数 | weeks in a row in which execution falls
churning-target | count | 2 | 目标的最多变更次数 | most changes of a target
implausible-scale | times | 1000 | 与同级数字相差的倍数 | factor between a number and its siblings
missing-customer-class | amount | 0 | 各类客户的最低金额 | least amount of each customer class
equal-split | count | 3 | 数值相同的同级期间数 | sibling periods with one number
improvement-dropped | percent | 50% | 改进措施在下期计划中的最低用词重合 | least share of an improvement's words in the next plan
coverage | times | | 要求的商机覆盖倍数（默认 1 / 赢率） | required pipeline coverage (default 1 / win rate)
pace-ahead | percent | 105% | 进度「超前」的下限 | pace from which a target is ahead
pace-on-track | percent | 99% | 进度「正常」的下限 | pace from which a target is on track
pace-behind | percent | 81% | 进度「落后」的下限，再低为「有风险」 | pace from which a target is behind, below it at risk
"""#
