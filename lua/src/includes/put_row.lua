-- Returns the text of rows with a row in the place of the one of the same name, or at the end; without it when there is no text for it.

--- @include "words"

local function put_row(rows, name, text)
    local kept, is_put = {}, not text
    for _, row in ipairs(words(rows)) do
        if string.sub(row, 1, #name + 1) ~= name .. ':' then
            kept[#kept + 1] = row
        elseif text then
            kept[#kept + 1] = name .. ':' .. text
            is_put = true
        end
    end
    if not is_put then
        kept[#kept + 1] = name .. ':' .. text
    end
    return table.concat(kept, ' ')
end
