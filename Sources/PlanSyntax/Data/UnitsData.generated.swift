// Generated from units.txt by plandev embed; edit that file.
// swift-format-ignore-file
let unitsData: StaticString = #"""
# Units and the words around numbers, one meaning a line: `category name: word | word | …`.
# Case and width do not count. Words in Latin letters match whole words; a unit may follow its number directly.

# --- Behind a number --------------------------------------------------------------------------
magnitude 2: 百 | hundred
magnitude 3: 千 | k | thousand
magnitude 4: 万 | 萬 | w
magnitude 5: 十万
magnitude 6: 百万 | m | mm | mn | mio | million
magnitude 7: 千万
magnitude 8: 亿 | 億
magnitude 9: b | bn | billion | 十亿
magnitude 10: 百亿
magnitude 11: 千亿
magnitude 12: 万亿 | 兆 | trillion

# Signs and words of money; `any` is the book's yuan or yen. They stand before or behind the number.
money any: ¥ | ￥ | 元 | 圆 | 块钱 | 元整
money CNY: RMB | CNY | CN¥ | RMB¥ | 人民币 | 元人民币 | yuan
money USD: $ | US$ | USD | US dollars | dollars | dollar | 美元 | 美金
money EUR: € | EUR | euro | euros | 欧元
money GBP: £ | GBP | 英镑
money HKD: HK$ | HKD | 港元 | 港币
money JPY: JPY | JP¥ | 日元 | 日圆
money SGD: SGD | S$ | 新加坡元 | 新币
money KRW: KRW | ₩ | 韩元
money AUD: AUD | A$ | 澳元
money CAD: CAD | C$ | 加元
money CHF: CHF | 瑞郎

percent: % | percent | per cent
tenth: 成
points: 个百分点 | 百分点 | pp | ppt | ppts | percentage points | percentage point | pct pts
multiple: x | 倍
days: 天 | 个工作日 | 工作日 | 个自然日 | 自然日 | 日内 | 日之内 | 日以内 | days | day | workdays | working days | business days
weeks: 周 | 个周 | 个星期 | 星期 | 个礼拜 | weeks | week | wk | wks
months: 个月 | months | month | mo | mos
hours: 小时 | 个小时 | 钟头 | 个钟头 | 工时 | hours | hour | hrs | hr | h
minutes: 分钟 | minutes | minute | mins | min

# Measure words, each with an index of its own by its place in the list; add new ones at the end.
measure: 家 | 个 | 户 | 次 | 家次 | 人 | 条 | 单 | 笔 | 份 | 台 | 套 | 件 | 吨 | 场 | 项 | 张 | 名 | 位 | 批 | 人次 | 种 | 款 | 组 | 支 | 辆 | 只 | 部 | 篇 | 封 | 通 | 处 | 所 | 座 | 间 | 门 | 节 | 堂 | 轮 | 例 | 册 | 本 | 箱 | 盒 | 瓶 | 袋 | 桶 | 公斤 | 千克 | kg | 克 | 米 | 公里 | km | 平方米 | 平米 | ㎡ | 亩 | 点位 | 台次 | 场次 | 批次 | 班次 | 户次 | 车次 | 人天 | 人日 | 人月 | 标段 | 片 | 块 | 颗 | 枚 | 杯 | 度 | 分 | pcs | 桌 | 幅 | 卷 | 副 | 架 | 艘 | 头 | 双 | 对 | 股 | 席 | 席位 | 字 | 页 | 行

# What begins like a unit and is none: the number before it counts nothing.
none: 成交 | 成功 | 成本 | 成立 | 成果 | 成员 | 成长 | 成熟 | 成套 | 成品 | 成效 | 成绩 | 单位 | 个性 | 人均 | 人民 | 人员 | 名单 | 项目 | 场景 | 场地 | 场馆 | 本月 | 本年 | 本季 | 本周 | 本期 | 本级 | 对手 | 对比 | 对应 | 对接 | 部门 | 部分 | 分公司 | 分店 | 分行 | 分别 | 分解 | 分为 | 所有 | 所需 | 件套 | 行业 | 行动 | 款项 | 单价 | 单笔 | 次数 | 位数 | 度假 | 双方 | 股份 | 股东 | 字节 | 种类 | 份额 | 例会 | 例如 | 周边 | 周年 | 周岁 | 周期 | 天津 | 天线 | 万达 | 万科 | 家庭 | 家具 | 条件 | 条款 | 位于 | 通过 | 处理 | 处于 | 组织 | 支持 | 支付 | 门店 | 门诊 | 节点 | 轮次 | 箱体 | 桌面 | 幅度 | 头部 | 席卷 | 页面 | 月均 | 日均 | 年均 | 周均 | 季均 | 月度 | 季度末 | 月底 | 月末 | 月初 | 年底 | 年末 | 年初 | 期间 | 期末 | 期初 | 时间 | 时候 | 日期 | 日常 | 强化 | 级别 | 线上 | 线下 | 线索 | 号召 | 路径 | 层面 | 星级 | 代理 | 届时 | 楼盘

# Numbers before these name a date, a time, a rank or a place and count nothing.
name: 月 | 月份 | 日 | 号 | 年 | 年度 | 点 | 点半 | 点钟 | 点整 | 时 | 季 | 季度 | 旬 | 级 | 层 | 楼 | 期 | 届 | 代 | 线 | 档 | 室 | 路 | 栋 | 星 | 强 | 世纪 | 年级 | 岁 | 大 | 大类 | 类 | 号楼 | 度空间 | st | nd | rd | th

# What begins like a Chinese number and counts nothing.
idiom: 十分 | 一起 | 一度 | 一行 | 一对一 | 一片 | 一面 | 一股 | 一些 | 一定 | 一般 | 一样 | 一次性 | 一条龙 | 一家人 | 一系列 | 一部分 | 一门心思 | 一人一策 | 一户一策 | 一企一策 | 一客一策 | 一家一策 | 一店一策 | 一月一 | 一周一 | 一本正经 | 一种 | 一席 | 一字 | 一通 | 一节 | 一处 | 两对 | 万一 | 一分为二 | 四大 | 五大 | 三大 | 六大

# --- What a number recurs in ------------------------------------------------------------------
every day: 天 | 日 | 每天 | 每日 | day
every week: 周 | 星期 | 每周 | 每星期 | week | wk
every month: 月 | 个月 | 每月 | 每个月 | month | mo
every quarter: 季度 | 季 | 每季度 | 每季 | quarter | qtr
every half: 半年 | 每半年 | half-year
every year: 年 | 每年 | year | yr
each day: 每天 | 每日 | 每个工作日
each week: 每周 | 每星期
each month: 每月 | 每个月
each quarter: 每季度 | 每季 | 每个季度
each half: 每半年
each year: 每年
per: per | a | each | every

# --- How a number binds -----------------------------------------------------------------------
before at-least: ≥ | >= | ≧ | ⩾ | 不低于 | 不少于 | 不小于 | 不得低于 | 不得少于 | 至少 | 最少 | 最低 | 起码 | at least | no less than | not less than | no fewer than | not fewer than | minimum of | a minimum of | minimum | min. | min
before at-most: ≤ | <= | ≦ | ⩽ | 不超过 | 不高于 | 不大于 | 不多于 | 不得超过 | 不得高于 | 至多 | 最多 | 最高 | at most | no more than | not more than | not exceeding | no higher than | up to | maximum of | a maximum of | maximum | max. | max
before more-than: > | 大于 | 高于 | 多于 | 超过 | 超出 | 突破 | more than | greater than | over | above | exceed | exceeds | exceeding
before less-than: < | 小于 | 低于 | 少于 | less than | fewer than | lower than | under | below
before about: ~ | ≈ | ≒ | 约 | 大约 | 大概 | 约为 | 接近 | 将近 | about | around | approximately | approx. | approx | roughly | nearly | circa | ca.
after at-least: 以上 | 及以上 | 或以上 | (含)以上 | or more | or above | or higher | and above | minimum
after at-most: 内 | 以内 | 之内 | 以下 | 及以下 | 或以下 | (含)以下 | (含)以内 | or less | or fewer | or below | or lower | maximum
# What begins like one of these and is none.
after none: 内部 | 内容 | 内蒙 | 内外 | 内销 | 内训 | 内资 | 内审 | 内在 | 以上述 | 上下游 | 上下级 | 左右手
after about: 左右 | 上下 | or so

# --- Words that are numbers, or stand where one is due ------------------------------------------
number 1: one
number 2: two
number 3: three
number 4: four
number 5: five
number 6: six
number 7: seven
number 8: eight
number 9: nine
number 10: ten
number 11: eleven
number 12: twelve | a dozen | one dozen
number 13: thirteen
number 14: fourteen
number 15: fifteen
number 16: sixteen
number 17: seventeen
number 18: eighteen
number 19: nineteen
number 20: twenty
number 24: two dozen
number 30: thirty
number 40: forty
number 50: fifty
number 60: sixty
number 70: seventy
number 80: eighty
number 90: ninety
number 100: a hundred
number 1000: a thousand
number 1000000: a million

# After these words an English number word counts nothing.
no-noun: of | another | or | and | to | by | on | in | at | is | was | are | the | that | this | who | which | way | can | will | should | must | has | as | for | with | from | if | but | s

placeholder: TBD | TBC | TBA | TODO | to be determined | to be confirmed | to be defined | to be decided | 待定 | 待确认 | 待确定 | 待补充 | 待补 | 待填 | 待填写 | 待明确 | 待议 | 未定
blank: - | -- | --- | — | —— | – | / | \ | 无 | 暂无 | 没有 | 空 | 不适用 | N/A | NA | n.a. | none | nil | · | … | …… | ...

# A number right after one of these names something and counts nothing.
ordinal: tier | level | phase | step | stage | version | ver | no | nr | option | appendix | figure | table | chapter | section | part | group | plan | room | gate | type | class | series | round | top | priority | kr | okr | sprint | rfc | iso | gb
"""#
