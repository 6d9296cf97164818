-- Every version of the rows of rpt.quality_factor: from which edition, and until which it held (0: it still holds).
select t.quality_factor_id, t.name, t.sort_order, t.edition_number, 0 as until_edition
from rpt.quality_factor as t
union all
select p.quality_factor_id, p.name, p.sort_order, p.edition_number, p.until_edition
from rpt.quality_factor_past as p
