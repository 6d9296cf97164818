-- How many quality factors there are, asked three times: the driver begins the second before the first is handed out.
select count(*) as Factors from rpt.quality_factor as f;

select count(*) as Factors from rpt.quality_factor as f;

select count(*) as Factors from rpt.quality_factor as f;
