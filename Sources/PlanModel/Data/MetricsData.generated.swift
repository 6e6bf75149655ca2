// Generated from metrics.txt by plandev embed; edit that file.
// swift-format-ignore-file
let metricsData: StaticString = #"""
# The metrics that plans speak of. One a line, columns separated by |:
#
#   id | name zh | name en | unit | kind | better | parts | measure words | aliases
#
# unit: money, count, percent, days, hours. kind: flow (adds up over time), stock (the last value counts), ratio,
# probability. better: high or low. parts: numerator / denominator of a ratio; without them it is not aggregable.
# measure words: what may stand behind a count. aliases: other words for the same thing, separated by commas.
# Words are compared without regard to case, width and blanks. Ids are permanent.

bookings | 签约额 | bookings | money | flow | high | | | 签约, 签约金额, 合同额, 合同金额, 合同总额, 新签合同额, 新签额, 新签, book, booked, 签单额, 签单, 签单金额, 成单额, 成单金额, 成交额, 成交金额, 订单额, 订单金额, 业绩, 业绩额, 销售业绩, ACV, TCV, new ARR, net new ARR, new business, closed won, closed-won, signed contracts, contracts worth, 签下, contract value, orders, order intake, new bookings, total bookings, quota
revenue | 销售额 | revenue | money | flow | high | | | 销售收入, 销售金额, 销售总额, 营收, 营业收入, 营业额, 收入, 总收入, 确认收入, 销货额, sales revenue, total revenue, net revenue, recognized revenue, turnover, net sales, gross sales
collections | 回款额 | collections | money | flow | high | | | 回款, 回款金额, 到账, 到账额, 到款, 到款额, 收款, 收款额, 回笼资金, 货款回笼, 现金回款, cash collected, cash collections, cash in, payments received, collected
invoices | 开票额 | invoices | money | flow | high | | | 开票, 开票金额, 发票金额, invoiced, billings, invoicing
shipments | 发货额 | shipments | money | flow | high | | | 发货, 发货金额, 出货额, 出货, 交付额, shipped, deliveries
gross-profit | 毛利 | gross profit | money | flow | high | | | 毛利额, 毛利润, 销售毛利, gross margin amount, GP
visits | 拜访 | visits | count | flow | high | | 次, 家次, 家, 人次, 个, 户 | visit, 拜访量, 拜访数, 拜访次数, 拜访数量, 客户拜访, 客户拜访量, 客户拜访次数, 客户拜访数, 走访, 走访次数, 上门拜访, 拜访客户, 拜访客户数, 有效拜访, 有效拜访量, customer visits, client visits, meetings, customer meetings, client meetings, in-person meetings
cold-visits | 陌拜 | cold visits | count | flow | high | | 次, 家次, 家, 人次, 个, 户 | 陌生拜访, 陌拜量, 陌拜数, 陌拜次数, 陌生拜访量, 陌生拜访次数, 陌访, 新客户拜访, 扫街, cold calls in person, prospecting visits, prospect visits
revisits | 回访 | revisits | count | flow | high | | 次, 家次, 家, 人次, 个, 户 | 回访量, 回访数, 回访次数, 客户回访, 客户回访量, 老客户回访, 旧客户回访, 老客户拜访, follow-up visits, follow-ups, return visits
calls | 电话量 | calls | count | flow | high | | 个, 通, 次 | 电话数, 电话拜访, 电话联系, 外呼, 外呼量, 通话量, 电话沟通, cold calls, phone calls, dials, outbound calls
leads | 线索数 | leads | count | flow | high | | 条, 个, 家 | 线索, 线索量, 新增线索, 新线索, 销售线索, 有效线索, MQL, MQLs, SQL, SQLs, new leads, qualified leads, sales qualified leads, marketing qualified leads
quotes | 报价数 | quotes | count | flow | high | | 份, 次, 个 | 报价, 报价量, 报价次数, 方案数, 方案报价, proposals, proposals sent, quotations, quotes sent
demos | 演示数 | demos | count | flow | high | | 次, 场, 个 | 演示, 产品演示, 演示次数, 产品演示次数, 方案演示, product demos, demonstrations
bids | 投标 | bids | count | flow | high | | 个, 次, 标, 项, 家 | 投标数, 投标数量, 投标次数, 投标项目, 投标项目数, 应标, 应标数, 参与投标, tenders, bids submitted, RFPs, RFP responses
bids-won | 中标 | bids won | count | flow | high | | 个, 次, 标, 项, 家 | 中标数, 中标数量, 中标次数, 中标项目, 中标项目数, won bids, tenders won, winning bids
deals-won | 成交数 | deals won | count | flow | high | | 单, 个, 笔, 家 | 成交, 成交单数, 成单数, 签单数, 签约数, 签约单数, 签约客户数, 合同数, 合同数量, 成交客户数, 订单数, deals, deals closed, closed deals, won deals, number of deals, contracts signed
new-customers | 新客户 | new customers | count | flow | high | | 家, 个, 户, 人, 位 | 新客户数, 新增客户, 新增客户数, 新增客户数量, 新客户数量, 新客户开发, 新客户开发数, 新客户开发数量, 客户开发, 客户开发数, 客户开发数量, 开发客户, 开发新客户, 新开发客户, 新开客户, 拓客数, 新签客户, 新签客户数, new logos, new logo, new accounts, new clients, logos, customer acquisition, customers acquired
churned-customers | 流失客户数 | churned customers | count | flow | low | | 家, 个, 户, 人, 位 | 流失客户, 客户流失, 客户流失数, 丢失客户, lost customers, churned logos, logo churn
referrals | 转介绍 | referrals | count | flow | high | | 个, 家, 次, 户, 人 | 转介绍数, 转介绍客户, 转介绍客户数, 推荐客户, 推荐客户数, 客户转介绍, customer referrals
expense | 费用 | expense | money | flow | low | | | 费用额, 销售费用, 费用预算, 差旅费, 差旅费用, 招待费, 市场费用, 营销费用, 成本费用, expenses, sales expense, spend, opex, T&E, travel expense
training | 培训 | training | count | flow | high | | 次, 场, 节, 课, 人次 | 培训次数, 培训场次, 培训数, 内训, 产品培训, 培训课, trainings, training sessions, workshops
activities | 活动场次 | activities | count | flow | high | | 场, 次, 个 | 市场活动, 市场活动数, 活动数, 沙龙, 研讨会, 展会, 会销场次, events, seminars, webinars
customers | 客户数量 | customers | count | stock | high | | 家, 个, 户, 人, 位 | 客户数, 客户总数, 客户量, 客户总量, 在服客户, 活跃客户, 活跃客户数, total customers, customer count, active customers, accounts, active accounts, installed base
existing-customers | 旧客户数 | existing customers | count | stock | high | | 家, 个, 户, 人, 位 | 旧客户, 老客户, 老客户数, 老客户数量, 旧客户数量, 现有客户, 现有客户数, 现有客户数量, 存量客户, 存量客户数, current customers, existing accounts, existing clients
receivables | 应收账款 | receivables | money | stock | low | | | 应收, 应收款, 应收额, 应收帐款, 应收余额, 应收账款余额, 欠款, 未回款, 待回款, accounts receivable, AR, A/R, outstanding receivables, receivables balance
overdue-receivables | 逾期应收 | overdue receivables | money | stock | low | | | 逾期应收款, 逾期应收账款, 逾期款, 逾期欠款, 逾期账款, 逾期金额, 超期应收, past-due receivables, overdue AR, past due
opportunities | 在手商机 | open opportunities | count | stock | high | | 个, 条, 单, 家 | 商机, 商机数, 商机数量, 在手商机数, 有效商机, 储备项目, 储备项目数, 在跟项目, 机会点数, opportunities, opps, open opps, opportunity count
pipeline | 商机金额 | pipeline | money | stock | high | | | 商机额, 商机总额, 在手商机金额, 管道金额, 销售管道, 销售漏斗, 漏斗金额, 储备金额, 项目储备金额, pipeline value, open pipeline, sales pipeline, qualified pipeline, funnel
headcount | 在岗人数 | headcount | count | stock | high | | 人, 名, 位 | 团队人数, 销售人数, 编制, team size, reps, head count
bid-win-rate | 中标率 | bid win rate | percent | ratio | high | bids-won / bids | | 投标中标率, 投标成功率, tender win rate, bid success rate
win-rate | 赢率 | win rate | percent | ratio | high | | | 赢单率, 成交率, 成单率, 签单率, 签约率, 商机转化率, close rate, closing rate, win ratio
collection-rate | 回款率 | collection rate | percent | ratio | high | collections / bookings | | 资金回笼率, 收款率, 到账率, 货款回笼率, cash collection rate, collection ratio
gross-margin | 毛利率 | gross margin | percent | ratio | high | gross-profit / revenue | | 销售毛利率, 毛利润率, GM, GM%, gross profit margin
expense-rate | 费用率 | expense rate | percent | ratio | low | expense / revenue | | 销售费用率, 费用占比, 费销比, expense ratio, cost ratio
average-deal | 客单价 | average deal | money | ratio | high | | | 平均客单价, 单均金额, 平均单额, 平均合同额, 件均, 平均成交额, average deal size, ADS, ASP, AOV, average order value, average contract value
market-share | 市场份额 | market share | percent | ratio | high | | | 市场占有率, 市占率, 占有率, share of market
renewal-rate | 续约率 | renewal rate | percent | ratio | high | | | 续费率, 客户续约率, 续签率, renewal, renewals, renewals rate
satisfaction | 客户满意度 | satisfaction | percent | ratio | high | | | 满意度, 满意率, 客户满意率, customer satisfaction, CSAT
collection-probability | 回款几率 | collection probability | percent | probability | high | | | 回款概率, 回款可能性, 到账几率, 回款把握, probability of collection
win-probability | 成交几率 | win probability | percent | probability | high | | | 几率, 概率, 成功率, 成功几率, 成交概率, 成单概率, 赢单概率, 赢单几率, 签约几率, 签约概率, 成交可能性, 把握, 胜率, probability, probability of winning, close probability, confidence
"""#
