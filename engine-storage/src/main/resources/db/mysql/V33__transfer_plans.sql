-- Plans are about transfers, too, from here on. No table changes; older builds could not read such a plan.
SELECT 1;
