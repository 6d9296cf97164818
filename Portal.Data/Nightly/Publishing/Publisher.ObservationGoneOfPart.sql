-- Writes down what one source that has read a part of its files no longer gives of those, before an edition removes it.
-- In: @sourceNumber, @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_change (edition_number, change_number, source_id, kind, subject_key, measure_key, period, sex, old_state, old_value)
select @edition, @offset + row_number() over (order by o.subject_key, o.measure_key, o.period, o.sex), @sourceId, 'removed', o.subject_key, o.measure_key, o.period, o.sex, o.state, o.value
from stg.read_subject as r
join rpt.observation as o on o.subject_key = r.subject_key
join rpt.measure as m on m.measure_key = o.measure_key
where r.source_number = @sourceNumber
  and m.source_id = @sourceId
  and not exists (
    select 1 from stg.observation as s
    where s.subject_key = o.subject_key and s.measure_key = o.measure_key and s.period = o.period and s.sex = o.sex);
