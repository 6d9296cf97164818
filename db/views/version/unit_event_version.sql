-- Every version of the rows of rpt.unit_event: from which edition, and until which it held (0: it still holds).
select t.unit_id, t.event_id, t.kind, t.happened_on, t.old_name, t.new_name, t.other_unit_id, t.source_id, t.edition_number, 0 as until_edition
from rpt.unit_event as t
union all
select p.unit_id, p.event_id, p.kind, p.happened_on, p.old_name, p.new_name, p.other_unit_id, p.source_id, p.edition_number, p.until_edition
from rpt.unit_event_past as p
