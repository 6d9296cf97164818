-- Every version of the rows of rpt.answer_option: from which edition, and until which it held (0: it still holds).
select t.scale_id, t.answer, t.label, t.score, t.is_positive, t.edition_number, 0 as until_edition
from rpt.answer_option as t
union all
select p.scale_id, p.answer, p.label, p.score, p.is_positive, p.edition_number, p.until_edition
from rpt.answer_option_past as p
