-- Every version of the rows of rpt.survey: from which edition, and until which it held (0: it still holds).
select t.survey_id, t.name, t.service_area_id, t.municipality_code, t.asked, t.description, t.respondent_floor, t.rate_floor, t.answer_floor, t.source_id, t.edition_number, 0 as until_edition
from rpt.survey as t
union all
select p.survey_id, p.name, p.service_area_id, p.municipality_code, p.asked, p.description, p.respondent_floor, p.rate_floor, p.answer_floor, p.source_id, p.edition_number, p.until_edition
from rpt.survey_past as p
