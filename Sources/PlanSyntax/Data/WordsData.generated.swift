// Generated from words.txt by plandev embed; edit that file.
// swift-format-ignore-file
let wordsData: StaticString = #"""
# Words that plans use, one meaning a line: `category name: word | word | …`.
# A word may stand under several categories; the place where it is read decides which one counts.
# Matching ignores case and width; English words match whole words only. The longest word wins.

# --- What a heading says its section is about -------------------------------------------------
section targets: 目标 | 指标 | 任务目标 | 销售任务 | 业绩目标 | KR | KRs | OKR | OKRs | target | targets | goal | goals | objective | objectives | key result | key results | quota | quotas
section breakdown: 分解 | 拆解 | 分配 | breakdown | breakdowns | split | allocation | by month | by quarter | by industry
section strategy: 战略 | 策略方向 | strategy | strategies
section conditions: 必要条件 | 条件 | 前提条件 | 前提 | necessary conditions | conditions | prerequisites | assumptions
section obstacles: 困境 | 障碍 | 困难 | 难点 | 瓶颈 | 问题与障碍 | obstacles | obstacle | difficulties | blockers | challenges
section customers: 客户 | 重点客户 | 目标客户 | 老客户 | 现有客户 | 过去客户 | 未来客户 | 潜在客户 | 商机 | 在手商机 | 项目储备 | customers | customer | accounts | prospects | opportunities | key accounts | pipeline review
section competition: 竞争 | 竞争分析 | 竞品 | 竞争对手 | competition | competitors | competitive analysis
section products: 产品组合 | 产品规划 | 产品 | product mix | products
section focus: 重点方向 | 工作重点 | 本季重点 | 季度重点 | focus
section roles: 角色职责 | 角色 | 职责 | 岗位职责 | 分工 | roles | responsibilities | roles and responsibilities
section actions: 行动计划 | 行动 | 工作计划表 | 工作安排 | 工作内容 | 重点工作 | 任务清单 | 待办 | 措施 | 行动措施 | 拜访计划 | 今日计划 | 今日工作 | 本周工作 | 本月工作 | action plan | action plans | actions | action items | tasks | to-dos | todos | to do | next steps | initiatives
section rewards: 奖励 | 激励 | 奖惩 | rewards | reward | incentives | rewards and penalties
section penalties: 惩罚 | 处罚 | penalties | penalty
section support: 支持与配合 | 支持 | 配合 | 资源需求 | 协助需求 | 所需支持 | support | support needed | resources needed | help needed
section stages: 阶段 | 阶段目标 | 里程碑 | 销售流程 | stages | stage targets | milestones | sales process
section ten-day: 旬计划 | 上中下旬 | 旬分解 | ten-day plan | ten-day plans
section week: 周计划 | 周工作 | 周报 | 周目标 | 每周计划 | 周表 | week sheet | week plan | weekly plan | weekly targets
section day: 日计划 | 每日计划 | 日程 | 今日目标 | 每日目标 | daily plan | day plan | day list | today
section projects: 重点项目 | 项目策划 | 大项目 | key projects | projects
section capability: 能力提升 | 能力建设 | 培训计划 | 培训 | 学习计划 | capability | capability plan | training | enablement
section review: 总结 | 复盘 | 回顾 | 完成情况 | 执行情况 | 实绩 | 小结 | review | retrospective | results | retro | summary | progress
section carried-over: 结转 | 上期未完成 | 遗留事项 | carried over | carry-over | carryover
section next-day: 明日计划 | 明日工作 | 次日计划 | 下周计划 | 下月计划 | next day | tomorrow | next week
section scores: 检核 | 评分 | 考核 | 评价 | scores | ratings | rating | evaluation
section change-log: 变更记录 | 修订记录 | 变更日志 | change log | changelog | revision history
section risks: 风险与预案 | 风险 | 预案 | 应急预案 | risks | risk | contingency | contingencies
section forecast: 预测 | 业绩预测 | 销售预测 | forecast | forecasts
section definitions: 定义 | 名词解释 | 说明 | definitions | definition | glossary | notes | background | 背景

# --- What a column header or an item's label says about its value -------------------------------
attribute number: 序号 | 编号 | no. | no | id
attribute item: 事项 | 事情 | 工作事项 | 任务 | 内容 | 行动 | 动作 | 工作项 | 具体内容 | 事 | item | task | action | activity | what | initiative | project
attribute responsible: 责任人 | 负责人 | 执行人 | 跟进人 | 承办人 | 主责 | 负责 | 人 | owner | responsible | assignee | dri | who | lead
attribute department: 支持部门 | 协助部门 | 配合部门 | 责任部门 | department | supporting department
attribute due: 截止 | 截止日期 | 截止时间 | 截至日期 | 完成时间 | 完成日期 | 计划完成 | 计划完成时间 | 期限 | 到期 | 时限 | 时间节点 | 最晚 | deadline | due | due date | by | before | 📅
attribute start: 开始 | 开始时间 | 开始日期 | 起始 | 起始日 | 启动时间 | start | start date | from
attribute status: 状态 | 进度 | 进展 | 完成状态 | status | state | progress
attribute cause: 原因 | 原因分析 | 偏差原因 | 未完成原因 | cause | causes | reason | reasons | why
attribute lesson: 经验 | 成功经验 | 心得 | lesson | lessons | learnings
attribute shortfall: 不足 | 不足之处 | shortfall | shortfalls
attribute improvement: 改进 | 改进措施 | 改善 | 整改 | improvement | improvements
attribute help: 协助 | 需要协助 | 求助 | help | help needed
attribute done: 完成情况 | 已完成事项 | 成果 | done | accomplished
attribute remark: 备注 | 说明 | 注 | remark | remarks | note | notes | comment | comments | description
attribute basis: 依据 | 测算依据 | 说明依据 | basis | rationale
attribute unit: 单位 | unit | units
attribute probability: 几率 | 概率 | 把握 | 把握度 | 成交几率 | 成交概率 | 赢单率 | probability | chance | likelihood
attribute expected-amount: 预计金额 | 预估金额 | 商机金额 | 金额 | 预计 | expected | expected amount | amount | deal size | value
attribute opportunity: 机会点 | 合作机会点 | 商机 | 项目名称 | 项目 | opportunity | opportunities
attribute competitor: 竞争对手 | 对手 | 竞品 | competitor | competitors
attribute strength: 优势 | strength | strengths
attribute weakness: 劣势 | weakness | weaknesses
attribute response: 应对 | 应对措施 | 对策 | 解决措施 | response | countermeasure
attribute priority: 优先级 | 重要程度 | 紧急程度 | priority
attribute place: 地点 | 地 | 拜访地点 | place | location | where
attribute materials: 物品 | 物料 | 所需物品 | 物 | 资料 | materials | material
attribute expense: 费用 | 预计费用 | 费 | 预算 | expense | cost | budget
attribute knowledge: 知识 | 需要的知识 | knowledge
attribute skill: 技巧 | 需要的技巧 | 技能 | skill | skills
attribute industry-information: 行业信息 | industry information
attribute reward: 奖励 | reward
attribute penalty: 惩罚 | penalty
attribute stage: 阶段 | 商机阶段 | stage
attribute trait: 客户特性 | 特性 | 特点 | traits
attribute habit: 习惯 | 客户习惯 | habits
attribute score: 得分 | 评分 | score | rating
attribute title: job level | level | 级别 | 职级 | 职务 | 岗位 | 职位 | 角色 | functional title | role | title

# --- Axes of a table -------------------------------------------------------------------------------
header metric: 指标 | 指标名称 | 考核指标 | 项目 | 目标项 | metric | metrics | kpi | kpis | measure | indicator
header period: 时间 | 期间 | 周期 | 阶段 | 日期 | period | date | when | time
header year: 年度 | 年份 | year
header half: 半年 | half | half-year
header quarter: 季度 | 季 | quarter | quarters
header month: 月份 | 月度 | 月 | month | months
header ten-day: 旬 | 旬次 | ten-day | ten days
header week: 周次 | 周 | 星期数 | week | weeks
header day: 星期 | 日 | 周几 | day | weekday
header owner: 姓名 | 成员 | 人员 | 销售 | 销售人员 | 业务员 | 客户经理 | 团队 | 部门 | 小组 | 事业部 | 大区 | 单位 | 组织 | name | member | team | rep | reps | sales rep | account executive | unit | organization | teammate
header region: 区域 | 地区 | 大区 | 省份 | 城市 | 片区 | region | regions | territory | area | city
header industry: 行业 | 细分行业 | 领域 | industry | industries | vertical | sector | segment
header product: 产品 | 产品线 | 品类 | 产品名称 | product | products | product line
header customer: 客户 | 客户名称 | 单位名称 | 公司 | customer | customer name | account | client | company | prospect
header customer-class: 类别 | 客户类别 | 客户类型 | 类型 | class | customer class | customer type | category | type

# --- Layers, tiers, derived figures ------------------------------------------------------------------
layer target: 目标 | 计划 | 任务 | 指标 | 计划值 | 目标值 | target | targets | plan | planned | goal | goals | budget | quota
layer forecast: 预测 | 预计 | 预估 | 预计完成 | forecast | expected | outlook | estimate
layer actual: 实际 | 实绩 | 完成 | 实际完成 | 已完成 | 完成值 | 完成数 | 达成 | 实际值 | actual | actuals | achieved | result | results | done
layer baseline: 去年 | 去年同期 | 上年 | 上年同期 | 同期 | 基数 | 基线 | 上年实绩 | 去年实绩 | 上年实际 | 去年实际 | baseline | last year | prior year | previous year
tier floor: 保底 | 保底目标 | 底线 | 底线目标 | 基本目标 | 最低目标 | floor | minimum | commit
tier target: 目标 | 标准 | 标准目标 | 达标 | target | base
tier stretch: 冲刺 | 冲刺目标 | 挑战 | 挑战目标 | 奋斗 | 奋斗目标 | stretch | stretch goal | stretch target | best case
derived total: 合计 | 小计 | 总计 | 总和 | 汇总 | 全年合计 | 季度合计 | total | totals | sum | subtotal | grand total
derived attainment: 完成率 | 达成率 | 完成百分比 | 完成比例 | 完成度 | attainment | % attainment | completion | achievement
derived variance: 差额 | 差异 | 缺口 | 偏差 | 差值 | 超欠 | variance | gap | difference | delta
derived growth: 同比 | 同比增长 | 同比增幅 | 增长率 | 增幅 | 增长 | 同比增长率 | yoy | growth | growth rate
derived chain-growth: 环比 | 环比增长 | mom | qoq
derived share: 占比 | 比重 | 份额占比 | share | % of total | proportion
derived cumulative: 累计 | 截至 | 截止目前 | 累计完成 | ytd | qtd | mtd | year to date | cumulative
derived average: 月均 | 人均 | 日均 | 季均 | 周均 | 平均 | 均值 | average | avg | per head | mean

# --- Plan kinds --------------------------------------------------------------------------------------
kind strategy: 战略 | strategy | strategic
kind year: 年度 | 全年 | annual | yearly | year
kind half: 半年 | 半年度 | half-year
kind quarter: 季度 | quarterly | quarter
kind month: 月度 | monthly | month
kind week: 周 | 周度 | weekly | week
kind day: 日 | 每日 | daily | day

# --- States of an action -------------------------------------------------------------------------------
status done: 已完成 | 完成 | 达成 | 完成数 | 完成值 | 已办结 | done | complete | completed | closed | ✅ | ✔ | ☑
status open: 未完成 | 未开始 | 待办 | 未启动 | not done | not started | open | todo | ❌ | ✗ | ☐
status running: 进行中 | 推进中 | in progress | in-progress | ongoing | ⏳ | 🔄
status late: 延期 | 逾期 | 推迟 | 滞后 | delayed | overdue | late | postponed | behind

# --- Words that weaken or replace a number ----------------------------------------------------------------
weak vague: 数十 | 数百 | 数千 | 数万 | 几十 | 几百 | 几千 | 上百 | 上千 | 近百 | 尽量 | 大幅 | 大幅度 | 大力 | 进一步 | 加强 | 明显提升 | 明显 | 显著 | 显著提升 | 稳步 | 努力 | 持续 | 不断 | 尽可能 | 有所 | 较大 | 一定 | 全力 | 深入 | 积极 | 提升 | 提高 | 增加 | 扩大 | improve | improved | significantly | significant | substantially | strengthen | better | more | grow | increase | enhance | boost | as much as possible | maximize
weak hedge: 争取 | 力争 | 尽力 | 有望 | 大约 | 大概 | try to | aim for | hopefully | roughly | approximately

# --- Small words that change how a number is read -----------------------------------------------------------
cue part-of: 其中 | 包括 | 含 | of which | including | thereof
cue needed: 需要 | 需 | 所需 | need | needs | needed | require
cue current: 目前 | 现有 | 当前 | 现 | currently | current | existing
cue end-of: 底 | 末 | 底前 | 末前 | end of | late
cue before: 前 | 之前 | 以前 | 内 | 日前
cue price: 单价 | 报价 | 价格 | 每套 | 售价 | 定价 | 客单 | price | unit price | priced | list price
cue within: 之内 | 以内 | 内 | within | in less than | per
cue last-done: 本周 | 本月
cue recurring: 每天 | 每日 | 每周 | 每月 | 每季度 | daily | weekly | monthly
cue ordinal: tier | stage | phase | type | level | version | part | step | wave | page | chapter | rating | top | priority | 第 | 版本 | 级
cue added: 新开发 | 新增 | 新拓展 | 净增
cue worth: contracts worth | 签下
cue role: account executive | account executives | account manager | account managers | sales manager | sales rep | sales reps | sales representative | sales representatives | sales development representative | customer success manager | 客户经理 | 大客户经理 | 销售经理 | 区域经理 | 销售代表 | 销售主管 | 销售工程师 | 客户成功经理
cue against: against | versus | compared with | compared to
cue unchanged: 同上 | 同前 | same as above | as above | unchanged

# --- Customer classes -------------------------------------------------------------------------------------------
class past: 过去 | 过去客户 | 流失 | 流失客户 | 沉睡客户 | past | lost | former | dormant
class existing: 现有 | 现有客户 | 老客户 | 存量 | 存量客户 | 旧客户 | existing | current | installed base
class new: 未来 | 未来客户 | 新客户 | 潜在 | 潜在客户 | 增量 | new | future | prospective | potential
"""#
