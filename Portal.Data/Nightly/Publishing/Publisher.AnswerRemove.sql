-- Takes away the answers of one source that it no longer gives.
-- In: @sourceId.
delete from rpt.answer_distribution
where question_key in (
    select q.question_key from rpt.question as q join rpt.survey as v on v.survey_id = q.survey_id where v.source_id = @sourceId)
  and not exists (
    select 1 from stg.answer_distribution as s
    where s.subject_key = rpt.answer_distribution.subject_key and s.question_key = rpt.answer_distribution.question_key
      and s.period = rpt.answer_distribution.period and s.sex = rpt.answer_distribution.sex and s.answer = rpt.answer_distribution.answer);
