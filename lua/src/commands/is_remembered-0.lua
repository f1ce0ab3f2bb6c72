-- Does nothing. A Redis that knows it still has what it had when its generation was raised.
--
-- Reply: accepted

return {'accepted'}
