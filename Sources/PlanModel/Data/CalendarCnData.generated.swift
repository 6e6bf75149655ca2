// Generated from calendar-cn.txt by plandev embed; edit that file.
// swift-format-ignore-file
let calendarCnData: StaticString = #"""
# Public holidays and make-up workdays of mainland China, as the State Council's General Office announces them every
# autumn for the next year. Add a year when its notice is out; days of December may be set by the next year's notice.
#
#   notice | year | number | date | title
#   off    | first day [.. last day] | holiday zh | holiday en
#   work   | day | holiday zh that it makes up for | holiday en
#
# off and work lines belong to the notice above them. Weekends inside a holiday are listed too, as the notice does.

notice | 2024 | 国办发明电〔2023〕7号 | 2023-10-25 | 国务院办公厅关于2024年部分节假日安排的通知
off  | 2024-01-01 | 元旦 | New Year
off  | 2024-02-10 .. 2024-02-17 | 春节 | Spring Festival
work | 2024-02-04 | 春节 | Spring Festival
work | 2024-02-18 | 春节 | Spring Festival
off  | 2024-04-04 .. 2024-04-06 | 清明节 | Qingming
work | 2024-04-07 | 清明节 | Qingming
off  | 2024-05-01 .. 2024-05-05 | 劳动节 | Labour Day
work | 2024-04-28 | 劳动节 | Labour Day
work | 2024-05-11 | 劳动节 | Labour Day
off  | 2024-06-10 | 端午节 | Dragon Boat Festival
off  | 2024-09-15 .. 2024-09-17 | 中秋节 | Mid-Autumn Festival
work | 2024-09-14 | 中秋节 | Mid-Autumn Festival
off  | 2024-10-01 .. 2024-10-07 | 国庆节 | National Day
work | 2024-09-29 | 国庆节 | National Day
work | 2024-10-12 | 国庆节 | National Day

notice | 2025 | 国办发明电〔2024〕12号 | 2024-11-12 | 国务院办公厅关于2025年部分节假日安排的通知
off  | 2025-01-01 | 元旦 | New Year
off  | 2025-01-28 .. 2025-02-04 | 春节 | Spring Festival
work | 2025-01-26 | 春节 | Spring Festival
work | 2025-02-08 | 春节 | Spring Festival
off  | 2025-04-04 .. 2025-04-06 | 清明节 | Qingming
off  | 2025-05-01 .. 2025-05-05 | 劳动节 | Labour Day
work | 2025-04-27 | 劳动节 | Labour Day
off  | 2025-05-31 .. 2025-06-02 | 端午节 | Dragon Boat Festival
off  | 2025-10-01 .. 2025-10-08 | 国庆节、中秋节 | National Day and Mid-Autumn Festival
work | 2025-09-28 | 国庆节、中秋节 | National Day and Mid-Autumn Festival
work | 2025-10-11 | 国庆节、中秋节 | National Day and Mid-Autumn Festival

notice | 2026 | 国办发明电〔2025〕7号 | 2025-11-04 | 国务院办公厅关于2026年部分节假日安排的通知
off  | 2026-01-01 .. 2026-01-03 | 元旦 | New Year
work | 2026-01-04 | 元旦 | New Year
off  | 2026-02-15 .. 2026-02-23 | 春节 | Spring Festival
work | 2026-02-14 | 春节 | Spring Festival
work | 2026-02-28 | 春节 | Spring Festival
off  | 2026-04-04 .. 2026-04-06 | 清明节 | Qingming
off  | 2026-05-01 .. 2026-05-05 | 劳动节 | Labour Day
work | 2026-05-09 | 劳动节 | Labour Day
off  | 2026-06-19 .. 2026-06-21 | 端午节 | Dragon Boat Festival
off  | 2026-09-25 .. 2026-09-27 | 中秋节 | Mid-Autumn Festival
off  | 2026-10-01 .. 2026-10-07 | 国庆节 | National Day
work | 2026-09-20 | 国庆节 | National Day
work | 2026-10-10 | 国庆节 | National Day
"""#
