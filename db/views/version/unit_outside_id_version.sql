-- Every version of the rows of rpt.unit_outside_id: from which edition, and until which it held (0: it still holds).
select t.source_id, t.outside_id, t.unit_id, t.id_scheme, t.edition_number, 0 as until_edition
from rpt.unit_outside_id as t
union all
select p.source_id, p.outside_id, p.unit_id, p.id_scheme, p.edition_number, p.until_edition
from rpt.unit_outside_id_past as p
