-- Every version of the rows of rpt.service_area: from which edition, and until which it held (0: it still holds).
select t.service_area_id, t.name, t.unit_word, t.sort_order, t.edition_number, 0 as until_edition
from rpt.service_area as t
union all
select p.service_area_id, p.name, p.unit_word, p.sort_order, p.edition_number, p.until_edition
from rpt.service_area_past as p
