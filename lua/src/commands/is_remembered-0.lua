-- Does nothing but be there. Its text never changes: IncarnationTest says why.
--
-- Reply: accepted

return {'accepted'}
