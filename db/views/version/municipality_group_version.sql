-- Every version of the rows of rpt.municipality_group: from which edition, and until which it held (0: it still holds).
select t.group_id, t.name, t.sort_key, t.kind, t.of_municipality_code, t.period, t.source_id, t.edition_number, 0 as until_edition
from rpt.municipality_group as t
union all
select p.group_id, p.name, p.sort_key, p.kind, p.of_municipality_code, p.period, p.source_id, p.edition_number, p.until_edition
from rpt.municipality_group_past as p
