-- Writes down what an edition changes, adds and removes of one source's figures, before it does so.
-- In: @sourceNumber, @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_change (edition_number, change_number, source_id, kind, subject_key, measure_key, period, sex, old_state, old_value, new_state, new_value, reason)
select @edition, @offset + row_number() over (order by c.kind, c.subject_key, c.measure_key, c.period, c.sex), @sourceId,
       c.kind, c.subject_key, c.measure_key, c.period, c.sex, c.old_state, c.old_value, c.new_state, c.new_value, null
from (
  select iif(o.state is null, 'added', 'changed') as kind, s.subject_key, s.measure_key, s.period, s.sex,
         o.state as old_state, o.value as old_value, s.state as new_state, s.value as new_value
  from stg.observation as s
  left join rpt.observation as o
    on o.subject_key = s.subject_key and o.measure_key = s.measure_key and o.period = s.period and o.sex = s.sex
  where s.source_number = @sourceNumber
    and (o.state is null or exists (
      select s.state, s.value, s.respondents, s.invited, s.response_rate, s.is_derived, s.is_doubtful
      except
      select o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived, o.is_doubtful))
  union all
  select 'removed', o.subject_key, o.measure_key, o.period, o.sex, o.state, o.value, null, null
  from rpt.observation as o
  join rpt.measure as m on m.measure_key = o.measure_key
  where m.source_id = @sourceId
    and not exists (
      select 1 from stg.observation as s
      where s.subject_key = o.subject_key and s.measure_key = o.measure_key and s.period = o.period and s.sex = o.sex)
) as c;
