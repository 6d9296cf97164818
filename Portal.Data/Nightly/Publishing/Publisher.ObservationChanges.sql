-- Writes down what an edition changes and adds of one source's figures, before it does so.
-- In: @sourceNumber, @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_change (edition_number, change_number, source_id, kind, subject_key, measure_key, period, sex, old_state, new_state, old_value, new_value)
select @edition, @offset + row_number() over (order by c.kind, c.subject_key, c.measure_key, c.period, c.sex), @sourceId,
       c.kind, c.subject_key, c.measure_key, c.period, c.sex, c.old_state, c.new_state, c.old_value, c.new_value
from (
  select iif(o.state is null, 'added', 'changed') as kind, s.subject_key, s.measure_key, s.period, s.sex,
         o.state as old_state, s.state as new_state, o.value as old_value, s.value as new_value
  from stg.observation as s
  left join rpt.observation as o
    on o.subject_key = s.subject_key and o.measure_key = s.measure_key and o.period = s.period and o.sex = s.sex
  where s.source_number = @sourceNumber
    and (o.state is null or exists (
      select s.state, s.value, s.respondents, s.invited, s.response_rate, s.response_rate_high, s.margin, s.origin_period, s.is_derived, s.is_doubtful, s.is_approximate
      except
      select o.state, o.value, o.respondents, o.invited, o.response_rate, o.response_rate_high, o.margin, o.origin_period, o.is_derived, o.is_doubtful, o.is_approximate))
) as c;
