-- Every version of the rows of rpt.question: from which edition, and until which it held (0: it still holds).
select t.question_key, t.question_id, t.survey_id, t.area, t.area_order, t.sort_order, t.wording, t.quality_factor_id, t.scale_id, t.replaces_key, t.edition_number, 0 as until_edition
from rpt.question as t
union all
select p.question_key, p.question_id, p.survey_id, p.area, p.area_order, p.sort_order, p.wording, p.quality_factor_id, p.scale_id, p.replaces_key, p.edition_number, p.until_edition
from rpt.question_past as p
