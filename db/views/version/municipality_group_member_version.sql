-- Every version of the rows of rpt.municipality_group_member: from which edition, and until which it held (0: it still holds).
select t.group_id, t.municipality_code, t.edition_number, 0 as until_edition
from rpt.municipality_group_member as t
union all
select p.group_id, p.municipality_code, p.edition_number, p.until_edition
from rpt.municipality_group_member_past as p
