-- Writes down what one source no longer gives of its answers, before an edition removes it.
-- In: @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_answer_change (edition_number, change_number, source_id, kind, subject_key, question_key, period, sex, answer, old_state, old_share)
select @edition, @offset + row_number() over (order by a.subject_key, a.question_key, a.period, a.sex, a.answer), @sourceId, 'removed', a.subject_key, a.question_key, a.period, a.sex, a.answer, a.state, a.share
from rpt.answer_distribution as a
join rpt.question as q on q.question_key = a.question_key
join rpt.survey as v on v.survey_id = q.survey_id
where v.source_id = @sourceId
  and not exists (
    select 1 from stg.answer_distribution as s
    where s.subject_key = a.subject_key and s.question_key = a.question_key and s.period = a.period and s.sex = a.sex and s.answer = a.answer);
