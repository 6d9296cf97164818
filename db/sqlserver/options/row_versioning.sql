-- Row versioning, so that a reader never waits for the night's transaction and never sees half of it. Run once by the
-- DBA, before the first migration: it cannot run inside a transaction, and it ends other connections to the database.
-- Azure SQL Database has it from the start.
alter database current set read_committed_snapshot on with rollback immediate;
