-- The newest overall figure of each unit, all sexes: the one that lists show. A unit without one has no row here.
select u.unit_id,
       o.subject_key,
       o.measure_key,
       o.period,
       o.state,
       o.value,
       o.respondents,
       o.invited,
       o.response_rate,
       o.is_doubtful
from rpt.unit as u
join rpt.subject as s on s.unit_id = u.unit_id and s.scope = 'unit'
join rpt.observation as o
  on o.subject_key = s.subject_key
 and o.measure_key = u.headline_measure_key
 and o.period = u.headline_period
 and o.sex = 'T'
