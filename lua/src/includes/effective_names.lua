-- Names the numbers of the field d, in their order after the name of the content; EffectiveField writes them.
local function effective_names()
    return {'sequence', 'valid_until', 'next_rank_at', 'qualify_at', 'funz_per_tap', 'funz_per_tap_in_frenzy', 'energy_max', 'energy_rate',
        'income_per_hour', 'meter_full', 'income_parts', 'story_due'}
end
