-- An administrator sees nothing of what people write or bring, own drafts and signals included: a session acts in one role.
do $$
declare kept text;
begin
  foreach kept in array array['signal', 'signal_fact', 'text', 'addressed'] loop
    execute format('create policy not_as_administrator on learning.%I as restrictive to haarvat_learning using (current_setting(''haarvat.role'', true) is distinct from ''administrator'')', kept);
  end loop;
end $$;
create policy not_as_administrator on draft.draft as restrictive to haarvat_gate using (current_setting('haarvat.role', true) is distinct from 'administrator');
