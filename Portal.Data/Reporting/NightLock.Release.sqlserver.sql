-- Lets go of the night's lock, where this session holds it. A pooled session would keep it.
if applock_mode(N'public', N'portal.night', N'Session') <> N'NoLock'
  exec sp_releaseapplock @Resource = N'portal.night', @LockOwner = N'Session';
