-- Adds the figures of one source that an edition adds.
-- In: @sourceNumber, @sourceId, @edition.
insert into rpt.observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, response_rate_high, margin, origin_period, is_derived, is_doubtful, is_approximate)
select 0, s.subject_key, s.measure_key, s.period, s.sex, @edition, 0, s.state, s.value, s.respondents, s.invited, s.response_rate, s.response_rate_high, s.margin, s.origin_period, s.is_derived, s.is_doubtful, s.is_approximate
from rpt.edition_change as c
join stg.observation as s on s.subject_key = c.subject_key and s.measure_key = c.measure_key and s.period = c.period and s.sex = c.sex
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'added'
  and s.source_number = @sourceNumber
order by s.subject_key, s.measure_key, s.period, s.sex;
