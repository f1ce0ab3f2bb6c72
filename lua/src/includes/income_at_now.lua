-- Returns what a player has accrued by now: funz per hour × milliseconds, and ten-thousandths of one beyond that; or nil beyond 2^53 - 1. It
-- accrues for a limited time from the last collection.

--- @include "checked_add"
--- @include "checked_multiply"
--- @include "floor_divide"

local function income_at_now(player, cap_millis)
    local until_millis = math.min(player.now, player.collected_at + cap_millis)
    local elapsed = math.max(0, until_millis - player.settled_at)
    local gained, gained_parts = checked_multiply(elapsed, player.income_per_hour), checked_multiply(elapsed, player.income_parts)
    local parts = gained_parts and checked_add(player.parts, gained_parts)
    gained = gained and parts and checked_add(gained, floor_divide(parts, 10000))
    local accrued = gained and checked_add(player.accrued, gained)
    if not accrued then
        return nil
    end
    return accrued, parts % 10000
end
