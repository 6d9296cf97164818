-- Every version of the rows of rpt.subject: from which edition, and until which it held (0: it still holds).
select t.subject_key, t.scope, t.subject_id, t.name, t.unit_id, t.municipality_code, t.group_id, t.edition_number, 0 as until_edition
from rpt.subject as t
union all
select p.subject_key, p.scope, p.subject_id, p.name, p.unit_id, p.municipality_code, p.group_id, p.edition_number, p.until_edition
from rpt.subject_past as p
