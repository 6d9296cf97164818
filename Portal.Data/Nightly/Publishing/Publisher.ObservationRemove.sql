-- Takes away the figures of one source that it no longer gives.
-- In: @sourceId.
delete from rpt.observation
where measure_key in (select m.measure_key from rpt.measure as m where m.source_id = @sourceId)
  and not exists (
    select 1 from stg.observation as s
    where s.subject_key = rpt.observation.subject_key and s.measure_key = rpt.observation.measure_key
      and s.period = rpt.observation.period and s.sex = rpt.observation.sex);
