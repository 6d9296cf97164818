-- Adds the figures of one source that are not published yet.
-- In: @sourceNumber, @edition.
insert into rpt.observation (subject_key, measure_key, period, sex, state, value, respondents, invited, response_rate, is_derived, is_doubtful, edition_number)
select s.subject_key, s.measure_key, s.period, s.sex, s.state, s.value, s.respondents, s.invited, s.response_rate, s.is_derived, s.is_doubtful, @edition
from stg.observation as s
where s.source_number = @sourceNumber
  and not exists (
    select 1 from rpt.observation as o
    where o.subject_key = s.subject_key and o.measure_key = s.measure_key and o.period = s.period and o.sex = s.sex)
order by s.subject_key, s.measure_key, s.period, s.sex;
