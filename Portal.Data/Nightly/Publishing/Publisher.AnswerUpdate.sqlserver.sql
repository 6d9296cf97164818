-- Writes the answers of one source that differ from the published ones.
-- In: @sourceNumber, @edition.
update a
set state = s.state, share = s.share, edition_number = @edition
from rpt.answer_distribution as a
join stg.answer_distribution as s
  on s.subject_key = a.subject_key and s.question_key = a.question_key and s.period = a.period and s.sex = a.sex and s.answer = a.answer
where s.source_number = @sourceNumber
  and exists (select s.state, s.share except select a.state, a.share);
