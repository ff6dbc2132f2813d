"""A picture from elsewhere in an attribute that is forgotten easily."""

STOPPED_BY = "tags and attributes outside the list are removed"
PLACE = "answer"
PAYLOAD = '<img srcset="BEACON 1x" alt="plot"><picture><source srcset="BEACON"><img></picture>'
