-- Every version of the rows of rpt.municipality_neighbour: from which edition, and until which it held (0: it still holds).
select t.municipality_code, t.neighbour_code, t.edition_number, 0 as until_edition
from rpt.municipality_neighbour as t
union all
select p.municipality_code, p.neighbour_code, p.edition_number, p.until_edition
from rpt.municipality_neighbour_past as p
