-- Published figures of some units or municipalities that a later edition changed: the newest first. What became
-- final from preliminary is no correction.
-- In: @scope and @ids (of subjects), @most.
with corrected as (
  select c.edition_number, c.change_number, row_number() over (order by c.edition_number desc, c.change_number) as position
  from rpt.subject as s
  join rpt.edition_change as c on c.subject_key = s.subject_key
  where s.scope = @scope
    and s.subject_id in @ids
    and c.kind = 'changed'
    and c.old_state = 1
    and (c.new_state <> 1 or c.new_value <> c.old_value)
)
select c.edition_number as EditionNumber,
       e.published_at as PublishedAt,
       c.kind as Kind,
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
from corrected as r
join rpt.edition_change as c on c.edition_number = r.edition_number and c.change_number = r.change_number
join rpt.edition as e on e.edition_number = c.edition_number
join rpt.subject as s on s.subject_key = c.subject_key
join rpt.measure as m on m.measure_key = c.measure_key
left join rpt.question as q on q.question_key = m.question_key
where r.position <= @most
order by r.position;
