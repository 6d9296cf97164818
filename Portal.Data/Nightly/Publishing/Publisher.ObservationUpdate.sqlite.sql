-- Writes the figures of one source that an edition changes.
-- In: @sourceNumber, @sourceId, @edition.
update rpt.observation_version as o
set state = s.state, value = s.value, respondents = s.respondents, invited = s.invited, response_rate = s.response_rate, response_rate_high = s.response_rate_high, margin = s.margin, origin_period = s.origin_period, is_derived = s.is_derived, is_doubtful = s.is_doubtful, is_approximate = s.is_approximate, edition_number = @edition
from rpt.edition_change as c
join stg.observation as s on s.subject_key = c.subject_key and s.measure_key = c.measure_key and s.period = c.period and s.sex = c.sex
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'changed'
  and s.source_number = @sourceNumber
  and o.is_past = 0 and o.subject_key = c.subject_key and o.measure_key = c.measure_key and o.period = c.period and o.sex = c.sex;
