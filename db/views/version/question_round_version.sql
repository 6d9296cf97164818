-- Every version of the rows of rpt.question_round: from which edition, and until which it held (0: it still holds).
select t.question_key, t.period, t.edition_number, 0 as until_edition
from rpt.question_round as t
union all
select p.question_key, p.period, p.edition_number, p.until_edition
from rpt.question_round_past as p
