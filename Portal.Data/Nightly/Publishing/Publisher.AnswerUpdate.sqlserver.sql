-- Writes the answers of one source that an edition changes.
-- In: @sourceNumber, @sourceId, @edition.
update a
set state = s.state, share = s.share, edition_number = @edition
from rpt.answer_version as a
join rpt.edition_answer_change as c
  on c.subject_key = a.subject_key and c.question_key = a.question_key and c.period = a.period and c.sex = a.sex and c.answer = a.answer
join stg.answer_distribution as s
  on s.subject_key = c.subject_key and s.question_key = c.question_key and s.period = c.period and s.sex = c.sex and s.answer = c.answer
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'changed'
  and s.source_number = @sourceNumber
  and a.is_past = 0;
