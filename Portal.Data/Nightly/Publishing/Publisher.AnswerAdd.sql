-- Adds the answers of one source that are not published yet.
-- In: @sourceNumber, @edition.
insert into rpt.answer_distribution (subject_key, question_key, period, sex, answer, state, share, edition_number)
select s.subject_key, s.question_key, s.period, s.sex, s.answer, s.state, s.share, @edition
from stg.answer_distribution as s
where s.source_number = @sourceNumber
  and not exists (
    select 1 from rpt.answer_distribution as a
    where a.subject_key = s.subject_key and a.question_key = s.question_key and a.period = s.period and a.sex = s.sex and a.answer = s.answer)
order by s.subject_key, s.question_key, s.period, s.sex, s.answer;
