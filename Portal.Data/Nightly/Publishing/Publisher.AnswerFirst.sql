-- Adds all answers of a source that has published nothing before: it is its own list of changes.
-- In: @sourceNumber, @edition.
insert into rpt.answer_version (is_past, subject_key, question_key, period, sex, answer, edition_number, until_edition, state, share)
select 0, s.subject_key, s.question_key, s.period, s.sex, s.answer, @edition, 0, s.state, s.share
from stg.answer_distribution as s
where s.source_number = @sourceNumber
order by s.subject_key, s.question_key, s.period, s.sex, s.answer;
