-- An administrator sees nothing of what people write or bring, own drafts and signals included: a session acts in one role.
do $$
declare
  allowed constant text := $p$municipality_id = nullif(current_setting('haarvat.municipality', true), '')::uuid
    and current_setting('haarvat.role', true) is distinct from 'administrator'$p$;
  kept text;
begin
  foreach kept in array array['signal', 'signal_fact', 'text', 'addressed'] loop
    execute format('create policy not_as_administrator on learning.%I as restrictive to haarvat_learning using (%s)', kept, allowed);
  end loop;
  execute format('create policy not_as_administrator on draft.draft as restrictive to haarvat_gate using (%s)', allowed);
end $$;
