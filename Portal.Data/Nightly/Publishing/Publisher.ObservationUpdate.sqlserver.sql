-- Writes the figures of one source that an edition changes.
-- In: @sourceNumber, @sourceId, @edition.
update o
set state = s.state, value = s.value, respondents = s.respondents, invited = s.invited, response_rate = s.response_rate, response_rate_high = s.response_rate_high, margin = s.margin, origin_period = s.origin_period, is_derived = s.is_derived, is_doubtful = s.is_doubtful, is_approximate = s.is_approximate, edition_number = @edition
from rpt.observation_version as o
join rpt.edition_change as c
  on c.subject_key = o.subject_key and c.measure_key = o.measure_key and c.period = o.period and c.sex = o.sex
join stg.observation as s
  on s.subject_key = c.subject_key and s.measure_key = c.measure_key and s.period = c.period and s.sex = c.sex
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'changed'
  and s.source_number = @sourceNumber
  and o.is_past = 0;
