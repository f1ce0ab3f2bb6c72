-- Puts the numbers of a text into a table under their names. Returns a refusal when there are others, fewer or more; else nil.

--- @include "whole_number"
--- @include "words"

local function read_numbers(text, names, into)
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
