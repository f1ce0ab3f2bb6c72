-- Names the numbers of the field n, in their order; PlayerFields writes them.
local function number_names()
    return {'changed_at', 'funz', 'jokers', 'funz_earned', 'taps', 'tokens', 'tokens_at', 'energy', 'energy_at', 'collected_at',
        'settled_at', 'accrued', 'due', 'meter', 'frenzy_until', 'frenzy_multiplier', 'frenzy_ready_at', 'parts'}
end
