-- What an edition changed, added and removed of figures, in the order in which it is written down.
-- In: @number, @first, @last (places in the list, from 1).
select c.kind as Kind,
       c.source_id as SourceId,
       s.scope as Scope,
       s.subject_id as SubjectId,
       s.name as SubjectName,
       m.measure_id as MeasureId,
       m.name as MeasureName,
       q.wording as Wording,
       m.unit as Unit,
       m.decimals as Decimals,
       m.period_kind as PeriodKind,
       c.period as Period,
       c.sex as Sex,
       c.old_state as OldState,
       c.old_value as OldValue,
       c.new_state as NewState,
       c.new_value as NewValue
from rpt.edition_change as c
join rpt.subject as s on s.subject_key = c.subject_key
join rpt.measure as m on m.measure_key = c.measure_key
left join rpt.question as q on q.question_key = m.question_key
where c.edition_number = @number
  and c.change_number between @first and @last
order by c.change_number;
