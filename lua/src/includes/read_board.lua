-- Reads the settings of a leaderboard. Returns nil when they are corrupt.

--- @include "whole_number"

local function read_board(text)
    local method, direction, closes, state = string.match(text, '^(%l+) (%l+) (%d+) (%l+)$')
    local moment = closes and whole_number(closes)
    if not moment then
        return nil
    end
    return {method = method, higher = direction == 'higher', closes = moment, frozen = state == 'frozen'}
end
