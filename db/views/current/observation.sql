-- The figures of the newest edition. The past lies in the same table, behind them.
select o.subject_key,
       o.measure_key,
       o.period,
       o.sex,
       o.state,
       o.value,
       o.respondents,
       o.invited,
       o.response_rate,
       o.response_rate_high,
       o.margin,
       o.origin_period,
       o.is_derived,
       o.is_doubtful,
       o.is_approximate,
       o.edition_number
from rpt.observation_version as o
where o.is_past = 0
