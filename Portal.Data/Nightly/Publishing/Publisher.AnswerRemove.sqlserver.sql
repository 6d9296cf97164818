-- Takes away the answers of one source that an edition removes.
-- In: @sourceId, @edition.
delete a
from rpt.answer_version as a
join rpt.edition_answer_change as c
  on c.subject_key = a.subject_key and c.question_key = a.question_key and c.period = a.period and c.sex = a.sex and c.answer = a.answer
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'removed'
  and a.is_past = 0;
