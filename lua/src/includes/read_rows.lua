-- Splits a text of rows such as "a:b:c:d e:f:g:h", each into its four parts and its `text`. Returns nil when it is corrupt.

--- @include "words"

local function read_rows(text)
    local rows = words(text)
    for i, each in ipairs(rows) do
        local first, second, third, fourth = string.match(each, '^([^:]+):([^:]+):([^:]+):([^:]+)$')
        if not first then
            return nil
        end
        rows[i] = {first, second, third, fourth, text = each}
    end
    return rows
end
