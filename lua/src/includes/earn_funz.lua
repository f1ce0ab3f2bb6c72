-- Credits whole funz. Returns whether they fit: what the cap would cut off is left to the rule in Java.

--- @include "checked_add"

local function earn_funz(player, earned)
    local funz, funz_earned = checked_add(player.funz, earned), checked_add(player.funz_earned, earned)
    player.funz, player.funz_earned = funz or player.funz, funz_earned or player.funz_earned
    return funz and funz_earned
end
