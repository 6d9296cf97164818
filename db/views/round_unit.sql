-- What each unit gave to a round of a survey, all sexes: the most that answered and were asked any one question, and whether
-- anything of it is shown. A unit that was not asked has no row.
select m.survey_id,
       o.period,
       o.subject_key,
       s.unit_id,
       max(o.respondents) as respondents,
       max(o.invited) as invited,
       max(o.response_rate) as response_rate,
       max(iif(o.state in (1, 7), 1, 0)) as is_shown
from rpt.measure as m
join rpt.observation as o on o.measure_key = m.measure_key
join rpt.subject as s on s.subject_key = o.subject_key
where m.survey_id is not null
  and s.scope = 'unit'
  and o.sex = 'T'
  and o.state <> 3
group by m.survey_id, o.period, o.subject_key, s.unit_id
