-- The names of the quality factors, in the order that pages show them.
select f.name as Name
from rpt.quality_factor as f
order by f.sort_order;
