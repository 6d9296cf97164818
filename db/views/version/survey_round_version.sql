-- Every version of the rows of rpt.survey_round: from which edition, and until which it held (0: it still holds).
select t.survey_id, t.period, t.name, t.asked_from, t.asked_to, t.published_on, t.is_preliminary, t.edition_number, 0 as until_edition
from rpt.survey_round as t
union all
select p.survey_id, p.period, p.name, p.asked_from, p.asked_to, p.published_on, p.is_preliminary, p.edition_number, p.until_edition
from rpt.survey_round_past as p
