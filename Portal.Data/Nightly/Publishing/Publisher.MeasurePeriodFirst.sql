-- Counts the figures of a source that has published nothing before, by measure, scope and year.
-- In: @sourceNumber, @edition.
insert into rpt.measure_period (measure_key, scope, period, named, figures, edition_number)
select s.measure_key, j.scope, s.period, count(*), count(s.value), @edition
from stg.observation as s
join rpt.subject as j on j.subject_key = s.subject_key
where s.source_number = @sourceNumber
  and s.sex = 'T'
group by s.measure_key, j.scope, s.period;
