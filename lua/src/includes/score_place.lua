-- Returns where a total after some scores stands on a leaderboard: the score in the sorted set, least for the best, and of an average the
-- fourteen decimals behind it, as digits in which the best comes first; '' otherwise. Long division: a remainder is below 10^6, so that ten
-- million of it are exact.

--- @include "floor_divide"

local function score_place(board, total, count)
    local whole, fraction = total, ''
    if board.method == 'average' then
        local rest = total % count * 10000000
        local digits = floor_divide(rest, count) * 10000000 + floor_divide(rest % count * 10000000, count)
        whole = floor_divide(total, count)
        fraction = string.format('%014.0f', board.higher and 99999999999999 - digits or digits)
    end
    return string.format('%.0f', board.higher and 0 - whole or whole), fraction
end
