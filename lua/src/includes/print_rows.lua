-- Returns the text of rows, with another in one place.
local function print_rows(rows, place, text)
    local texts = {}
    for i, each in ipairs(rows) do
        texts[i] = each.text
    end
    texts[place] = text
    return table.concat(texts, ' ')
end
