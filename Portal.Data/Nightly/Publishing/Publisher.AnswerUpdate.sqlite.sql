-- Writes the answers of one source that an edition changes.
-- In: @sourceNumber, @sourceId, @edition.
update rpt.answer_version as a
set state = s.state, share = s.share, edition_number = @edition
from rpt.edition_answer_change as c
join stg.answer_distribution as s on s.subject_key = c.subject_key and s.question_key = c.question_key and s.period = c.period and s.sex = c.sex and s.answer = c.answer
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'changed'
  and s.source_number = @sourceNumber
  and a.is_past = 0 and a.subject_key = c.subject_key and a.question_key = c.question_key and a.period = c.period and a.sex = c.sex and a.answer = c.answer;
