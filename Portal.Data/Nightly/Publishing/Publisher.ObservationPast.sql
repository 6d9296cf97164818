-- Lays what an edition changes or removes of one source's figures to the past, as it was.
-- In: @sourceId, @edition.
insert into rpt.observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, response_rate_high, margin, origin_period, is_derived, is_doubtful, is_approximate)
select 1, o.subject_key, o.measure_key, o.period, o.sex, o.edition_number, @edition, o.state, o.value, o.respondents, o.invited, o.response_rate, o.response_rate_high, o.margin, o.origin_period, o.is_derived, o.is_doubtful, o.is_approximate
from rpt.edition_change as c
join rpt.observation_version as o
  on o.is_past = 0 and o.subject_key = c.subject_key and o.measure_key = c.measure_key and o.period = c.period and o.sex = c.sex
where c.edition_number = @edition
  and c.source_id = @sourceId
  and c.kind in ('changed', 'removed');
