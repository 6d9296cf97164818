-- Takes away the answers of one source that an edition removes.
-- In: @sourceId, @edition.
delete from rpt.answer_version
where (is_past, subject_key, question_key, period, sex, answer, until_edition) in (
  select 0, c.subject_key, c.question_key, c.period, c.sex, c.answer, 0
  from rpt.edition_answer_change as c
  where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'removed');
