-- Returns what a player has accrued by now, in funz per hour × milliseconds, or nil beyond 2^53 - 1. It accrues for a limited time from the
-- last collection.

--- @include "checked_add"
--- @include "checked_multiply"

local function income_at_now(player, cap_millis)
    local until_millis = math.min(player.now, player.collected_at + cap_millis)
    local elapsed = math.max(0, until_millis - player.settled_at)
    local gained = checked_multiply(elapsed, player.income_per_hour)
    return gained and checked_add(player.accrued, gained)
end
