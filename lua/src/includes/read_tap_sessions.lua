-- Returns the last tap of each session in a text, oldest session first: session, number, accepted taps and pay in digits, because ids need
-- all their 64 bits. Returns nil when the text is corrupt.

--- @include "read_rows"

local function read_tap_sessions(text)
    -- A number has no zero in front.
    if string.find(text, '[^%d: ]') or string.find(':' .. string.gsub(text, ' ', ':'), ':0%d') then
        return nil
    end
    return read_rows(text)
end
