import PlanSyntax
import Testing

/// Periods and dates in digits and English words.
@Suite struct ValuesLatinPeriodTests {
  @Test(arguments: ReadingRow.rows(Self.rows))
  func reads(_ row: ReadingRow) {
    row.expectPeriod()
  }

  private static let rows = #"""
    ⟦2026⟧ ⇒ 2026
    ⟦2026H1⟧ ⇒ 2026 H1
    ⟦2026-H1⟧ ⇒ 2026 H1
    ⟦2026-Q1⟧ ⇒ 2026 Q1
    ⟦2026Q1⟧ ⇒ 2026 Q1
    ⟦Q1⟧ ⇒ ? Q1
    ⟦2026-03⟧ ⇒ 2026 M3
    ⟦2026/03⟧ ⇒ 2026 M3
    ⟦2026-W12⟧ ⇒ 2026 W12
    ⟦W12⟧ ⇒ ? W12
    ⟦2026-03-17⟧ ⇒ 2026 M3 D17
    ⟦2026/3/17⟧ ⇒ 2026 M3 D17
    ⟦2026.3.17⟧ ⇒ 2026 M3 D17
    ⟦3/17⟧ ⇒ ? M3 D17
    ⟦Mar 17⟧ ⇒ ? M3 D17
    ⟦March 17, 2026⟧ ⇒ 2026 M3 D17
    ⟦17 March 2026⟧ ⇒ 2026 M3 D17
    ⟦Jan⟧ ⇒ ? M1
    ⟦Q1'26⟧ ⇒ 2026 Q1
    ⟦Tuesday⟧ ⇒ weekday 2
    ⟦FY26⟧ ⇒ FY2026
    ⟦FY2026⟧ ⇒ FY2026
    ⟦FY26-Q2⟧ ⇒ FY2026 Q2
    ⟦FY26Q2⟧ ⇒ FY2026 Q2
    ⟦07/21–07/22⟧ ⇒ ? M7 D21 … ? M7 D22
    ⟦2026-03-01..2026-03-15⟧ ⇒ 2026 M3 D1 … 2026 M3 D15
    ⟦2026-03-01/2026-03-15⟧ ⇒ 2026 M3 D1 … 2026 M3 D15
    ⟦30–60 Days⟧ ⇒ days 30–60
    ⟦Week 2⟧ ⇒ ? week 2
    ⟦Week 2 (Jan 8-14)⟧ ⇒ ? M1 D8 … ? M1 D14
    ⟦Q5⟧ ⇒ impossibleDate
    ⟦Mar 17 (Tue)⟧ ⇒ ? M3 D17 (2 at 8..<11)
    ⟦Fri, March 20⟧ ⇒ ? M3 D20 (5 at 0..<3)
    ⟦90-day⟧ plan ⇒ days 0–90
    ⟦Q1-Q3⟧ ⇒ ? Q1 … ? Q3
    ⟦Mon–Fri⟧ ⇒ weekday 1 … weekday 5
    ⟦CY19-Q3⟧ ⇒ 2019 Q3
    ⟦FY26 Q2⟧ ⇒ FY2026 Q2
    ⟦Q1 2026⟧ ⇒ 2026 Q1
    ⟦Q1 FY26⟧ ⇒ FY2026 Q1
    ⟦H2 2026⟧ ⇒ 2026 H2
    ⟦2026-02-30⟧ ⇒ impossibleDate
    ⟦2026-03-17⟧T10:00 ⇒ 2026 M3 D17
    ⟦May⟧ ⇒ ? M5
    ⟦May 5⟧ ⇒ ? M5 D5
    ⟦Sep 2026⟧ ⇒ 2026 M9
    ⟦Q7⟧ ⇒ impossibleDate
    ⟦2025-2026⟧ ⇒ 2025 … 2026
    ⟦July 2026 – Sep 2026⟧ ⇒ 2026 M7 … 2026 M9
    ⟦Jan 8 – Feb 2, 2026⟧ ⇒ 2026 M1 D8 … 2026 M2 D2
    ⟦last year⟧ ⇒ year last
    ⟦this quarter⟧ ⇒ this quarter
    ⟦first half⟧ ⇒ ? H1
    ⟦7/24/2026⟧ ⇒ 2026 M7 D24
    ⟦2026W12⟧ ⇒ 2026 W12
    ⟦2026-03-T1⟧ ⇒ 2026 M3 T1
    ⟦2026 Q1⟧ ⇒ 2026 Q1
    目标：⟦Q1⟧ ⇒ ? Q1
    by ⟦2026-03-15⟧ ⇒ 2026 M3 D15
    due:: ⟦2026-03-15⟧ ⇒ 2026 M3 D15
    📅 ⟦2026-03-15⟧ ⇒ 2026 M3 D15
    ⟦2026.03.17⟧ ⇒ 2026 M3 D17
    ⟦2026/03/17⟧ ⇒ 2026 M3 D17
    ⟦2026-3-7⟧ ⇒ 2026 M3 D7
    ⟦2026-00-10⟧ ⇒ impossibleDate
    ⟦2026-04-31⟧ ⇒ impossibleDate
    ⟦2026/2/30⟧ ⇒ impossibleDate
    ⟦2026-03-17, Tuesday⟧ ⇒ 2026 M3 D17 (2 at 12..<19)
    ⟦2026-03-17 [Tue]⟧ ⇒ 2026 M3 D17 (2 at 12..<15)
    ⟦Mar 17 Tue⟧ ⇒ ? M3 D17 (2 at 7..<10)
    ⟦Tuesday, March 17⟧ ⇒ ? M3 D17 (2 at 0..<7)
    ⟦Tue Mar 17, 2026⟧ ⇒ 2026 M3 D17 (2 at 0..<3)
    ⟦Tue⟧. ⇒ weekday 2
    ⟦Sunday⟧ ⇒ weekday 7
    ⟦March⟧ ⇒ ? M3
    ⟦Mar⟧. ⇒ ? M3
    ⟦Mar. 17⟧ ⇒ ? M3 D17
    ⟦Sept 5⟧ ⇒ ? M9 D5
    ⟦Dec 31, 2026⟧ ⇒ 2026 M12 D31
    ⟦December 2026⟧ ⇒ 2026 M12
    ⟦Dec⟧ '26 ⇒ ? M12
    ⟦Dec'26⟧ ⇒ 2026 M12
    ⟦1 Jan 2026⟧ ⇒ 2026 M1 D1
    ⟦1st January⟧ ⇒ ? M1 D1
    ⟦Jan 1st, 2026⟧ ⇒ 2026 M1 D1
    ⟦Jan 31-Feb 6⟧ ⇒ ? M1 D31 … ? M2 D6
    ⟦Jan 8 to Jan 14⟧ ⇒ ? M1 D8 … ? M1 D14
    ⟦Jan 8–14, 2026⟧ ⇒ 2026 M1 D8 … 2026 M1 D14
    ⟦Feb 30⟧ ⇒ impossibleDate
    ⟦Jan⟧ 12万 ⇒ ? M1
    ⟦Jan⟧ 300 ⇒ ? M1
    ⟦Q1⟧-2 ⇒ ? Q1
    ⟦Q1–Q2⟧ ⇒ ? Q1 … ? Q2
    ⟦Q3-Q1⟧ ⇒ reversed
    ⟦Q1⟧目标（万元） ⇒ ? Q1
    ⟦Q1FY26⟧ ⇒ FY2026 Q1
    ⟦Q1 FY2026⟧ ⇒ FY2026 Q1
    ⟦Q2'27⟧ ⇒ 2027 Q2
    ⟦q3⟧ ⇒ ? Q3
    ⟦Q4 2026⟧ ⇒ 2026 Q4
    ⟦Q4, 2026⟧ ⇒ 2026 Q4
    ⟦Q4/2026⟧ ⇒ 2026 Q4
    ⟦Q4-2026⟧ ⇒ 2026 Q4
    ⟦Q1⟧ 2026-03 ⇒ ? Q1
    ⟦H1⟧ ⇒ ? H1
    ⟦H2⟧ ⇒ ? H2
    ⟦H1 2026⟧ ⇒ 2026 H1
    ⟦H1'26⟧ ⇒ 2026 H1
    ⟦h2⟧ ⇒ ? H2
    ⟦FY26H1⟧ ⇒ FY2026 H1
    ⟦FY26 H2⟧ ⇒ FY2026 H2
    ⟦FY26-H2⟧ ⇒ FY2026 H2
    ⟦FY2026-Q4⟧ ⇒ FY2026 Q4
    ⟦FY26-W12⟧ ⇒ FY2026 W12
    ⟦FY26⟧目标 ⇒ FY2026
    ⟦FY25-FY26⟧ ⇒ FY2025 … FY2026
    ⟦fy26⟧ ⇒ FY2026
    ⟦FY 2026⟧ ⇒ FY2026
    ⟦FY26⟧年 ⇒ FY2026
    ⟦W1⟧ ⇒ ? W1
    ⟦W53⟧ ⇒ ? W53
    ⟦2026-W53⟧ ⇒ 2026 W53
    ⟦2026-W54⟧ ⇒ impossibleDate
    ⟦2026-W1⟧ ⇒ 2026 W1
    ⟦2026w12⟧ ⇒ 2026 W12
    ⟦Week 12⟧ ⇒ ? week 12
    ⟦week 3⟧ ⇒ ? week 3
    ⟦Wk 3⟧ ⇒ ? week 3
    ⟦Week 2 (Jan 8–Jan 14)⟧ ⇒ ? M1 D8 … ? M1 D14
    ⟦2026-03⟧-T4 ⇒ 2026 M3
    ⟦2026-Q5⟧ ⇒ impossibleDate
    ⟦next year⟧ ⇒ year next
    ⟦prior year⟧ ⇒ year last
    ⟦this month⟧ ⇒ this month
    ⟦this week⟧ ⇒ this week
    ⟦full year⟧ ⇒ whole ?
    ⟦second half⟧ ⇒ ? H2
    ⟦third quarter⟧ ⇒ ? Q3
    ⟦0-30 days⟧ target ⇒ days 0–30
    ⟦90 Days⟧ ⇒ days 0–90
    ⟦2000⟧ ⇒ 2000
    ⟦2026⟧： ⇒ 2026
    ⟦2026⟧) ⇒ 2026
    ⟦2026⟧/ ⇒ 2026
    ⟦2026⟧- ⇒ 2026
    ⟦2026⟧ 目标 ⇒ 2026
    ⟦2024–2026⟧ ⇒ 2024 … 2026
    ⟦２０２６⟧ ⇒ 2026
    ⟦3/17/2026⟧ ⇒ 2026 M3 D17
    ⟦2/29⟧ ⇒ ? M2 D29
    ⟦12/31⟧ ⇒ ? M12 D31
    ⟦3/15–3/20⟧ ⇒ ? M3 D15 … ? M3 D20
    ⟦07/21 - 07/22⟧ ⇒ ? M7 D21 … ? M7 D22
    ⟦2026-03-01 ~ 2026-03-15⟧ ⇒ 2026 M3 D1 … 2026 M3 D15
    ⟦2026-03-01 to 2026-03-15⟧ ⇒ 2026 M3 D1 … 2026 M3 D15
    ⟦2026-03-01⟧.. ⇒ 2026 M3 D1
    ⟦2026-03..2026-05⟧ ⇒ 2026 M3 … 2026 M5
    ⟦2026-03-17⟧_1 ⇒ 2026 M3 D17
    ⟦2026-03-17⟧.md ⇒ 2026 M3 D17
    ⟦2026-W12⟧.md ⇒ 2026 W12
    ⟦2026-Q1⟧.md ⇒ 2026 Q1
    ⟦2026⟧.md ⇒ 2026
    ⟦Monday to Friday⟧ ⇒ weekday 1 … weekday 5
    ⟦May 2026⟧ ⇒ 2026 M5
    ⟦CY2026⟧ ⇒ 2026
    ⟦02/29⟧ ⇒ ? M2 D29
    ⟦2026⟧三家 ⇒ 2026
    ⟦2026⟧的目标 ⇒ 2026
    ⟦2026⟧至少5家 ⇒ 2026
    """#
}
