-- Does nothing. A Redis that knows it has not forgotten its memory since its generation was raised.
--
-- Reply: accepted

return {'accepted'}
