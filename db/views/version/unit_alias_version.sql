-- Every version of the rows of rpt.unit_alias: from which edition, and until which it held (0: it still holds).
select t.unit_id, t.name, t.search_name, t.source_id, t.edition_number, 0 as until_edition
from rpt.unit_alias as t
union all
select p.unit_id, p.name, p.search_name, p.source_id, p.edition_number, p.until_edition
from rpt.unit_alias_past as p
