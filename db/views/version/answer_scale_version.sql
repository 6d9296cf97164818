-- Every version of the rows of rpt.answer_scale: from which edition, and until which it held (0: it still holds).
select t.scale_id, t.name, t.edition_number, 0 as until_edition
from rpt.answer_scale as t
union all
select p.scale_id, p.name, p.edition_number, p.until_edition
from rpt.answer_scale_past as p
