-- Returns a player's energy now, in millionths of a unit, or nil beyond 2^53 - 1. Above the maximum it does not grow.

--- @include "checked_multiply"

local function energy_at_now(player)
    local full = checked_multiply(player.energy_max, 1000000)
    if not full or player.energy >= full then
        return full and player.energy
    end
    -- Thousandths per second are millionths per millisecond.
    local gained = checked_multiply(player.energy_rate, player.now - player.energy_at)
    if not gained or gained >= full - player.energy then
        return full
    end
    return player.energy + gained
end
