-- Every name that a unit has, folded for search: what a misspelt word is held against.
select search_name from rpt.unit
union all
select search_name from rpt.unit_alias;
