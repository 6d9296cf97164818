-- Adds all figures of a source that has published nothing before: it is its own list of changes.
-- In: @sourceNumber, @edition.
insert into rpt.observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, response_rate_high, margin, origin_period, is_derived, is_doubtful, is_approximate)
select 0, s.subject_key, s.measure_key, s.period, s.sex, @edition, 0, s.state, s.value, s.respondents, s.invited, s.response_rate, s.response_rate_high, s.margin, s.origin_period, s.is_derived, s.is_doubtful, s.is_approximate
from stg.observation as s
where s.source_number = @sourceNumber
order by s.subject_key, s.measure_key, s.period, s.sex;
