-- Writes down what one source no longer gives of its figures, before an edition removes it.
-- In: @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_change (edition_number, change_number, source_id, kind, subject_key, measure_key, period, sex, old_state, old_value)
select @edition, @offset + row_number() over (order by o.subject_key, o.measure_key, o.period, o.sex), @sourceId, 'removed', o.subject_key, o.measure_key, o.period, o.sex, o.state, o.value
from rpt.observation as o
join rpt.measure as m on m.measure_key = o.measure_key
where m.source_id = @sourceId
  and not exists (
    select 1 from stg.observation as s
    where s.subject_key = o.subject_key and s.measure_key = o.measure_key and s.period = o.period and s.sex = o.sex);
