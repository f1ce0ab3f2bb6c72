-- Puts the numbers of a text into a table under their names. Returns a refusal when there are others, fewer or more; else nil.

--- @include "whole_number"
--- @include "words"

local function read_numbers(text, names, into)
    -- The usual text is taken apart by one pattern: Redis has one thread, and this is most of what a script asks of it.
    local digits = {string.match(text, '^' .. string.rep('(%d+) ', #names - 1) .. '(%d+)$')}
    local is_usual = digits[1] and not string.find(' ' .. text, ' 0%d')
    for i = 1, is_usual and #names or 0 do
        local number = tonumber(digits[i])
        is_usual = is_usual and number <= 9007199254740991
        into[names[i]] = number
    end
    if is_usual then
        return nil
    end
    local split = words(text)
    if #split ~= #names then
        return 'corrupt'
    end
    for i = 1, #names do
        local number, refusal = whole_number(split[i])
        if not number then
            return refusal
        end
        into[names[i]] = number
    end
    return nil
end
