-- The night as a job of SQL Server Agent. Run in any database by a member of sysadmin, or of SQLAgentOperatorRole in msdb with a
-- proxy of its own, after changing the first lines. May be run again: job, steps, schedule and operator are brought to what stands
-- here, and the job's history is kept. Not for Azure SQL Database, nor SQL Server on Linux: neither has an Agent that runs programs.

-- What is the installation's own.
declare @program nvarchar(400) = N'C:\Portal\Portal.Web.exe';
declare @sources nvarchar(400) = N'C:\Portal\sources.json';
declare @log_folder nvarchar(150) = N'C:\Portal\log'; -- output lies here; the Agent takes at most 200 characters with the file's name
declare @starts_at int = 023000; -- hhmmss by the server's clock
declare @mail nvarchar(100) = N''; -- who is told when a night fails; needs Database Mail. Empty: the event log only.
declare @proxy sysname = null; -- the proxy that the step runs as; null: the Agent's own account

-- The same for all.
declare @job sysname = N'Jämföraren natt';
declare @schedule sysname = N'Jämföraren varje natt';
declare @operator sysname = N'Jämföraren drift';
declare @command nvarchar(1000) = N'"' + @program + N'" nightly --sources "' + @sources + N'"';
-- A file a night, named by the day; tries of one night follow each other in it. The Agent's token is in two parts, since sqlcmd
-- would take it whole for a variable of its own.
declare @output nvarchar(200) = @log_folder + N'\natt-$' + N'(ESCAPE_NONE(STRTDT)).txt';
declare @id uniqueidentifier;

set xact_abort on;
begin transaction;

select @id = j.job_id from msdb.dbo.sysjobs as j where j.name = @job;
if @id is null
  exec msdb.dbo.sp_add_job @job_name = @job, @enabled = 1, @job_id = @id output,
    @description = N'Läser källorna och publicerar en ny utgåva om något har ändrats. db/jobs/night.sql';

-- What fails is in the Windows event log (2: on failure), and by mail where there is an operator.
exec msdb.dbo.sp_update_job @job_id = @id, @enabled = 1, @notify_level_eventlog = 2;
if @mail <> N''
begin
  if exists (select 1 from msdb.dbo.sysoperators as o where o.name = @operator)
    exec msdb.dbo.sp_update_operator @name = @operator, @enabled = 1, @email_address = @mail;
  else
    exec msdb.dbo.sp_add_operator @name = @operator, @enabled = 1, @email_address = @mail;
  exec msdb.dbo.sp_update_job @job_id = @id, @notify_level_email = 2, @notify_email_operator_name = @operator;
end;

-- Step 0 means all. Exit code 0: published or nothing new; 1: nothing published because of errors; 2: unusable arguments; 3: another
-- night is running. All but 0 are tried again, three times with half an hour between: a source may be back by then.
-- Flags 34: append to the file (2) and keep the output in the job's history too (32).
if exists (select 1 from msdb.dbo.sysjobsteps as s where s.job_id = @id)
  exec msdb.dbo.sp_delete_jobstep @job_id = @id, @step_id = 0;
exec msdb.dbo.sp_add_jobstep @job_id = @id, @step_id = 1, @step_name = N'Läs och publicera', @subsystem = N'CmdExec',
  @command = @command, @cmdexec_success_code = 0, @on_success_action = 1, @on_fail_action = 2,
  @retry_attempts = 3, @retry_interval = 30, @output_file_name = @output, @flags = 34, @proxy_name = @proxy;
exec msdb.dbo.sp_update_job @job_id = @id, @start_step_id = 1;

-- Every day (type 4, each 1), once (1).
if exists (select 1 from msdb.dbo.sysschedules as s where s.name = @schedule)
  exec msdb.dbo.sp_update_schedule @name = @schedule, @enabled = 1, @freq_type = 4, @freq_interval = 1, @freq_subday_type = 1,
    @active_start_time = @starts_at;
else
  exec msdb.dbo.sp_add_schedule @schedule_name = @schedule, @enabled = 1, @freq_type = 4, @freq_interval = 1, @freq_subday_type = 1,
    @active_start_time = @starts_at;
if not exists (
  select 1 from msdb.dbo.sysjobschedules as js join msdb.dbo.sysschedules as s on s.schedule_id = js.schedule_id
  where js.job_id = @id and s.name = @schedule)
  exec msdb.dbo.sp_attach_schedule @job_id = @id, @schedule_name = @schedule;

-- Without a server the job is a note and never runs.
if not exists (select 1 from msdb.dbo.sysjobservers as s where s.job_id = @id)
  exec msdb.dbo.sp_add_jobserver @job_id = @id, @server_name = N'(local)';

commit transaction;
