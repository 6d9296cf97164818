-- Takes away the figures of one source that an edition removes.
-- In: @sourceId, @edition.
delete o
from rpt.observation_version as o
join rpt.edition_change as c
  on c.subject_key = o.subject_key and c.measure_key = o.measure_key and c.period = o.period and c.sex = o.sex
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'removed'
  and o.is_past = 0;
