-- Where the portal's figures come from, on what terms and how each source wants to be named; made-up sources last.
select s.source_id as Id,
       s.name as Name,
       s.publisher as Publisher,
       s.credit as Credit,
       s.licence as Licence,
       s.licence_address as LicenceAddress,
       s.address as Address,
       s.cadence as Cadence,
       s.is_sample as IsSample
from rpt.source as s
order by s.is_sample, s.name, s.source_id;
