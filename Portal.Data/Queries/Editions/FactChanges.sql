-- What an edition changed, added and removed of all that is not figures, in the order in which it is written down.
-- In: @number, @first, @last (places in the list, from 1).
select f.kind as Kind,
       f.source_id as SourceId,
       f.thing as Thing,
       f.thing_id as ThingId,
       f.name as ThingName,
       f.column_name as ColumnName,
       f.old_text as OldText,
       f.new_text as NewText
from rpt.edition_fact as f
where f.edition_number = @number
  and f.fact_number between @first and @last
order by f.fact_number;
