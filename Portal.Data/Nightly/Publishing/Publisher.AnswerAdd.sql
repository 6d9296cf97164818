-- Adds the answers of one source that an edition adds.
-- In: @sourceNumber, @sourceId, @edition.
insert into rpt.answer_version (is_past, subject_key, question_key, period, sex, answer, edition_number, until_edition, state, share)
select 0, s.subject_key, s.question_key, s.period, s.sex, s.answer, @edition, 0, s.state, s.share
from rpt.edition_answer_change as c
join stg.answer_distribution as s on s.subject_key = c.subject_key and s.question_key = c.question_key and s.period = c.period and s.sex = c.sex and s.answer = c.answer
where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'added'
  and s.source_number = @sourceNumber
order by s.subject_key, s.question_key, s.period, s.sex, s.answer;
