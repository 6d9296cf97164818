-- What an edition changed, added and removed of answers, in the order in which it is written down.
-- In: @number, @first, @last (places in the list, from 1).
select c.kind as Kind,
       c.source_id as SourceId,
       s.scope as Scope,
       s.subject_id as SubjectId,
       s.name as SubjectName,
       q.question_id as QuestionId,
       q.wording as Wording,
       p.label as Answer,
       'percent' as Unit,
       'round' as PeriodKind,
       c.period as Period,
       c.sex as Sex,
       c.old_state as OldState,
       c.old_share as OldValue,
       c.new_state as NewState,
       c.new_share as NewValue
from rpt.edition_answer_change as c
join rpt.subject as s on s.subject_key = c.subject_key
join rpt.question as q on q.question_key = c.question_key
left join rpt.answer_option as p on p.scale_id = q.scale_id and p.answer = c.answer
where c.edition_number = @number
  and c.change_number between @first and @last
order by c.change_number;
