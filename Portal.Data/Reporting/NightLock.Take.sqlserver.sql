-- Takes the night's lock for this session, at once or not at all. Negative: not taken.
declare @result int;
exec @result = sp_getapplock @Resource = N'portal.night', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
select @result as Result;
