-- Writes the figures of one source that differ from the published ones.
-- In: @sourceNumber, @edition.
update rpt.observation as o
set state = s.state, value = s.value, respondents = s.respondents, invited = s.invited, response_rate = s.response_rate,
    is_derived = s.is_derived, is_doubtful = s.is_doubtful, edition_number = @edition
from stg.observation as s
where s.subject_key = o.subject_key and s.measure_key = o.measure_key and s.period = o.period and s.sex = o.sex
  and s.source_number = @sourceNumber
  and exists (
    select s.state, s.value, s.respondents, s.invited, s.response_rate, s.is_derived, s.is_doubtful
    except
    select o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived, o.is_doubtful);
