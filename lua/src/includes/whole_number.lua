-- Returns the number that a canonical decimal text stands for, 0 to 2^53 - 1. Otherwise nil and the refusal: fallback for a whole number
-- that a double cannot be trusted with, corrupt for any other text.
local function whole_number(text)
    if text == '0' then
        return 0
    end
    if not string.find(text, '^%-?[1-9]%d*$') then
        return nil, 'corrupt'
    end
    local number = tonumber(text)
    if number < 0 or number > 9007199254740991 then
        return nil, 'fallback'
    end
    return number
end
