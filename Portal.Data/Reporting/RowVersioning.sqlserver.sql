-- Whether this database keeps versions of rows for its readers.
select d.is_read_committed_snapshot_on as OfStatements,
       iif(d.snapshot_isolation_state = 1, 1, 0) as OfTransactions
from sys.databases as d
where d.database_id = db_id();
