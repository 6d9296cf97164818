-- Lays what an edition changes or removes of one source's answers to the past, as it was.
-- In: @sourceId, @edition.
insert into rpt.answer_version (is_past, subject_key, question_key, period, sex, answer, edition_number, until_edition, state, share)
select 1, a.subject_key, a.question_key, a.period, a.sex, a.answer, a.edition_number, @edition, a.state, a.share
from rpt.edition_answer_change as c
join rpt.answer_version as a
  on a.is_past = 0 and a.subject_key = c.subject_key and a.question_key = c.question_key and a.period = c.period and a.sex = c.sex and a.answer = c.answer
where c.edition_number = @edition
  and c.source_id = @sourceId
  and c.kind in ('changed', 'removed');
