-- Notes which subjects have figures of the measures of a source that has published nothing before.
-- In: @sourceNumber.
insert into rpt.measure_subject (measure_key, subject_key)
select distinct s.measure_key, s.subject_key
from stg.observation as s
where s.source_number = @sourceNumber;
