-- Takes away the figures of one source that an edition removes.
-- In: @sourceId, @edition.
delete from rpt.observation_version
where (is_past, subject_key, measure_key, period, sex, until_edition) in (
  select 0, c.subject_key, c.measure_key, c.period, c.sex, 0
  from rpt.edition_change as c
  where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'removed');
