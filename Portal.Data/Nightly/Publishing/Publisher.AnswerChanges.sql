-- Writes down what an edition changes and adds of one source's answers, before it does so.
-- In: @sourceNumber, @sourceId, @edition, @offset (rows that the edition has already).
insert into rpt.edition_answer_change (edition_number, change_number, source_id, kind, subject_key, question_key, period, sex, answer, old_state, new_state, old_share, new_share)
select @edition, @offset + row_number() over (order by c.kind, c.subject_key, c.question_key, c.period, c.sex, c.answer), @sourceId,
       c.kind, c.subject_key, c.question_key, c.period, c.sex, c.answer, c.old_state, c.new_state, c.old_share, c.new_share
from (
  select iif(a.state is null, 'added', 'changed') as kind, s.subject_key, s.question_key, s.period, s.sex, s.answer,
         a.state as old_state, s.state as new_state, a.share as old_share, s.share as new_share
  from stg.answer_distribution as s
  left join rpt.answer_distribution as a
    on a.subject_key = s.subject_key and a.question_key = s.question_key and a.period = s.period and a.sex = s.sex and a.answer = s.answer
  where s.source_number = @sourceNumber
    and (a.state is null or exists (
      select s.state, s.share
      except
      select a.state, a.share))
) as c;
