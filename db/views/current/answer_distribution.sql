-- How answers were spread in the newest edition. The past lies in the same table, behind them.
select a.subject_key,
       a.question_key,
       a.period,
       a.sex,
       a.answer,
       a.state,
       a.share,
       a.edition_number
from rpt.answer_version as a
where a.is_past = 0
