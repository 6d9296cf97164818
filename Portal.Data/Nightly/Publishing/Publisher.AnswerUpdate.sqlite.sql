-- Writes the answers of one source that differ from the published ones.
-- In: @sourceNumber, @edition.
update rpt.answer_distribution as a
set state = s.state, share = s.share, edition_number = @edition
from stg.answer_distribution as s
where s.subject_key = a.subject_key and s.question_key = a.question_key and s.period = a.period and s.sex = a.sex and s.answer = a.answer
  and s.source_number = @sourceNumber
  and exists (select s.state, s.share except select a.state, a.share);
