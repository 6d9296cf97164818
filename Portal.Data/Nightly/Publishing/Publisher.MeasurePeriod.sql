-- Counts anew, by measure, scope and year, where an edition adds or removes figures of one source or changes whether they are
-- shown. What was counted before is laid to the past.
-- In: @sourceId, @edition.
insert into rpt.measure_period_past (measure_key, scope, period, named, figures, edition_number, until_edition)
select p.measure_key, p.scope, p.period, p.named, p.figures, p.edition_number, @edition
from (
  select distinct c.measure_key, j.scope, c.period
  from rpt.edition_change as c
  join rpt.subject as j on j.subject_key = c.subject_key
  where c.edition_number = @edition
    and c.source_id = @sourceId
    and c.sex = 'T'
    and (c.kind <> 'changed' or iif(c.old_value is null, 0, 1) <> iif(c.new_value is null, 0, 1))
) as t
join rpt.measure_period as p on p.measure_key = t.measure_key and p.scope = t.scope and p.period = t.period;

delete from rpt.measure_period
where exists (
  select 1
  from rpt.measure_period_past as p
  where p.measure_key = measure_period.measure_key
    and p.scope = measure_period.scope
    and p.period = measure_period.period
    and p.until_edition = @edition);

insert into rpt.measure_period (measure_key, scope, period, named, figures, edition_number)
select t.measure_key, t.scope, t.period, count(*), count(o.value), @edition
from (
  select distinct c.measure_key, j.scope, c.period
  from rpt.edition_change as c
  join rpt.subject as j on j.subject_key = c.subject_key
  where c.edition_number = @edition
    and c.source_id = @sourceId
    and c.sex = 'T'
    and (c.kind <> 'changed' or iif(c.old_value is null, 0, 1) <> iif(c.new_value is null, 0, 1))
) as t
join rpt.measure_subject as x on x.measure_key = t.measure_key
join rpt.subject as j on j.subject_key = x.subject_key and j.scope = t.scope
join rpt.observation as o
  on o.subject_key = x.subject_key and o.measure_key = t.measure_key and o.period = t.period and o.sex = 'T'
group by t.measure_key, t.scope, t.period;
