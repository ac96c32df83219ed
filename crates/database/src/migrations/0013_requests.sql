-- Answers were kept for ever, with a plain hash of what was asked, which may have held a password. They go; from now on
-- the hash is keyed, the person is named, and thirty days are enough.

DELETE FROM request;
