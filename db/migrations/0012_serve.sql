-- The application asks whether the database is at its own version: at its start, and each time somebody asks whether it is ready.
grant usage on schema migration to haarvat_learning, haarvat_gate;
grant select on migration.applied to haarvat_learning, haarvat_gate;
