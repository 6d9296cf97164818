-- Notes which subjects have their first figure of a measure of one source.
-- In: @sourceId, @edition.
insert into rpt.measure_subject (measure_key, subject_key)
select distinct c.measure_key, c.subject_key
from rpt.edition_change as c
where c.edition_number = @edition
  and c.source_id = @sourceId
  and c.kind = 'added'
  and not exists (select 1 from rpt.measure_subject as x where x.measure_key = c.measure_key and x.subject_key = c.subject_key);
