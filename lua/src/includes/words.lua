-- Splits a text at each single space; an empty text has no words.
local function words(text)
    local split = {}
    if text ~= '' then
        for word in string.gmatch(text .. ' ', '([^ ]*) ') do
            split[#split + 1] = word
        end
    end
    return split
end
