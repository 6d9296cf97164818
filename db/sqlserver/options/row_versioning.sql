-- Row versioning, so that a reader never waits for the night's transaction and never sees half of it. Run once by the DBA,
-- before the first migration: it cannot run inside a transaction, and the first of the two ends other connections to the
-- database. It may be run again: what is on is left alone, as in Azure SQL Database, which has both from the start.

-- Every single question reads what was published when it began.
if exists (select 1 from sys.databases as d where d.database_id = db_id() and d.is_read_committed_snapshot_on = 0)
  alter database current set read_committed_snapshot on with rollback immediate;
go

-- A question of several selects reads one edition in all of them.
if exists (select 1 from sys.databases as d where d.database_id = db_id() and d.snapshot_isolation_state = 0)
  alter database current set allow_snapshot_isolation on;
go
