-- Returns the text of the field n: a player's numbers as digits, by spaces, in the order of number_names.
local function print_numbers(player)
    return string.format(
        '%.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f %.0f',
        player.changed_at, player.funz, player.jokers, player.funz_earned, player.taps, player.tokens, player.tokens_at, player.energy,
        player.energy_at, player.collected_at, player.settled_at, player.accrued, player.due, player.meter, player.frenzy_until,
        player.frenzy_multiplier, player.frenzy_ready_at, player.parts)
end
